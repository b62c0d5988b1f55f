import { Button } from '@mantine/core';
import { IconLinkOff, IconSelector } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../../api/server-error.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { EmptyState, Loading } from '../../ui/states.tsx';
import { Tile } from '../../ui/tile.tsx';
import type { DataLink, RecordName, RecordRef } from '../data-types.ts';
import { LinkTable } from '../links/link-table.tsx';
import { recordIcon, sameRecord, useRecordLabel } from '../links/record-label.ts';
import { useLinks } from '../links/use-links.ts';
import { useDataSearch } from '../use-data-search.ts';
import classes from './around.module.css';
import { AroundControls } from './around-controls.tsx';
import { LinkGraph } from './link-graph.tsx';
import { mostUsed } from './most-used.ts';
import { RecordPicker } from './record-picker.tsx';

const PAGE_SIZE = 60;

/** What is linked to one record, as a picture or a table. Until a record is chosen it is the one that the first link begins at. */
export function AroundPane({ collection }: { collection: string }) {
  const { search } = useDataSearch();
  const first = useLinks({ namespace: collection, limit: 1 }).data?.pages[0]?.items[0];
  const { recordType, recordId } = search;
  const chosen = recordType !== undefined && recordId !== undefined ? { type: recordType, id: recordId } : undefined;
  const center = chosen ?? first?.from;
  if (center === undefined) return null;
  const known = first !== undefined && sameRecord(first.from, center) ? first.fromName : null;
  return <Around collection={collection} center={center} known={known} />;
}

function Around({
  collection,
  center,
  known,
}: {
  collection: string;
  center: RecordRef;
  /** Its name, where something else on the page has told it. */
  known: RecordName;
}) {
  const { t } = useTranslation('data');
  const { search } = useDataSearch();
  const list = useLinks({
    namespace: collection,
    fromType: center.type,
    fromId: center.id,
    direction: search.direction ?? 'either',
    limit: PAGE_SIZE,
  });
  const links = list.data?.pages.flatMap((page) => page.items) ?? [];
  const more = list.hasNextPage
    ? { fetch: () => void list.fetchNextPage(), fetching: list.isFetchingNextPage }
    : undefined;
  return (
    <section className={classes.pane} aria-label={t(($) => $.around.label)}>
      <header className={classes.head}>
        <h2>{t(($) => $.around.title)}</h2>
        <CenterButton collection={collection} center={center} name={nameOf(center, links) ?? known} />
        <AroundControls />
      </header>
      {list.isPending ? (
        <Loading rows={3} height={54} what={t(($) => $.links.theList)} />
      ) : list.isError && list.data === undefined ? (
        <div className={classes.padded}>
          <ServerError error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : (
        <Shown center={center} links={links} more={more} />
      )}
    </section>
  );
}

function Shown({
  center,
  links,
  more,
}: {
  center: RecordRef;
  links: readonly DataLink[];
  more: { fetch: () => void; fetching: boolean } | undefined;
}) {
  const { t } = useTranslation('data');
  const { t: tCommon } = useTranslation('common');
  const format = useFormat();
  const { search } = useDataSearch();
  if (links.length === 0) {
    return (
      <EmptyState icon={IconLinkOff} title={t(($) => $.around.empty.title)} text={t(($) => $.around.empty.text)} />
    );
  }
  if (search.view === 'table') {
    return <LinkTable label={t(($) => $.around.label)} links={links} more={more} empty={null} />;
  }
  const number = format.number(links.length);
  const selected = links.find((link) => link.linkId === search.link);
  return (
    <>
      <LinkGraph
        center={center}
        name={nameOf(center, links)}
        links={links}
        chosen={selected?.relation ?? search.relation ?? mostUsed(links.map((link) => link.relation))}
      />
      <p className={classes.foot}>
        <span>
          {more === undefined
            ? t(($) => $.around.count, { count: links.length, number })
            : t(($) => $.around.first, { number })}
        </span>
        {more === undefined ? (
          <span>{t(($) => $.around.hint)}</span>
        ) : (
          <Button size="xs" variant="subtle" onClick={more.fetch} loading={more.fetching}>
            {tCommon(($) => $.showMore)}
          </Button>
        )}
      </p>
    </>
  );
}

function CenterButton({ collection, center, name }: { collection: string; center: RecordRef; name: RecordName }) {
  const { t } = useTranslation('data');
  const [picking, setPicking] = useState(false);
  const { title, isId } = useRecordLabel()(center, name);
  return (
    <>
      <Button
        variant="default"
        classNames={{ root: classes.center ?? '', label: classes.centerLabel ?? '' }}
        leftSection={<Tile icon={recordIcon(center.type)} family="records" size={20} />}
        rightSection={<IconSelector size={15} stroke={1.7} aria-hidden />}
        onClick={() => setPicking(true)}
        title={title}
        aria-haspopup="dialog"
        aria-label={t(($) => $.around.chooseOther, { name: title })}
      >
        {isId ? <code>{title}</code> : title}
      </Button>
      {picking && <RecordPicker collection={collection} center={center} onClose={() => setPicking(false)} />}
    </>
  );
}

function nameOf(record: RecordRef, links: readonly DataLink[]): RecordName {
  for (const link of links) {
    if (sameRecord(link.from, record)) return link.fromName;
    if (sameRecord(link.to, record)) return link.toName;
  }
  return null;
}
