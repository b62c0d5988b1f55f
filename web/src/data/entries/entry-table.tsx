import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { type Column, DataTable, type DataTableProps } from '../../ui/data-table.tsx';
import { Moment } from '../../ui/moment.tsx';
import links from '../../ui/text-link.module.css';
import type { ListedEntry } from '../data-types.ts';
import { useDataSearch } from '../use-data-search.ts';
import type { DataLayout } from '../use-layout.ts';
import { useOriginText } from '../use-origin-text.ts';
import classes from './entries.module.css';
import { ExpiryText } from './expiry-text.tsx';
import { valuePreview } from './value-text.ts';

/** One row for each entry: what it holds, until when, and who wrote it last. */
export function EntryTable({
  entries,
  layout,
  more,
  empty,
}: {
  entries: readonly ListedEntry[];
  layout: DataLayout;
  more: DataTableProps<ListedEntry>['more'];
  empty: ReactNode;
}) {
  const { t } = useTranslation('data');
  const { search, go } = useDataSearch();
  const columns = useColumns(layout);
  return (
    <DataTable
      label={t(($) => $.tabs.entries)}
      columns={columns}
      rows={entries}
      rowKey={(row) => row.key}
      current={search.entry}
      onOpen={(row) => go({ entry: row.key, link: undefined })}
      {...(layout !== 'wide' && { secondLine: (row: ListedEntry) => <SecondLine entry={row} />, tall: true })}
      more={more}
      empty={empty}
      flush
    />
  );
}

function useColumns(layout: DataLayout): Column<ListedEntry>[] {
  const { t } = useTranslation('data');
  const format = useFormat();
  const { search } = useDataSearch();
  // Beside the panel there is no room to spare, but the columns stay: what is narrow is the value.
  const shown = layout === 'wide' ? 'always' : 'wide';
  const roomy = layout === 'wide' ? undefined : true;
  return [
    {
      id: 'key',
      header: t(($) => $.entries.columns.key),
      cell: (row) => (
        <Link
          to="/data"
          search={{ ...search, entry: row.key, link: undefined }}
          className={`${links.name} ${classes.key}`}
          data-roomy={roomy}
        >
          <code>{row.key}</code>
        </Link>
      ),
    },
    {
      id: 'value',
      header: t(($) => $.entries.columns.value),
      cell: (row) => <code className={classes.value}>{valuePreview(row.value)}</code>,
    },
    {
      id: 'type',
      header: t(($) => $.entries.columns.type),
      shown,
      cell: (row) => <span className={classes.quiet}>{t(($) => $.types[row.valueType])}</span>,
    },
    {
      id: 'revision',
      header: t(($) => $.entries.columns.revision),
      align: 'end',
      shown,
      cell: (row) => format.number(row.revision),
    },
    {
      id: 'expires',
      header: t(($) => $.entries.columns.expires),
      cell: (row) => <ExpiryText expiresAt={row.expiresAt} />,
    },
    {
      id: 'lastWrite',
      header: t(($) => $.entries.columns.lastWrite),
      shown,
      cell: (row) => <LastWrite entry={row} />,
    },
  ];
}

function LastWrite({ entry }: { entry: ListedEntry }) {
  const { t } = useTranslation('data');
  const originText = useOriginText();
  const origin = entry.lastWrite === null ? null : originText(entry.lastWrite);
  return (
    <span className={classes.write}>
      {origin !== null && (
        <span className={classes.who} title={origin.who}>
          {origin.who}
        </span>
      )}
      <small>
        {origin !== null && origin.badge !== null && <span>{t(($) => $.origins[origin.badge ?? 'byHand'])}</span>}
        <Moment iso={entry.updatedAt} />
      </small>
    </span>
  );
}

function SecondLine({ entry }: { entry: ListedEntry }) {
  const { t } = useTranslation('data');
  return (
    <span className={classes.second}>
      <span>{t(($) => $.types[entry.valueType])}</span>
      <span>{t(($) => $.entry.revision, { revision: entry.revision })}</span>
      <LastWrite entry={entry} />
    </span>
  );
}
