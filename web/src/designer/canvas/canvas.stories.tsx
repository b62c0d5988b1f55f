import type { WorkflowDefinition } from '@penstock/server/language';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useMemo } from 'react';
import { selectSteps } from '../model/selection.ts';
import { CatalogContext } from '../store/catalog.ts';
import { createEditor, type Editor } from '../store/editor.ts';
import { EditorContext } from '../store/editor-context.ts';
import { largeDefinition, mirrorDefinition, sampleCatalog } from '../testing/fixture.ts';
import { Canvas } from './canvas.tsx';
import { foldablePipes } from './pipe-tree.ts';

interface Shown {
  definition: WorkflowDefinition;
  isReadOnly?: boolean;
  prepare?: (editor: Editor) => void;
}

function Shown({ definition, isReadOnly = false, prepare }: Shown) {
  const editor = useMemo(() => {
    const made = createEditor(definition, { isReadOnly });
    prepare?.(made);
    return made;
  }, [definition, isReadOnly, prepare]);
  const catalog = useMemo(sampleCatalog, []);
  return (
    <CatalogContext value={catalog}>
      <EditorContext value={editor}>
        <div style={{ blockSize: '56rem' }}>
          <Canvas />
        </div>
      </EditorContext>
    </CatalogContext>
  );
}

const meta = {
  title: 'Designer/Canvas',
  component: Shown,
  args: { definition: mirrorDefinition },
  parameters: { edges: false },
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
        { ...issue, severity: 'error', code: 'EXPRESSION_SYNTAX', at: { kind: 'step', key: 'note-failure' } },
        { ...issue, severity: 'warning', code: 'UNREACHABLE_STEP', at: { kind: 'step', key: 'create-copy' } },
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
