import type { Step } from '@penstock/server/language';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { compareDocuments } from '../conflict/compare.ts';
import { fromDefinition } from '../model/definition.ts';
import { mirrorDefinition } from '../testing/fixture.ts';
import { namesInStories } from '../testing/story-editor.tsx';
import { ChangeList } from './change-list.tsx';

const before = fromDefinition(mirrorDefinition);
const [first, ...others] = mirrorDefinition.steps;
const added: Step = { id: 'added', type: 'state.set', name: 'MIRRORED', config: { state: 'MIRRORED' } };
const changed = { ...(first as object), name: 'TARGETS' } as Step;

const meta = {
  title: 'Designer/What differs',
  component: ChangeList,
  parameters: { says: [namesInStories, 'MIRRORED', 'TARGETS', 'name'] },
  args: {
    comparison: compareDocuments(
      before,
      fromDefinition({ ...mirrorDefinition, name: 'MIRROR', steps: [added, changed, ...others.slice(0, -1)] }),
    ),
  },
} satisfies Meta<typeof ChangeList>;
export default meta;
type Story = StoryObj<typeof meta>;

export const EveryKind: Story = {};
export const Nothing: Story = { args: { comparison: { head: [], steps: [] } } };
