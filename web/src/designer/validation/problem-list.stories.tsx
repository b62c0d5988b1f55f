import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import type { DesignIssue } from '../store/issues.ts';
import { mirrorDefinition } from '../testing/fixture.ts';
import { namesInStories, StoryEditor } from '../testing/story-editor.tsx';
import { ProblemList } from './problem-list.tsx';

const first = mirrorDefinition.steps[0]?.id ?? '';

const issue = (rest: Partial<DesignIssue>): DesignIssue => ({
  severity: 'error',
  code: 'EMPTY_EXPRESSION',
  params: {},
  suggestion: null,
  at: { kind: 'step', key: first },
  pointer: '/condition',
  ...rest,
});

interface Shown {
  issues: readonly DesignIssue[];
  onClose: () => void;
}

function Shown({ issues, onClose }: Shown) {
  return (
    <StoryEditor prepare={(editor) => editor.setIssues(issues)}>
      <ProblemList onClose={onClose} />
    </StoryEditor>
  );
}

const meta = {
  title: 'Designer/Problems',
  component: Shown,
  parameters: { says: [namesInStories] },
  args: { onClose: fn(), issues: [] },
} satisfies Meta<typeof Shown>;
export default meta;
type Story = StoryObj<typeof meta>;

export const None: Story = {};
export const ErrorsAndWarnings: Story = {
  args: {
    issues: [
      issue({}),
      issue({
        code: 'UNKNOWN_TRIGGER_EVENT',
        params: { eventName: 'TASK_MADE' },
        suggestion: 'PROJECT_TASK_CREATED',
        at: { kind: 'trigger' },
        pointer: '/eventName',
      }),
      issue({ severity: 'warning', code: 'UNKNOWN_SPECIAL_KEY', params: { key: '$var' } }),
    ],
  },
  play: async ({ args, canvas, userEvent }) => {
    const [one] = canvas.getAllByRole('button');
    if (one !== undefined) await userEvent.click(one);
    await expect(args.onClose).toHaveBeenCalled();
  },
};
