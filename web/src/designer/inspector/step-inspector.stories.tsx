import type { Step } from '@penstock/server/language';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import type { Answers } from '../../storybook/answers.ts';
import { onPage } from '../../storybook/page-frame.tsx';
import { mirrorDefinition } from '../testing/fixture.ts';
import { namesInStories, StoryEditor } from '../testing/story-editor.tsx';
import { StepInspector } from './step-inspector.tsx';

interface Shown {
  step: Step;
  isReadOnly?: boolean;
  problem?: string;
}

/** The step stands at the end of the mirror workflow, so that earlier steps can be read from. */
function Shown({ step, isReadOnly = false, problem }: Shown) {
  const definition = { ...mirrorDefinition, steps: [...mirrorDefinition.steps, step] };
  return (
    <StoryEditor
      definition={definition}
      isReadOnly={isReadOnly}
      prepare={(editor) => {
        if (problem === undefined) return;
        const at = { kind: 'step', key: step.id } as const;
        editor.setIssues([
          { severity: 'error', code: 'EMPTY_EXPRESSION', params: {}, suggestion: null, at, pointer: problem },
        ]);
      }}
    >
      <StepInspector stepKey={step.id} />
    </StoryEditor>
  );
}

const action = (actionId: string, inputMapping: Record<string, unknown>, saveAs?: string): Step =>
  ({
    id: 'shown',
    type: 'action.call',
    config: { actionId, version: 1, inputMapping, ...(saveAs === undefined ? {} : { saveAs }) },
  }) as Step;

const answers: Answers = {
  store: { suggestions: { curated: ['sync-cursor'], used: ['mirror-config'] } },
  links: { suggestions: { curated: ['project_task', 'mirrors'], used: ['copied_from'] } },
};

const page = onPage({ answers, at: '/workflows/mirror' });
const meta = {
  title: 'Designer/Inspector',
  component: Shown,
  parameters: { says: [namesInStories, 'vars.err'] },
  loaders: page.loaders,
  decorators: [
    (Story) => (
      <div style={{ inlineSize: '25.25rem', blockSize: '48rem' }}>
        <Story />
      </div>
    ),
    ...page.decorators,
  ],
  args: {
    step: action(
      'links.upsert',
      {
        namespace: 'project-task-mirror',
        from: { type: 'project_task', id: { $expr: 'payload.taskId' } },
        to: { type: 'project_task', id: { $expr: 'vars.copy.task_id' } },
        relation: 'mirrors',
      },
      'vars.again',
    ),
  },
} satisfies Meta<typeof Shown>;
export default meta;
type Story = StoryObj<typeof meta>;

export const LinkTwoRecords: Story = {};
export const RememberAValue: Story = {
  args: { step: action('store.set', { namespace: 'sync-cursor', key: { $expr: 'payload.projectId' }, value: 'x' }) },
};
export const FindLinked: Story = {
  args: { step: action('links.lookup', { namespace: 'mirror', from: { type: 'project_task', id: 'T-1' } }) },
};
export const JustInserted: Story = { args: { step: action('links.upsert', {}) } };
export const WithAProblem: Story = { args: { problem: '/config/inputMapping/to/id' } };
export const MayOnlyLook: Story = { args: { isReadOnly: true } };
export const Choice: Story = {
  args: { step: { id: 'shown', type: 'control.if', condition: { $expr: 'vars.config.found' }, then: [] } as Step },
};
export const Loop: Story = {
  args: {
    step: {
      id: 'shown',
      type: 'control.forEach',
      items: { $expr: 'vars.config.value.targets' },
      itemVar: 'target',
      body: [],
    } as Step,
  },
};
export const TryAndCatch: Story = {
  args: { step: { id: 'shown', type: 'control.tryCatch', captureErrorAs: 'err', try: [], catch: [] } as Step },
};
export const State: Story = {
  args: { step: { id: 'shown', type: 'state.set', config: { state: 'COPY_FAILED' } } as Step },
};
export const TabsShowOutputFailureAndHelp: Story = {
  play: async ({ canvas, userEvent }) => {
    for (const tab of canvas.getAllByRole('tab')) {
      await userEvent.click(tab);
      await expect(tab).toHaveAttribute('aria-selected', 'true');
    }
  },
};
