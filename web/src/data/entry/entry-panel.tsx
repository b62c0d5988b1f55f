import { Button } from '@mantine/core';
import { IconDatabaseX, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiErrorOf } from '../../api/api-error.ts';
import { useLiveState } from '../../api/live.ts';
import { ServerError } from '../../api/server-error.tsx';
import { useTRPC } from '../../api/trpc.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useNow } from '../../ui/clock.ts';
import { JsonView } from '../../ui/json-view.tsx';
import { EmptyState, Loading } from '../../ui/states.tsx';
import type { Entry } from '../data-types.ts';
import { DeleteAction } from '../delete-action.tsx';
import { expiryOf } from '../entries/expiry.ts';
import { valueBytes } from '../entries/value-text.ts';
import { EntryHistory } from '../history/entry-history.tsx';
import { ManageButton } from '../manage-button.tsx';
import classes from '../panel.module.css';
import { PanelHead } from '../panel-head.tsx';
import { DeleteEntryDialog } from './delete-entry-dialog.tsx';
import { EntryForm } from './entry-form.tsx';

const FALLBACK_POLL_MS = 10_000;

/** What an entry holds, and every revision that there was. */
export function EntryPanel({
  collection,
  entryKey,
  onClose,
}: {
  collection: string;
  entryKey: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('data');
  const trpc = useTRPC();
  const live = useLiveState();
  const [dialog, setDialog] = useState<'edit' | 'delete' | null>(null);
  const address = { namespace: collection, key: entryKey };
  const query = useQuery(
    trpc.store.get.queryOptions(address, { refetchInterval: live === 'live' ? false : FALLBACK_POLL_MS }),
  );
  const isGone = query.isError && apiErrorOf(query.error).code === 'NOT_FOUND';
  const entry = isGone ? undefined : query.data;
  const close = () => setDialog(null);
  return (
    <>
      <PanelHead
        title={<code>{entryKey}</code>}
        actions={
          entry !== undefined && <Actions onEdit={() => setDialog('edit')} onDelete={() => setDialog('delete')} />
        }
        onClose={onClose}
      />
      {query.isPending && <Loading rows={3} what={t(($) => $.entry.the)} />}
      {query.isError && !isGone && entry === undefined && (
        <div className={classes.section}>
          <ServerError error={query.error} onRetry={() => void query.refetch()} />
        </div>
      )}
      {entry !== undefined && <Value entry={entry} />}
      {isGone && <Gone />}
      {(entry !== undefined || isGone) && <EntryHistory address={address} entry={entry ?? null} />}
      {dialog === 'edit' && entry !== undefined && <EntryForm entry={entry} collection={collection} onClose={close} />}
      {dialog === 'delete' && <DeleteEntryDialog address={address} onClose={close} />}
    </>
  );
}

function Actions({ onEdit, onDelete }: { onEdit: () => void; onDelete: () => void }) {
  const { t } = useTranslation('data');
  return (
    <>
      <ManageButton>
        {(state) => (
          <Button
            {...state}
            variant="default"
            size="xs"
            leftSection={<IconPencil size={14} stroke={1.7} aria-hidden />}
            onClick={onEdit}
          >
            {t(($) => $.entry.edit)}
          </Button>
        )}
      </ManageButton>
      <DeleteAction label={t(($) => $.entry.delete)} onClick={onDelete} />
    </>
  );
}

function Value({ entry }: { entry: Entry }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const now = useNow(entry.expiresAt !== null);
  const trpc = useTRPC();
  const limits = useQuery(trpc.store.limits.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }));
  const size = format.bytes(valueBytes(entry.value));
  const expiry = expiryOf(entry.expiresAt, now, format);
  return (
    <section className={classes.section}>
      <JsonView value={entry.value} label={t(($) => $.entry.value, { key: entry.key })} />
      <p className={classes.facts}>
        <span>{t(($) => $.types[entry.valueType])}</span>
        <span>{t(($) => $.entry.revision, { revision: entry.revision })}</span>
        <span>
          {limits.data === undefined
            ? size
            : t(($) => $.entry.size, { size, limit: format.bytes(limits.data.maxValueBytes) })}
        </span>
        {expiry.kind === 'never' && <span>{t(($) => $.entry.neverExpires)}</span>}
        {expiry.kind === 'over' && <span data-ends>{t(($) => $.entries.expired)}</span>}
        {expiry.kind === 'ends' && <span data-ends>{t(($) => $.entry.expiresIn, { time: expiry.text })}</span>}
      </p>
    </section>
  );
}

function Gone() {
  const { t } = useTranslation('data');
  return (
    <EmptyState icon={IconDatabaseX} title={t(($) => $.entry.deleted.title)} text={t(($) => $.entry.deleted.text)} />
  );
}
