import type { Meta, StoryObj } from '@storybook/react-vite';
import { Column } from '../storybook/rows.tsx';
import { Elapsed, Moment } from './moment.tsx';

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

const meta = { component: Moment, args: { iso: ago(40) } } satisfies Meta<typeof Moment>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Under a day in words, after that the date. */
export const JustNowToLongAgo: Story = {
  render: () => (
    <Column>
      {[5, 400, 9000, 200_000, 40_000_000].map((seconds) => (
        <Moment key={seconds} iso={ago(seconds)} />
      ))}
    </Column>
  ),
};
export const Exact: Story = { args: { iso: '2026-11-20T09:14:00Z', absolute: true } };
export const HowLong: Story = {
  render: () => (
    <Column>
      <Elapsed from="2026-11-20T09:14:00.000Z" to="2026-11-20T09:14:00.420Z" />
      <Elapsed from="2026-11-20T09:14:00Z" to="2026-11-20T09:14:31.400Z" />
      <Elapsed from="2026-11-13T07:14:00Z" to="2026-11-20T09:14:00Z" />
    </Column>
  ),
};
