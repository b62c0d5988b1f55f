import type { Meta, StoryObj } from '@storybook/react-vite';
import { nothingRemembered, remembered, shownValue } from '../storybook/fixtures/data.ts';
import { onPage } from '../storybook/page-frame.tsx';
import { DataPage } from './data-page.tsx';

const meta = {
  title: 'Data/Data page',
  component: DataPage,
  tags: ['!autodocs'],
  globals: { viewport: { value: 'wide' } },
  parameters: { edges: false, says: [shownValue] },
} satisfies Meta<typeof DataPage>;
export default meta;
type Story = StoryObj<typeof meta>;

const there: Story['play'] = async ({ canvas }) => {
  await canvas.findAllByRole('row');
};

export const Entries: Story = { ...onPage({ answers: remembered, at: '/data?collection=sync-cursor' }), play: there };
export const AnEntryAndItsHistory: Story = {
  ...onPage({ answers: remembered, at: '/data?collection=sync-cursor&entry=PRJ-31' }),
  play: there,
};
export const Links: Story = {
  ...onPage({ answers: remembered, at: '/data?collection=sync-cursor&tab=links' }),
  play: there,
};
export const LinksAroundARecord: Story = onPage({
  answers: remembered,
  at: '/data?collection=sync-cursor&tab=links&recordType=project_task&recordId=T-1',
});
export const MayOnlyLook: Story = {
  ...onPage({ answers: remembered, at: '/data?collection=sync-cursor', permissions: ['workflow:read'] }),
  play: there,
};
export const NothingYet: Story = onPage({ answers: nothingRemembered, at: '/data' });
export const Narrow: Story = { ...Entries, globals: { viewport: { value: 'narrow' } } };
