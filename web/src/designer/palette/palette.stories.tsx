import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { StoryEditor } from '../testing/story-editor.tsx';
import { Palette } from './palette.tsx';

const meta = {
  component: Palette,
  globals: { viewport: { value: 'wide' } },
  decorators: [
    (Story) => (
      <StoryEditor>
        <div style={{ inlineSize: '16rem', blockSize: '44rem' }}>
          <Story />
        </div>
      </StoryEditor>
    ),
  ],
  beforeEach: () => localStorage.removeItem('penstock.designer.palette.shut'),
} satisfies Meta<typeof Palette>;
export default meta;
type Story = StoryObj<typeof meta>;

export const EveryGroup: Story = {};
export const Searched: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('searchbox'), 'link');
    await expect(canvas.getByRole('searchbox')).toHaveValue('link');
    await expect(canvas.getAllByRole('button', { name: /link/i }).length).toBeGreaterThan(1);
  },
  parameters: { says: ['link'] },
};
export const NothingFound: Story = {
  play: async ({ canvas, userEvent }) => {
    const before = canvas.getAllByRole('button').length;
    await userEvent.type(canvas.getByRole('searchbox'), 'zeppelin');
    await expect(canvas.getAllByRole('button').length).toBeLessThan(before);
  },
};
export const StripOfANarrowPage: Story = { globals: { viewport: { value: 'narrow' } } };
