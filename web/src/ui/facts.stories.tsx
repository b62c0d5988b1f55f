import type { Meta, StoryObj } from '@storybook/react-vite';
import { Facts } from './facts.tsx';

const meta = {
  component: Facts,
  args: {
    facts: [
      { label: 'Started', value: '20 Nov 2026, 09:14' },
      { label: 'Key', value: <code>PRJ-31</code> },
      { label: 'Started by', value: 'An event: a task was completed in a project with a very long name indeed' },
    ],
  },
} satisfies Meta<typeof Facts>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Under: Story = {};
export const Across: Story = { args: { across: true } };
export const InTheInspector: Story = { globals: { viewport: { value: 'inspector' } } };
