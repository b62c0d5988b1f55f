import type { Meta, StoryObj } from '@storybook/react-vite';
import { Counters } from './counters.tsx';

const meta = {
  component: Counters,
  args: {
    label: 'Runs of today',
    counters: [
      { id: 'all', figure: '1,284', label: 'Runs since midnight' },
      { id: 'running', figure: '12', label: 'Under way' },
      { id: 'waiting', figure: '3', label: 'Wait for a person' },
      { id: 'failed', figure: '0', label: 'Went wrong' },
    ],
  },
} satisfies Meta<typeof Counters>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Strip: Story = {};
export const OnePhone: Story = { globals: { viewport: { value: 'phone' } } };
