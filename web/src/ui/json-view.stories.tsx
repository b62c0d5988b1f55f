import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { JsonView } from './json-view.tsx';

const long = { entries: Array.from({ length: 900 }, (_, index) => ({ id: `T-${index}`, done: index % 2 === 0 })) };

const meta = {
  component: JsonView,
  args: {
    label: 'Data of the event',
    value: { projectId: 'PRJ-31', hours: 2.5, billable: true, invoice: null, tags: ['north', 'urgent'] },
  },
} satisfies Meta<typeof JsonView>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Coloured: Story = {};
export const Empty: Story = { args: { value: {} } };
export const WithHiddenValues: Story = { args: { value: { user: 'mail', password: '***', token: '***' } } };
export const CutWhereItIsLong: Story = {
  args: { value: long },
  play: async ({ canvas, userEvent }) => {
    const code = canvas.getByRole('region', { name: 'Data of the event' });
    await expect(code).not.toHaveTextContent('T-899');
    const buttons = canvas.getAllByRole('button');
    await userEvent.click(buttons[buttons.length - 1] as HTMLElement);
    await expect(code).toHaveTextContent('T-899');
  },
};
