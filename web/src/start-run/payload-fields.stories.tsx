import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { PayloadFields } from './payload-fields.tsx';
import { nothingTyped } from './typed.ts';

const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['taskId'],
  properties: {
    taskId: { type: 'string' },
    daysOverdue: { type: 'integer', minimum: 0 },
    isPaid: { type: 'boolean' },
  },
};

const meta = {
  title: 'Run now/Input',
  component: PayloadFields,
  parameters: { says: ['taskId', 'daysOverdue', 'isPaid', 'JSON'] },
  args: {
    contract: { schema, example: { taskId: 'T-1' } },
    typed: nothingTyped,
    onChange: fn(),
    issues: {},
    problem: null,
  },
} satisfies Meta<typeof PayloadFields>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Form: Story = {};
export const FilledByTheExample: Story = {
  play: async ({ args, canvas, userEvent }) => {
    const [example] = canvas.getAllByRole('button');
    if (example !== undefined) await userEvent.click(example);
    await expect(args.onChange).toHaveBeenCalledWith(expect.objectContaining({ value: { taskId: 'T-1' } }));
  },
};
export const Json: Story = { args: { typed: { mode: 'json', value: {}, text: '{"taskId": "T-1"}' } } };
export const RefusedByTheServer: Story = { args: { issues: { '/taskId': 'T-1?' } } };
export const TakesNoInput: Story = {
  args: { contract: { schema: { type: 'object', additionalProperties: false, properties: {} }, example: null } },
};
