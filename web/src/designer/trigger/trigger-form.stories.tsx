import type { Trigger } from '@penstock/server/language';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { onPage } from '../../storybook/page-frame.tsx';
import { mirrorDefinition } from '../testing/fixture.ts';
import { namesInStories, StoryEditor } from '../testing/story-editor.tsx';
import { TriggerForm } from './trigger-form.tsx';

interface Shown {
  mode: 'pinned' | 'inferred';
  onModeChange: (mode: 'pinned' | 'inferred') => void;
  trigger?: Trigger | null;
  payloadSchemaRef?: string;
  isReadOnly?: boolean;
}

function Shown({ trigger, payloadSchemaRef = mirrorDefinition.payloadSchemaRef, isReadOnly = false, ...form }: Shown) {
  const { trigger: own, ...rest } = mirrorDefinition;
  const shown = trigger === undefined ? own : trigger;
  const definition = {
    ...rest,
    payloadSchemaRef,
    ...(shown === undefined || shown === null ? {} : { trigger: shown }),
  };
  return (
    <StoryEditor definition={definition} isReadOnly={isReadOnly}>
      <TriggerForm {...form} />
    </StoryEditor>
  );
}

const page = onPage({ at: '/workflows/mirror' });
const meta = {
  title: 'Designer/Trigger',
  component: Shown,
  parameters: { says: [namesInStories] },
  loaders: page.loaders,
  decorators: [
    (Story) => (
      <div style={{ inlineSize: '25.25rem' }}>
        <Story />
      </div>
    ),
    ...page.decorators,
  ],
  args: { mode: 'pinned', onModeChange: fn() },
} satisfies Meta<typeof Shown>;
export default meta;
type Story = StoryObj<typeof meta>;

export const AnEvent: Story = {};
export const InputFollowsTheEvent: Story = { args: { mode: 'inferred' } };
export const StartedByHand: Story = { args: { trigger: null, payloadSchemaRef: 'payload.Empty.v1' } };
export const AnImportedClock: Story = {
  args: { trigger: { type: 'recurring', cron: '0 9 * * 1', timezone: 'Europe/Berlin' } },
};
export const MayOnlyLook: Story = { args: { isReadOnly: true } };
