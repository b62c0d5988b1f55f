import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { mirrorDefinition } from '../testing/fixture.ts';
import { namesInStories } from '../testing/story-editor.tsx';
import { ConflictRow } from './conflict-row.tsx';

const { steps: _steps, ...head } = mirrorDefinition;
const mine = { id: 'a', type: 'state.set', name: 'MIRRORED', config: { state: 'MIRRORED' } };
const theirs = { ...mine, config: { state: 'COPIED' } };

const meta = {
  title: 'Designer/Two drafts, one step',
  component: ConflictRow,
  parameters: { says: [namesInStories, 'MIRRORED', 'COPIED', 'config/state', 'name'] },
  decorators: [
    (Story) => (
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        <Story />
      </ul>
    ),
  ],
  args: {
    heads: { mine: head, theirs: { ...head, name: 'MIRROR' } },
    choice: 'mine',
    onChoose: fn(),
    row: { key: 'a', what: 'step', mine, theirs, touchedBy: null },
  },
} satisfies Meta<typeof ConflictRow>;
export default meta;
type Story = StoryObj<typeof meta>;

export const BothHaveChangedIt: Story = {
  play: async ({ args, canvas, userEvent }) => {
    const [, other] = canvas.getAllByRole('radio');
    if (other !== undefined) await userEvent.click(other);
    await expect(args.onChoose).toHaveBeenCalledWith('theirs');
  },
};
export const OnlyTheOtherSide: Story = {
  args: { choice: 'theirs', row: { key: 'a', what: 'step', mine, theirs, touchedBy: 'theirs' } },
};
export const NotInMine: Story = { args: { row: { key: 'a', what: 'step', mine: null, theirs, touchedBy: 'theirs' } } };
export const TheWorkflowItself: Story = {
  args: { row: { key: 'workflow', what: 'workflow', mine: null, theirs: null, touchedBy: null } },
};
