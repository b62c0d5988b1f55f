// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderUi } from '../testing/render-ui.tsx';
import { DataTable, type DataTableProps } from './data-table.tsx';

const rows = ['Ada', 'Bea', 'Cleo'].map((name) => ({ id: name.toLowerCase(), name }));

function table(props: Partial<DataTableProps<(typeof rows)[number]>> = {}) {
  return renderUi(
    <DataTable
      label="People"
      columns={[{ id: 'name', header: 'Name', cell: (row) => <a href={`#${row.id}`}>{row.name}</a> }]}
      rows={rows}
      rowKey={(row) => row.id}
      {...props}
    />,
  );
}

test('arrow keys walk from row to row', async () => {
  table();
  screen.getByRole('link', { name: 'Ada' }).focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}');
  expect(screen.getByRole('link', { name: 'Bea' })).toHaveFocus();
});

test('a click beside the link opens the row, a click on a control does not', async () => {
  const onOpen = vi.fn();
  table({ onOpen, selection: { selected: new Set(), onChange: () => undefined, nameOf: (row) => row.name } });
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select Bea' }));
  expect(onOpen).not.toHaveBeenCalled();
  await userEvent.click(screen.getAllByRole('row')[2] as HTMLElement);
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(rows[1]);
});

test('the head selects the whole page and clears it again', async () => {
  const onChange = vi.fn();
  const { unmount } = table({ selection: { selected: new Set(['ada']), onChange, nameOf: (row) => row.name } });
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select all rows' }));
  expect(onChange).toHaveBeenLastCalledWith(new Set(['ada', 'bea', 'cleo']));
  unmount();
  table({ selection: { selected: new Set(['ada', 'bea', 'cleo']), onChange, nameOf: (row) => row.name } });
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select all rows' }));
  expect(onChange).toHaveBeenLastCalledWith(new Set());
});
