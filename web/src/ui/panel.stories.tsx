import { Button } from '@mantine/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { Panel } from './panel.tsx';

const meta = {
  component: Panel,
  args: { children: 'What belongs together.' },
} satisfies Meta<typeof Panel>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Plain: Story = {};
export const WithHeading: Story = { args: { heading: 'Changes' } };
export const WithCountAndActions: Story = {
  args: { heading: 'Changes', count: 12, actions: <Button variant="default">Compare</Button> },
};
