import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn } from 'storybook/test';
import { SoftEnumField, type SoftEnumFieldProps } from './soft-enum-field.tsx';

function Field(props: SoftEnumFieldProps) {
  const [value, setValue] = useState(props.value);
  const change = (next: string) => {
    setValue(next);
    props.onChange(next);
  };
  return <SoftEnumField {...props} value={value} onChange={change} />;
}

const meta = {
  title: 'ui/Soft enum',
  component: Field,
  args: {
    label: 'Relationship',
    value: '',
    onChange: fn(),
    groups: [
      {
        name: 'Suggested',
        options: [
          { value: 'mirrors', label: 'Mirrors', note: '12 links' },
          { value: 'blocks', label: 'Blocks' },
        ],
      },
      { name: 'Used in project-task-mirror', options: [{ value: 'copied_from', note: '3 links' }] },
    ],
    newRow: (text) => (
      <>
        Use <code>{text}</code> as a new relationship
      </>
    ),
  },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: '22rem', minBlockSize: '18rem' }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Field>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = { args: { placeholder: 'Choose or enter one' } };
export const ShowsWordAndToken: Story = { args: { value: 'mirrors' } };
export const TokenWithoutAWord: Story = { args: { value: 'copied_from' } };
export const WithHelp: Story = { args: { description: 'What the one is to the other', isRequired: true } };
export const Wrong: Story = { args: { value: 'x y', error: 'Use letters, digits and _ only' } };
export const Off: Story = { args: { value: 'mirrors', isDisabled: true } };

export const OpensWithBothGroups: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('combobox'));
    await expect(await canvas.findAllByRole('option')).toHaveLength(3);
  },
};
export const TypingFilters: Story = {
  parameters: { says: ['mi'] },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('combobox'), 'mi');
    await expect(await canvas.findAllByRole('option')).toHaveLength(2);
  },
};
export const StoresTheTokenOfAWord: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('combobox'));
    await userEvent.click(await canvas.findByRole('option', { name: /Blocks/ }));
    await expect(args.onChange).toHaveBeenLastCalledWith('blocks');
  },
};
export const KeepsFreeText: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('combobox'), 'depends_on');
    await userEvent.tab();
    await expect(args.onChange).toHaveBeenLastCalledWith('depends_on');
    await expect(canvas.getByRole('combobox')).toHaveValue('depends_on');
  },
};
export const AwaitsItsOptions: Story = {
  args: { groups: [], isLoading: true },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(canvas.getByRole('combobox'));
    await expect(canvasElement.querySelector('.mantine-Combobox-empty')).toBeVisible();
  },
};
