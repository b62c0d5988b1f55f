import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { ReasonDialog } from './reason-dialog.tsx';

const meta = {
  component: ReasonDialog,
  args: {
    opened: true,
    title: 'Cancel this run?',
    effect: '3 steps are done and stay done. The e-mail is not taken back.',
    verb: 'Cancel the run',
    busy: false,
    error: null,
    onConfirm: fn(),
    onClose: fn(),
  },
} satisfies Meta<typeof ReasonDialog>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Open: Story = {};
export const Busy: Story = { args: { busy: true } };
export const Refused: Story = { args: { error: 'The run ended a moment ago.' } };

export const TakesNoEmptyReason: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: args.verb }));
    await expect(canvas.getByRole('textbox')).toBeInvalid();
    await expect(args.onConfirm).not.toHaveBeenCalled();
  },
};
export const HandsTheReasonOn: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.type(await canvas.findByRole('textbox'), '  the customer called  ');
    await userEvent.click(canvas.getByRole('button', { name: args.verb }));
    await expect(args.onConfirm).toHaveBeenLastCalledWith('the customer called');
  },
};
