import type { Meta, StoryObj } from '@storybook/react-vite';
import { selectSteps } from '../model/selection.ts';
import { largeDefinition, mirrorDefinition } from '../testing/fixture.ts';
import { namesInStories, StoryEditor, type StoryEditorProps } from '../testing/story-editor.tsx';
import { Canvas } from './canvas.tsx';
import { foldablePipes } from './pipe-tree.ts';

function Shown(props: Omit<StoryEditorProps, 'children'>) {
  return (
    <StoryEditor {...props}>
      <div style={{ blockSize: '56rem' }}>
        <Canvas />
      </div>
    </StoryEditor>
  );
}

const meta = {
  title: 'Designer/Canvas',
  component: Shown,
  args: { definition: mirrorDefinition },
  parameters: { edges: false, says: [namesInStories, 'SEEN', 'NOT_MIRRORED'] },
} satisfies Meta<typeof Shown>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Every kind of block, three deep. */
export const Blocks: Story = {};

/** A selected step, one with an error, one with a warning. */
export const States: Story = {
  args: {
    prepare: (editor) => {
      editor.select(selectSteps('link-copy'));
      const issue = { params: {}, suggestion: null, pointer: '' };
      editor.setIssues([
        { ...issue, severity: 'error', code: 'EMPTY_EXPRESSION', at: { kind: 'step', key: 'note-failure' } },
        { ...issue, severity: 'warning', code: 'EVENT_WAIT_UNKNOWN_EVENT', at: { kind: 'step', key: 'create-copy' } },
      ]);
    },
  },
};

/** What is folded says how much it holds. */
export const Folded: Story = {
  args: { prepare: (editor) => editor.setFolded('is-mirrored/else', true) },
};

export const AllFolded: Story = {
  args: {
    prepare: (editor) => {
      for (const pipe of foldablePipes(editor.store.getState().document)) editor.setFolded(pipe, true);
    },
  },
};

/** New blocks begin without steps, and say how to begin. */
export const EmptyBranches: Story = {
  args: {
    definition: {
      ...mirrorDefinition,
      steps: [
        { id: 'if', type: 'control.if', condition: { $expr: '' }, then: [] },
        { id: 'each', type: 'control.forEach', items: { $expr: '' }, itemVar: 'item', body: [] },
        { id: 'done', type: 'control.return' },
      ],
    },
  },
};

export const Empty: Story = { args: { definition: { ...mirrorDefinition, steps: [] } } };

/** Somebody who may only look. */
export const ReadOnly: Story = { args: { isReadOnly: true } };

/** Only what is in sight is drawn. */
export const Large: Story = { args: { definition: largeDefinition(1000) } };
