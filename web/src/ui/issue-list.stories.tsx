import type { Meta, StoryObj } from '@storybook/react-vite';
import { IssueList } from './issue-list.tsx';

const meta = {
  component: IssueList,
  args: {
    severity: 'error',
    issues: [
      { text: 'Needs a recipient.', place: 'steps.notify' },
      { text: 'The expression ends too early.', place: 'steps.choose.condition' },
      { text: 'This workflow has no trigger.', place: '' },
    ],
  },
} satisfies Meta<typeof IssueList>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Problems: Story = {};
export const Warnings: Story = {
  args: { severity: 'warning', issues: [{ text: 'Nothing uses this value.', place: 'steps.total' }] },
};
