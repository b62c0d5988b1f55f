import { ActionIcon } from '@mantine/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { IconDotsVertical, IconRoute } from '@tabler/icons-react';
import { type ComponentProps, useState } from 'react';
import { expect, fn } from 'storybook/test';
import { DataTable } from './data-table.tsx';
import { EmptyState } from './states.tsx';
import { StatusBadge } from './status-badge.tsx';
import links from './text-link.module.css';

interface Workflow {
  key: string;
  name: string;
  status: 'active' | 'paused' | 'draft';
  runs: number;
}

const rows: Workflow[] = [
  { key: 'mirror', name: 'Project task mirror', status: 'active', runs: 1284 },
  { key: 'counter', name: 'Tasks of each project, counted', status: 'paused', runs: 31 },
  { key: 'digest', name: 'Daily digest', status: 'draft', runs: 0 },
];

const meta = {
  component: DataTable<Workflow>,
  args: {
    label: 'Workflows',
    rows,
    rowKey: (row) => row.key,
    columns: [
      {
        id: 'name',
        header: 'Name',
        cell: (row) => (
          <a className={links.name} href={`#${row.key}`}>
            {row.name}
          </a>
        ),
      },
      { id: 'status', header: 'Status', width: '9rem', cell: (row) => <StatusBadge status={row.status} /> },
      { id: 'runs', header: 'Runs', width: '6rem', align: 'end', shown: 'wide', cell: (row) => row.runs },
      {
        id: 'menu',
        header: 'More',
        headerHidden: true,
        width: '3rem',
        cell: (row) => (
          <ActionIcon aria-label={`More for ${row.name}`}>
            <IconDotsVertical size={16} aria-hidden />
          </ActionIcon>
        ),
      },
    ],
  },
  parameters: { says: rows.flatMap((row) => [`More for ${row.name}`, `${row.runs} times`]) },
} satisfies Meta<typeof DataTable<Workflow>>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Rows: Story = {};
export const TallRows: Story = {
  args: { tall: true, secondLine: (row) => `${row.runs} times`, rows: rows.slice(0, 1) },
};
export const OneIsOpenBeside: Story = { args: { current: 'counter' } };
export const Flush: Story = { args: { flush: true } };
export const Empty: Story = {
  args: {
    rows: [],
    empty: <EmptyState icon={IconRoute} title="No workflow yet" text="A file or a first step begins one." />,
  },
};
export const ThereIsMore: Story = { args: { more: { fetch: fn(), fetching: false } } };
export const FetchesMore: Story = { args: { more: { fetch: fn(), fetching: true } } };
export const OnAPhone: Story = { globals: { viewport: { value: 'phone' } } };

export const RowsAreSelected: Story = {
  render: (args) => <Selectable {...args} />,
  play: async ({ canvas, userEvent }) => {
    const [all, first] = canvas.getAllByRole('checkbox');
    await userEvent.click(first as HTMLElement);
    await expect(all).toBePartiallyChecked();
    await userEvent.click(all as HTMLElement);
    for (const box of canvas.getAllByRole('checkbox')) await expect(box).toBeChecked();
  },
};
export const ArrowKeysWalkTheRows: Story = {
  play: async ({ canvas, userEvent }) => {
    canvas.getByRole('link', { name: 'Project task mirror' }).focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect(canvas.getByRole('link', { name: 'Tasks of each project, counted' })).toHaveFocus();
  },
};

function Selectable(props: ComponentProps<typeof DataTable<Workflow>>) {
  const [selected, setSelected] = useState<Set<string>>(new Set());
  return <DataTable {...props} selection={{ selected, onChange: setSelected, nameOf: (row) => row.name }} />;
}
