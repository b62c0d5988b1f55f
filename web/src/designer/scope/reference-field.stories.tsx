import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { mirrorDefinition } from '../testing/fixture.ts';
import { namesInStories, StoryEditor } from '../testing/story-editor.tsx';
import { ReferenceField } from './reference-field.tsx';
import { useScope } from './use-scope.ts';

const last = mirrorDefinition.steps.at(-1)?.id ?? '';

interface Shown {
  label: string;
  value: string;
  isReadOnly?: boolean;
}

function Field({ value, ...field }: Shown) {
  const [path, setPath] = useState(value);
  return <ReferenceField {...field} value={path} onChange={setPath} scope={useScope(last)} />;
}

function Shown(props: Shown) {
  return (
    <StoryEditor>
      <Field {...props} />
    </StoryEditor>
  );
}

const meta = {
  title: 'Designer/Reference',
  component: Shown,
  parameters: { says: [namesInStories] },
  decorators: [
    (Story) => (
      <div style={{ inlineSize: '25.25rem', minBlockSize: '24rem' }}>
        <Story />
      </div>
    ),
  ],
  args: { label: 'ID', value: 'payload.taskId' },
} satisfies Meta<typeof Shown>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Chosen: Story = {};
export const NotThereAnyMore: Story = { args: { value: 'vars.gone.id' } };
export const Empty: Story = { args: { value: '' } };
export const MayOnlyLook: Story = { args: { isReadOnly: true } };
