import { Button } from '@mantine/core';
import { IconArrowDown, IconLinkPlus, IconPencil, IconUnlink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveState } from '../../api/live.ts';
import { ServerError } from '../../api/server-error.tsx';
import { useTRPC, useTRPCClient } from '../../api/trpc.ts';
import { usePages } from '../../api/use-pages.ts';
import { JsonView } from '../../ui/json-view.tsx';
import { EmptyState, Loading } from '../../ui/states.tsx';
import type { LinkChange } from '../data-types.ts';
import { DeleteAction } from '../delete-action.tsx';
import { DiffView } from '../history/diff-view.tsx';
import history from '../history/history.module.css';
import { Revision, Revisions } from '../history/revisions.tsx';
import panel from '../panel.module.css';
import { PanelHead } from '../panel-head.tsx';
import { DeleteLinkDialog } from './delete-link-dialog.tsx';
import classes from './links.module.css';
import { RecordCell } from './record-cell.tsx';
import { useLabelWords } from './use-label-words.ts';

const PAGE_SIZE = 20;
const FALLBACK_POLL_MS = 10_000;

/** Both ends of a link, its attributes, and which runs or people made it what it is. All of it stands in its history. */
export function LinkPanel({ linkId, onClose }: { linkId: string; onClose: () => void }) {
  const { t } = useTranslation('data');
  const [deleting, setDeleting] = useState(false);
  const list = useLinkHistory(linkId);
  const changes = list.data?.pages.flatMap((page) => page.items) ?? [];
  const [newest] = changes;
  return (
    <>
      <PanelHead
        title={t(($) => $.link.label)}
        actions={
          newest?.operation === 'upsert' && (
            <DeleteAction label={t(($) => $.link.delete)} onClick={() => setDeleting(true)} />
          )
        }
        onClose={onClose}
      />
      {list.isPending && <Loading rows={4} what={t(($) => $.link.the)} />}
      {list.isError && list.data === undefined && (
        <div className={panel.section}>
          <ServerError error={list.error} onRetry={() => void list.refetch()} />
        </div>
      )}
      {list.data !== undefined && newest === undefined && (
        <EmptyState icon={IconUnlink} title={t(($) => $.link.label)} text={t(($) => $.link.missing)} />
      )}
      {newest !== undefined && <Details link={newest} />}
      {newest !== undefined && (
        <section className={panel.section}>
          <header className={history.head}>
            <h3>{t(($) => $.history.title)}</h3>
          </header>
          <Revisions label={t(($) => $.history.title)}>
            {changes.map((change, index) => (
              <LinkRevision key={change.historyId} change={change} isNewest={index === 0} />
            ))}
          </Revisions>
          {list.hasNextPage && (
            <Button variant="subtle" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
              {t(($) => $.history.older)}
            </Button>
          )}
        </section>
      )}
      {deleting && newest !== undefined && <DeleteLinkDialog link={newest} onClose={() => setDeleting(false)} />}
    </>
  );
}

function Details({ link }: { link: LinkChange }) {
  const { t } = useTranslation('data');
  const words = useLabelWords();
  const attributes = link.attributesAfter ?? link.attributesBefore ?? {};
  return (
    <section className={panel.section}>
      <div className={classes.ends}>
        <RecordCell record={link.from} name={link.fromName} />
        <p className={classes.relation}>
          <IconArrowDown size={14} stroke={2} aria-hidden />
          {words.relation(link.relation)}
        </p>
        <RecordCell record={link.to} name={link.toName} />
      </div>
      {link.operation === 'delete' && <p className={panel.notice}>{t(($) => $.link.deleted)}</p>}
      {Object.keys(attributes).length === 0 ? (
        <p className={panel.quiet}>{t(($) => $.link.noAttributes)}</p>
      ) : (
        <JsonView value={attributes} label={t(($) => $.link.attributes)} />
      )}
    </section>
  );
}

const marks = { made: IconLinkPlus, changed: IconPencil, delete: IconUnlink } as const;

function LinkRevision({ change, isNewest }: { change: LinkChange; isNewest: boolean }) {
  const { t } = useTranslation('data');
  const did = change.operation === 'delete' ? 'delete' : change.attributesBefore === null ? 'made' : 'changed';
  const Mark = marks[did];
  const word = t(($) => $.link.operations[did]);
  return (
    <Revision
      mark={<Mark size={13} stroke={1.8} aria-hidden />}
      markLabel={word}
      isNewest={isNewest}
      origin={change}
      did={word}
    >
      {did === 'changed' && (
        <DiffView before={change.attributesBefore ?? undefined} after={change.attributesAfter ?? undefined} />
      )}
    </Revision>
  );
}

function useLinkHistory(linkId: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const live = useLiveState();
  const input = { linkId, limit: PAGE_SIZE };
  return usePages(
    trpc.links.history.infiniteQueryKey(input),
    (cursor) => client.links.history.query({ ...input, cursor }),
    { refetchInterval: live === 'live' ? false : FALLBACK_POLL_MS },
  );
}
