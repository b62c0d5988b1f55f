import { Button, Select } from '@mantine/core';
import { IconFilterOff, IconLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../../api/server-error.tsx';
import { useTRPC } from '../../api/trpc.ts';
import { EmptyState, Loading } from '../../ui/states.tsx';
import entries from '../entries/entries.module.css';
import forms from '../forms/forms.module.css';
import { useDataSearch } from '../use-data-search.ts';
import { LinkTable } from './link-table.tsx';
import { useLabelWords } from './use-label-words.ts';
import { useLinks } from './use-links.ts';

const PAGE_SIZE = 100;

/** Links of a collection under the filters of the address. */
export function LinksTab({ collection }: { collection: string }) {
  const { t } = useTranslation('data');
  const { search } = useDataSearch();
  const { from, to, relation } = search;
  const list = useLinks({ namespace: collection, fromType: from, toType: to, relation, limit: PAGE_SIZE });
  return (
    <>
      <Filters collection={collection} />
      {list.isPending ? (
        <Loading rows={5} height={54} what={t(($) => $.links.theList)} />
      ) : list.isError && list.data === undefined ? (
        <div className={entries.padded}>
          <ServerError error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : (
        <LinkTable
          label={t(($) => $.tabs.links)}
          links={list.data?.pages.flatMap((page) => page.items) ?? []}
          more={
            list.hasNextPage ? { fetch: () => void list.fetchNextPage(), fetching: list.isFetchingNextPage } : undefined
          }
          empty={<Nothing />}
        />
      )}
    </>
  );
}

function Filters({ collection }: { collection: string }) {
  const { t } = useTranslation('data');
  const words = useLabelWords();
  const { search, filter } = useDataSearch();
  const types = useLabels('types', collection, search.from, search.to);
  const relations = useLabels('relations', collection, search.relation);
  const typeOptions = types.map((type) => ({ value: type, label: words.recordType(type) }));
  const chosen = (value: string | null) => (value === null || value === '' ? undefined : value);
  return (
    <div className={entries.filters}>
      <Select
        aria-label={t(($) => $.links.fromType)}
        value={search.from ?? ''}
        data={[{ value: '', label: t(($) => $.links.anyFromType) }, ...typeOptions]}
        onChange={(from) => filter({ from: chosen(from) })}
        allowDeselect={false}
        searchable
        withScrollArea={false}
        classNames={{ options: forms.options ?? '' }}
        w={170}
      />
      <Select
        aria-label={t(($) => $.links.relation)}
        value={search.relation ?? ''}
        data={[
          { value: '', label: t(($) => $.links.anyRelation) },
          ...relations.map((relation) => ({ value: relation, label: words.relation(relation) })),
        ]}
        onChange={(relation) => filter({ relation: chosen(relation) })}
        allowDeselect={false}
        searchable
        withScrollArea={false}
        classNames={{ options: forms.options ?? '' }}
        w={170}
      />
      <Select
        aria-label={t(($) => $.links.toType)}
        value={search.to ?? ''}
        data={[{ value: '', label: t(($) => $.links.anyToType) }, ...typeOptions]}
        onChange={(to) => filter({ to: chosen(to) })}
        allowDeselect={false}
        searchable
        withScrollArea={false}
        classNames={{ options: forms.options ?? '' }}
        w={170}
      />
    </div>
  );
}

/** What is usual and what is in use here, and what the address asks for. */
function useLabels(kind: 'types' | 'relations', collection: string, ...asked: (string | undefined)[]): string[] {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.links.suggestions.queryOptions({ kind, namespace: collection }));
  const found = [...(data?.used ?? []), ...(data?.curated ?? [])];
  return [...new Set([...found, ...asked.filter((label) => label !== undefined)])];
}

function Nothing() {
  const { t } = useTranslation('data');
  const { t: tCommon } = useTranslation('common');
  const { search, filter } = useDataSearch();
  if (search.from === undefined && search.to === undefined && search.relation === undefined) {
    return <EmptyState icon={IconLink} title={t(($) => $.links.empty.title)} text={t(($) => $.links.empty.text)} />;
  }
  return (
    <EmptyState
      icon={IconFilterOff}
      title={t(($) => $.links.noMatch.title)}
      text={t(($) => $.links.noMatch.text)}
      action={
        <Button variant="default" onClick={() => filter({ from: undefined, to: undefined, relation: undefined })}>
          {tCommon(($) => $.clearFilters)}
        </Button>
      }
    />
  );
}
