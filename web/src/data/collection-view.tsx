import { Tabs } from '@mantine/core';
import { IconDatabase } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../api/server-error.tsx';
import { useTRPC } from '../api/trpc.ts';
import { useFormat } from '../i18n/use-format.ts';
import { lazyPart } from '../ui/lazy-part.ts';
import { EmptyState, Loading } from '../ui/states.tsx';
import classes from './data.module.css';
import type { Collection } from './data-types.ts';
import { EntriesTab } from './entries/entries-tab.tsx';
import { LinksTab } from './links/links-tab.tsx';
import { dataTabs } from './search.ts';
import { Split } from './split.tsx';
import { useDataSearch } from './use-data-search.ts';
import type { DataLayout } from './use-layout.ts';

const AroundPane = lazyPart(() => import('./around/around-pane.tsx'), 'AroundPane');

/** One collection: entries or links above, and what is linked around one record below. */
export function CollectionView({ collection, layout }: { collection: string | undefined; layout: DataLayout }) {
  const { t } = useTranslation('data');
  const trpc = useTRPC();
  // Counts of this one collection; without a name, whether there is any at all.
  const found = useQuery(
    trpc.store.collections.queryOptions({ namespace: collection, limit: 1 }, { placeholderData: keepPreviousData }),
  );
  if (found.isPending) return <Loading what={t(($) => $.collections.theList)} />;
  if (found.isError && found.data === undefined) {
    return (
      <div className={classes.padded}>
        <ServerError error={found.error} onRetry={() => void found.refetch()} />
      </div>
    );
  }
  const counted = found.data?.items.find((item) => item.namespace === collection);
  if (collection === undefined) {
    return (
      <EmptyState
        icon={IconDatabase}
        title={t(($) => $.collections.empty.title)}
        text={t(($) => $.collections.empty.text)}
      />
    );
  }
  return <Loaded item={counted ?? { namespace: collection, keyCount: 0, linkCount: 0 }} layout={layout} />;
}

function Loaded({ item, layout }: { item: Collection; layout: DataLayout }) {
  const { search, filter } = useDataSearch();
  const tab = search.tab ?? (item.keyCount === 0 && item.linkCount > 0 ? 'links' : 'entries');
  const upper = (
    <section className={classes.upper} aria-labelledby="collection-name">
      <h2 id="collection-name" className={classes.collectionName}>
        <code>{item.namespace}</code>
      </h2>
      <Tabs
        value={tab}
        onChange={(next) => filter({ tab: dataTabs.find((each) => each === next) })}
        keepMounted={false}
        className={classes.tabs}
      >
        <TabList item={item} />
        <Tabs.Panel value="entries">
          <EntriesTab key={item.namespace} collection={item.namespace} total={item.keyCount} layout={layout} />
        </Tabs.Panel>
        <Tabs.Panel value="links">
          <LinksTab key={item.namespace} collection={item.namespace} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
  if (item.linkCount === 0) return upper;
  const lower = (
    <Suspense fallback={null}>
      <AroundPane key={item.namespace} collection={item.namespace} />
    </Suspense>
  );
  if (layout === 'wide') return <Split upper={upper} lower={lower} />;
  return (
    <>
      {upper}
      <div className={classes.lower}>{lower}</div>
    </>
  );
}

function TabList({ item }: { item: Collection }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const counts = { entries: item.keyCount, links: item.linkCount };
  return (
    <Tabs.List aria-label={t(($) => $.tabs.label, { name: item.namespace })}>
      {dataTabs.map((each) => (
        <Tabs.Tab key={each} value={each}>
          {t(($) => $.tabs[each])} <span className={classes.count}>{format.number(counts[each])}</span>
        </Tabs.Tab>
      ))}
    </Tabs.List>
  );
}
