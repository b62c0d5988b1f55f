import { IconSubtask } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type More, Paged, type PagedQuery } from '../api/paged.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Moment } from '../ui/moment.tsx';
import { EmptyState } from '../ui/states.tsx';
import links from '../ui/text-link.module.css';
import { NoMatch } from './no-match.tsx';
import { RecordStatus } from './record-status.tsx';
import classes from './records.module.css';

interface RecordLike {
  id: string;
  status: string;
  description: string | null;
  updatedAt: string;
}

export interface RecordTableProps<Row extends RecordLike> {
  of: 'projects' | 'tasks';
  query: PagedQuery<Row>;
  nameOf: (row: Row) => string;
  linkOf: (row: Row) => Pick<LinkProps, 'to' | 'params' | 'search'>;
  onOpen: (row: Row) => void;
  /** Columns between the status and the last change. */
  more?: readonly Column<Row>[];
  /** Said under the name on narrow pages. */
  secondLine?: (row: Row) => React.ReactNode;
  /** Takes the filters away; absent = there are none. */
  onClear: (() => void) | undefined;
}

/** Projects and tasks are lists of one kind: a name with what it is about, a status, the last change. */
export function RecordTable<Row extends RecordLike>(props: RecordTableProps<Row>) {
  const { t } = useTranslation('records');
  const { of, query } = props;
  return (
    <Paged query={query} height={54} what={t(($) => $[of].theList)}>
      {(rows, more) => <Rows {...props} rows={rows} next={more} />}
    </Paged>
  );
}

function Rows<Row extends RecordLike>({
  of,
  rows,
  next,
  nameOf,
  linkOf,
  onOpen,
  more = [],
  secondLine,
  onClear,
}: RecordTableProps<Row> & { rows: readonly Row[]; next: More | undefined }) {
  const { t } = useTranslation('records');
  const columns: Column<Row>[] = [
    {
      id: 'name',
      header: of === 'tasks' ? t(($) => $.fields.title) : t(($) => $.fields.name),
      cell: (row) => (
        <div className={classes.nameCell}>
          <Link {...linkOf(row)} className={links.name}>
            {nameOf(row)}
          </Link>
          {row.description !== null && <span className={classes.small}>{row.description}</span>}
        </div>
      ),
    },
    {
      id: 'status',
      header: t(($) => $.fields.status),
      width: '9rem',
      cell: (row) => <RecordStatus status={row.status} />,
    },
    ...more,
    {
      id: 'changed',
      header: t(($) => $.fields.changed),
      width: '9rem',
      align: 'end',
      cell: (row) => (
        <span className={classes.quiet}>
          <Moment iso={row.updatedAt} />
        </span>
      ),
    },
  ];
  return (
    <DataTable
      label={t(($) => $[of].title)}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      onOpen={onOpen}
      more={next}
      {...(secondLine !== undefined && { secondLine })}
      empty={
        onClear === undefined ? (
          <EmptyState icon={IconSubtask} title={t(($) => $[of].empty.title)} text={t(($) => $[of].empty.text)} />
        ) : (
          <NoMatch of={of} onClear={onClear} />
        )
      }
      tall
    />
  );
}
