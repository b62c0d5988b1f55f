import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable, type DataTableProps } from '../../ui/data-table.tsx';
import { Moment } from '../../ui/moment.tsx';
import text from '../../ui/text-link.module.css';
import type { DataLink } from '../data-types.ts';
import { useDataSearch } from '../use-data-search.ts';
import { RecordCell } from './record-cell.tsx';
import { useRecordLabel } from './record-label.ts';
import { useLabelWords } from './use-label-words.ts';

/** One row for each link: both ends lead around their record, the relationship opens the link. */
export function LinkTable({
  label,
  links,
  more,
  empty,
}: {
  label: string;
  links: readonly DataLink[];
  more: DataTableProps<DataLink>['more'];
  empty: ReactNode;
}) {
  const { t } = useTranslation('data');
  const { search, go } = useDataSearch();
  const columns: Column<DataLink>[] = [
    {
      id: 'from',
      header: t(($) => $.links.columns.from),
      cell: (row) => <RecordCell record={row.from} name={row.fromName} />,
    },
    { id: 'relation', header: t(($) => $.links.columns.relation), cell: (row) => <OpenLink link={row} /> },
    { id: 'to', header: t(($) => $.links.columns.to), cell: (row) => <RecordCell record={row.to} name={row.toName} /> },
    {
      id: 'made',
      header: t(($) => $.links.columns.made),
      align: 'end',
      shown: 'wide',
      cell: (row) => <Moment iso={row.createdAt} />,
    },
  ];
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={links}
      rowKey={(row) => row.linkId}
      current={search.link}
      onOpen={(row) => go({ link: row.linkId, entry: undefined })}
      more={more}
      empty={empty}
      tall
      flush
    />
  );
}

function OpenLink({ link }: { link: DataLink }) {
  const { t } = useTranslation('data');
  const { search } = useDataSearch();
  const words = useLabelWords();
  const labelOf = useRecordLabel();
  const relation = words.relation(link.relation);
  return (
    <Link
      to="/data"
      search={{ ...search, link: link.linkId, entry: undefined }}
      className={text.link}
      aria-label={t(($) => $.around.openLink, {
        relation,
        from: labelOf(link.from, link.fromName).title,
        to: labelOf(link.to, link.toName).title,
      })}
    >
      {relation}
    </Link>
  );
}
