import { Button, Checkbox } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './data-table.module.css';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** CSS width; the rest is shared. */
  width?: string;
  align?: 'end';
  /** wide: left out on narrow pages, where `secondLine` says it. */
  shown?: 'always' | 'wide';
  /** The head is read but not seen. */
  headerHidden?: boolean;
}

export interface DataTableProps<Row> {
  /** Names the table for those who do not see it. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** What opening a row does when it is clicked beside its link. */
  onOpen?: (row: Row) => void;
  /** Said under the first cell on narrow pages. */
  secondLine?: (row: Row) => ReactNode;
  tall?: boolean;
  /** Key of the row that is open beside the table. */
  current?: string | undefined;
  /** Without a frame: the table fills a pane that has one. */
  flush?: boolean;
  selection?:
    | undefined
    | {
        selected: ReadonlySet<string>;
        onChange: (selected: Set<string>) => void;
        nameOf: (row: Row) => string;
      };
  /** Keyset paging: there is more and it can be fetched. */
  more?: { fetch: () => void; fetching: boolean } | undefined;
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
}

/** Rows of 40 or 54; arrow keys walk the rows' links. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { t } = useTranslation('common');
  const body = useRef<HTMLTableSectionElement>(null);
  const { columns, rows, rowKey, selection, more } = props;
  return (
    <div className={classes.box} data-flush={props.flush || undefined}>
      <div className={classes.scroll}>
        <table className={classes.table} aria-label={props.label}>
          <thead>
            <tr>
              {selection !== undefined && (
                <th className={classes.check} scope="col">
                  <SelectAll {...props} selection={selection} />
                </th>
              )}
              {columns.map((column) => (
                <th
                  key={column.id}
                  scope="col"
                  style={column.width === undefined ? undefined : { inlineSize: column.width }}
                  data-align={column.align}
                  data-shown={column.shown}
                >
                  <span className={column.headerHidden === true ? classes.hidden : undefined}>{column.header}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={(event) => walkRows(event, body.current)}>
            {rows.map((row) => (
              <TableRow key={rowKey(row)} row={row} table={props} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && props.empty}
      {more !== undefined && (
        <div className={classes.more}>
          <Button variant="subtle" onClick={more.fetch} loading={more.fetching}>
            {t(($) => $.showMore)}
          </Button>
        </div>
      )}
    </div>
  );
}

function TableRow<Row>({ row, table }: { row: Row; table: DataTableProps<Row> }) {
  const { t } = useTranslation('common');
  const { columns, selection, onOpen, secondLine } = table;
  const key = table.rowKey(row);
  const selected = selection?.selected.has(key) ?? false;
  const toggle = () => {
    const next = new Set(selection?.selected);
    if (!next.delete(key)) next.add(key);
    selection?.onChange(next);
  };
  return (
    <tr
      data-tall={table.tall || undefined}
      data-selected={selected || key === table.current || undefined}
      aria-current={key === table.current ? 'true' : undefined}
      data-opens={onOpen === undefined ? undefined : true}
      onClick={(event) => {
        if (onOpen !== undefined && !isControl(event.target)) onOpen(row);
      }}
    >
      {selection !== undefined && (
        <td className={classes.check}>
          <Checkbox
            size="xs"
            checked={selected}
            onChange={toggle}
            aria-label={t(($) => $.selectRow, { name: selection.nameOf(row) })}
          />
        </td>
      )}
      {columns.map((column, index) => (
        <td key={column.id} data-align={column.align} data-shown={column.shown}>
          {column.cell(row)}
          {index === 0 && secondLine !== undefined && <div className={classes.second}>{secondLine(row)}</div>}
        </td>
      ))}
    </tr>
  );
}

function SelectAll<Row>({
  rows,
  rowKey,
  selection,
}: DataTableProps<Row> & { selection: NonNullable<DataTableProps<Row>['selection']> }) {
  const { t } = useTranslation('common');
  const all = rows.length > 0 && rows.every((row) => selection.selected.has(rowKey(row)));
  return (
    <Checkbox
      size="xs"
      checked={all}
      indeterminate={!all && selection.selected.size > 0}
      onChange={() => selection.onChange(all ? new Set() : new Set(rows.map(rowKey)))}
      aria-label={t(($) => $.selectAll)}
    />
  );
}

/** A click on a control inside a row, or in a menu that hangs on it, is that control's. */
function isControl(target: EventTarget): boolean {
  return (
    !(target instanceof Element) ||
    target.closest('a, button, input, label, [role="menu"]') !== null ||
    target.closest('tbody') === null
  );
}

function walkRows(event: KeyboardEvent, body: HTMLTableSectionElement | null): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || body === null || !(event.target instanceof HTMLAnchorElement)) return;
  const links = [...body.querySelectorAll<HTMLAnchorElement>('tr > td a:first-of-type')];
  const next = links[links.indexOf(event.target) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
