import type { Json } from '@penstock/server/language';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn } from 'storybook/test';
import { SchemaForm, type SchemaFormProps } from './schema-form.tsx';

function Form(props: SchemaFormProps) {
  const [value, setValue] = useState<Json | undefined>(props.value);
  const change = (next: Json | undefined) => {
    setValue(next);
    props.onChange(next);
  };
  return <SchemaForm {...props} value={value} onChange={change} />;
}

const meta = {
  title: 'ui/Schema form',
  component: Form,
  args: {
    schema: {
      type: 'object',
      required: ['title', 'priority'],
      properties: {
        title: { type: 'string', title: 'Title', minLength: 1, maxLength: 200 },
        priority: { type: 'string', title: 'Priority', enum: ['low', 'normal', 'urgent'] },
        hours: { type: 'number', title: 'Hours', minimum: 0, maximum: 80 },
        billable: { type: 'boolean', title: 'Billable' },
        due: { type: 'string', format: 'date', title: 'Due on' },
        starts: { type: 'string', format: 'date-time', title: 'Starts at' },
        note: { type: 'string', title: 'Note', description: 'Kept with the task', maxLength: 4000 },
      },
    },
    value: { title: 'Call the client', priority: 'normal', hours: 2.5, billable: true, due: '2026-11-24' },
    onChange: fn(),
  },
  // The calendar names months; the test languages have none of their own.
  parameters: { says: ['Nov 24, 2026'] },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: '24rem' }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Form>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Filled: Story = {};
export const Empty: Story = { args: { value: undefined } };
export const Off: Story = { args: { isDisabled: true } };
export const ProblemsInPlace: Story = {
  args: { value: { title: '', priority: 'normal', hours: 90 }, issues: { '/due': 'This day is over' } },
};
export const GroupsInGroups: Story = {
  args: {
    schema: {
      type: 'object',
      required: ['from'],
      properties: {
        from: {
          type: 'object',
          title: 'From record',
          required: ['type', 'id'],
          properties: { type: { type: 'string', title: 'Type' }, id: { type: 'string', title: 'Id' } },
        },
        limits: {
          type: 'object',
          title: 'Limits',
          description: 'How much is read at once',
          properties: { most: { type: 'integer', title: 'At most', minimum: 1 } },
        },
      },
    },
    value: { from: { type: 'project_task', id: 'T-1' } },
  },
};
export const List: Story = {
  args: {
    schema: {
      type: 'object',
      properties: { tags: { type: 'array', title: 'Tags', items: { type: 'string', title: 'Tag' } } },
    },
    value: { tags: ['north', 'urgent'] },
  },
  play: async ({ args, canvas, userEvent }) => {
    const [first] = canvas.getAllByRole('textbox');
    await userEvent.type(first as HTMLElement, 'ern');
    await expect(args.onChange).toHaveBeenLastCalledWith({ tags: ['northern', 'urgent'] });
  },
};
export const ListOfGroups: Story = {
  args: {
    schema: {
      type: 'object',
      properties: {
        targets: {
          type: 'array',
          title: 'Targets',
          items: {
            type: 'object',
            required: ['project'],
            properties: { project: { type: 'string', title: 'Project' }, prefix: { type: 'string', title: 'Prefix' } },
          },
        },
      },
    },
    value: { targets: [{ project: 'PRJ-31' }, { project: 'PRJ-32', prefix: 'Copy' }] },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('textbox', { name: /Project/ })).toHaveLength(2);
    await expect(canvas.getAllByRole('textbox', { name: /Prefix/ })).toHaveLength(2);
  },
};
export const AnythingElseIsJson: Story = {
  args: {
    schema: { type: 'object', properties: { payload: { title: 'Payload' } } },
    value: { payload: { a: [1, 2] } },
  },
};
export const LeavesOutWhatIsEmptied: Story = {
  args: { value: { title: 'Call the client', priority: 'normal', hours: 2 } },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.clear(canvas.getByRole('textbox', { name: /Hours/ }));
    await expect(args.onChange).toHaveBeenLastCalledWith({ title: 'Call the client', priority: 'normal' });
  },
};
