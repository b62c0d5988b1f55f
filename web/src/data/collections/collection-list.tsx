import { Button } from '@mantine/core';
import { IconDatabase, IconLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../../api/server-error.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { Loading } from '../../ui/states.tsx';
import type { Collection } from '../data-types.ts';
import classes from './collections.module.css';
import { useCollections } from './use-collections.ts';

/** Every collection with what it holds; one is the page's. */
export function CollectionList({ current }: { current: string | undefined }) {
  const { t } = useTranslation('data');
  const { t: tCommon } = useTranslation('common');
  const format = useFormat();
  const [search, setSearch] = useState('');
  const list = useCollections(search);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <nav className={classes.list} aria-label={t(($) => $.collections.title)}>
      <SearchField value={search} onChange={setSearch} label={t(($) => $.collections.find)} />
      <p className={classes.head}>
        <span>{t(($) => $.collections.title)}</span>
        {!list.hasNextPage && list.data !== undefined && <span>{format.number(items.length)}</span>}
      </p>
      {list.isPending && <Loading rows={4} what={t(($) => $.collections.theList)} />}
      {list.isError && list.data === undefined && (
        <ServerError error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data !== undefined && items.length === 0 && (
        <p className={classes.noMatch}>{t(($) => $.collections.noMatch)}</p>
      )}
      <ul className={classes.items}>
        {items.map((item) => (
          <CollectionItem key={item.namespace} item={item} current={item.namespace === current} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="subtle" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {tCommon(($) => $.showMore)}
        </Button>
      )}
    </nav>
  );
}

function CollectionItem({ item, current }: { item: Collection; current: boolean }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  return (
    <li>
      <Link
        to="/data"
        search={{ collection: item.namespace }}
        className={classes.item}
        data-current={current || undefined}
        aria-current={current ? 'true' : undefined}
      >
        <code className={classes.name} title={item.namespace}>
          {item.namespace}
        </code>
        <span className={classes.counts}>
          {item.keyCount > 0 && (
            <span>
              <IconDatabase size={13} stroke={1.7} aria-hidden />
              <span aria-hidden>{format.number(item.keyCount)}</span>
              <span className={classes.spoken}>
                {t(($) => $.totals.entries, { count: item.keyCount, number: format.number(item.keyCount) })}
              </span>
            </span>
          )}
          {item.linkCount > 0 && (
            <span>
              <IconLink size={13} stroke={1.7} aria-hidden />
              <span aria-hidden>{format.number(item.linkCount)}</span>
              <span className={classes.spoken}>
                {t(($) => $.totals.links, { count: item.linkCount, number: format.number(item.linkCount) })}
              </span>
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}
