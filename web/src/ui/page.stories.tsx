import { Button } from '@mantine/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { IconPlus } from '@tabler/icons-react';
import { Page } from './page.tsx';
import { Panel } from './panel.tsx';
import { StatusBadge } from './status-badge.tsx';

const meta = {
  component: Page,
  parameters: { edges: false },
  args: {
    title: 'Project task mirror',
    children: <Panel>What the page is about.</Panel>,
  },
} satisfies Meta<typeof Page>;
export default meta;
type Story = StoryObj<typeof meta>;

export const TitleAlone: Story = {};
export const WithActions: Story = {
  args: {
    meta: <StatusBadge status="active" />,
    actions: (
      <>
        <Button variant="default">Export</Button>
        <Button leftSection={<IconPlus size={15} aria-hidden />}>New workflow</Button>
      </>
    ),
  },
};
export const OnAPhone: Story = { ...WithActions, globals: { viewport: { value: 'phone' } } };
