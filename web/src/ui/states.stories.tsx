import { Button } from '@mantine/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { IconDatabase, IconInbox } from '@tabler/icons-react';
import { expect, fn } from 'storybook/test';
import { EmptyState, ErrorPanel, Loading, NoPermission } from './states.tsx';

const meta = {
  component: EmptyState,
  args: {
    icon: IconDatabase,
    title: 'Nothing remembered yet',
    text: 'A Set value or Link records step fills this.',
  },
} satisfies Meta<typeof EmptyState>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {};
export const EmptyWithSomethingToDo: Story = { args: { action: <Button variant="default">Clear filters</Button> } };
export const GoodNews: Story = {
  args: { icon: IconInbox, title: 'Nothing needs you', text: 'Every run goes on by itself.', good: true },
};
export const PermissionMissing: Story = { render: () => <NoPermission permission="workflow:publish" /> };
export const SomethingWentWrong: Story = {
  render: () => <ErrorPanel text="The server could not be reached." details="CONNECTION_LOST" onRetry={retry} />,
  play: async ({ canvas, userEvent }) => {
    retry.mockClear();
    await userEvent.click(canvas.getByRole('button'));
    await expect(retry).toHaveBeenCalledOnce();
  },
};
export const AwaitsRows: Story = {
  render: () => <Loading what="the workflows" />,
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('[aria-busy]')).toBeInTheDocument();
  },
};

const retry = fn();
