import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { SearchField } from './search-field.tsx';

const meta = {
  component: SearchField,
  args: { label: 'Find a workflow', value: '', onChange: fn() },
} satisfies Meta<typeof SearchField>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {};
export const Filled: Story = { args: { value: 'mirror' } };
export const TellsOnceTypingRests: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('searchbox'), 'mirror{Enter}');
    await expect(args.onChange).toHaveBeenLastCalledWith('mirror');
  },
};
