import type { Meta, StoryObj } from '@storybook/react-vite';
import { Line } from '../storybook/rows.tsx';
import { type ShownStatus, statusLooks } from './status.ts';
import { StatusBadge, StatusIcon } from './status-badge.tsx';

const statuses = Object.keys(statusLooks) as ShownStatus[];

const meta = {
  component: StatusBadge,
  args: { status: 'running' },
  argTypes: { status: { control: 'select', options: statuses } },
} satisfies Meta<typeof StatusBadge>;
export default meta;
type Story = StoryObj<typeof meta>;

export const One: Story = {};
export const EveryStatus: Story = {
  render: () => (
    <Line>
      {statuses.map((status) => (
        <StatusBadge key={status} status={status} />
      ))}
    </Line>
  ),
};
/** Where the word stands beside it already: the icon has the word as its name. */
export const IconsAlone: Story = {
  render: () => (
    <Line>
      {statuses.map((status) => (
        <StatusIcon key={status} status={status} />
      ))}
    </Line>
  ),
};
