import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, waitFor } from 'storybook/test';
import type { Scope } from '../scope/scope.ts';
import { StoryEditor } from '../testing/story-editor.tsx';
import { ExpressionField } from './expression-field.tsx';
import type { ExpressionFieldProps } from './field-props.ts';

const scope: Scope = {
  variables: [
    {
      kind: 'payload',
      path: ['payload'],
      schema: {
        type: 'object',
        properties: { projectId: { type: 'string' }, amountDue: { type: 'number' }, title: { type: 'string' } },
      },
      madeBy: null,
      doubt: null,
    },
  ],
};

function Field(props: ExpressionFieldProps) {
  const [value, setValue] = useState(props.value);
  const change = (next: string) => {
    setValue(next);
    props.onChange(next);
  };
  return <ExpressionField {...props} value={value} onChange={change} />;
}

const meta = {
  title: 'Designer/Expression field',
  component: Field,
  args: {
    label: 'Condition',
    value: 'payload.amountDue > 500 and payload.projectId = "PRJ-31"',
    onChange: fn(),
    scope,
  },
  decorators: [
    (Story) => (
      <StoryEditor>
        <div style={{ maxInlineSize: '24rem' }}>
          <Story />
        </div>
      </StoryEditor>
    ),
  ],
} satisfies Meta<typeof Field>;
export default meta;
type Story = StoryObj<typeof meta>;

/** The editor comes late; a story is looked at once it is there. */
const drawn: Story['play'] = async ({ canvas }) => {
  await canvas.findByRole('textbox', {}, { timeout: 5000 });
};

export const Coloured: Story = { play: drawn };
export const Empty: Story = { args: { value: '', placeholder: 'payload.amountDue' }, play: drawn };
export const SeveralLines: Story = { args: { value: 'payload.(\n  amountDue > 500\n)', multiline: true }, play: drawn };
export const MayOnlyBeRead: Story = { args: { isReadOnly: true }, play: drawn };
export const DoesNotEnd: Story = { args: { value: 'payload.amountDue >' }, play: drawn };
export const UnknownName: Story = { args: { value: 'payload.amuontDue' }, play: drawn };
export const RefusedByTheServer: Story = { args: { error: 'This is always true' }, play: drawn };
export const TellsWhatIsTyped: Story = {
  args: { value: '' },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('textbox', {}, { timeout: 5000 }));
    await userEvent.keyboard('payload.title');
    await userEvent.tab();
    await waitFor(() => expect(args.onChange).toHaveBeenLastCalledWith('payload.title'));
    await waitFor(() => expect(document.querySelector('.cm-tooltip')).toBeNull());
  },
};
