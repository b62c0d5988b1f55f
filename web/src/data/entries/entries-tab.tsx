import { Button, Select } from '@mantine/core';
import { IconDatabase, IconFilterOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../../api/server-error.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { EmptyState, Loading } from '../../ui/states.tsx';
import { expiryFilters, valueTypes } from '../search.ts';
import { useDataSearch } from '../use-data-search.ts';
import type { DataLayout } from '../use-layout.ts';
import classes from './entries.module.css';
import { EntryTable } from './entry-table.tsx';
import { useEntries } from './use-entries.ts';

/** Entries of a collection under the filters of the address. */
export function EntriesTab({ collection, total, layout }: { collection: string; total: number; layout: DataLayout }) {
  const { t } = useTranslation('data');
  const { search } = useDataSearch();
  const list = useEntries(collection, search);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Filters shown={list.isPending ? null : rows.length} total={total} more={list.hasNextPage} />
      {list.isPending ? (
        <Loading rows={5} what={t(($) => $.entries.theList)} />
      ) : list.isError && list.data === undefined ? (
        <div className={classes.padded}>
          <ServerError error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : (
        <EntryTable
          entries={rows}
          layout={layout}
          more={
            list.hasNextPage ? { fetch: () => void list.fetchNextPage(), fetching: list.isFetchingNextPage } : undefined
          }
          empty={<Nothing />}
        />
      )}
    </>
  );
}

function Filters({ shown, total, more }: { shown: number | null; total: number; more: boolean }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const { search, filter } = useDataSearch();
  const numbers = { shown: format.number(shown ?? 0), total: format.number(Math.max(total, shown ?? 0)) };
  return (
    <div className={classes.filters}>
      <SearchField
        value={search.q ?? ''}
        onChange={(q) => filter({ q: q === '' ? undefined : q })}
        label={t(($) => $.entries.search)}
      />
      <Select
        aria-label={t(($) => $.entries.type)}
        value={search.type ?? ''}
        onChange={(type) => filter({ type: valueTypes.find((each) => each === type) })}
        data={[
          { value: '', label: t(($) => $.entries.anyType) },
          ...valueTypes.map((type) => ({ value: type, label: t(($) => $.types[type]) })),
        ]}
        allowDeselect={false}
        w={130}
      />
      <Select
        aria-label={t(($) => $.entries.expiry.label)}
        value={search.expiry ?? ''}
        onChange={(expiry) => filter({ expiry: expiryFilters.find((each) => each === expiry) })}
        data={[
          { value: '', label: t(($) => $.entries.anyExpiry) },
          ...expiryFilters.map((expiry) => ({ value: expiry, label: t(($) => $.entries.expiry[expiry]) })),
        ]}
        allowDeselect={false}
        w={150}
      />
      <span className={classes.shown} role="status">
        {shown === null ? '' : more ? t(($) => $.entries.more, numbers) : t(($) => $.entries.shown, numbers)}
      </span>
    </div>
  );
}

function Nothing() {
  const { t } = useTranslation('data');
  const { t: tCommon } = useTranslation('common');
  const { search, filter } = useDataSearch();
  const { q, type, expiry } = search;
  if (q === undefined && type === undefined && expiry === undefined) {
    return (
      <EmptyState icon={IconDatabase} title={t(($) => $.entries.empty.title)} text={t(($) => $.entries.empty.text)} />
    );
  }
  const filtered = type !== undefined || expiry !== undefined;
  return (
    <EmptyState
      icon={IconFilterOff}
      title={t(($) => $.entries.noMatch.title)}
      text={filtered ? t(($) => $.entries.noMatch.filters) : t(($) => $.entries.noMatch.prefix)}
      action={
        <Button variant="default" onClick={() => filter({ q: undefined, type: undefined, expiry: undefined })}>
          {tCommon(($) => $.clearFilters)}
        </Button>
      }
    />
  );
}
