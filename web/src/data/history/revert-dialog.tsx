import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry, EntryChange } from '../data-types.ts';
import { secondsUntil } from '../entries/expiry.ts';
import { useSaveEntry } from '../entry/use-save-entry.ts';
import { ConfirmDialog } from '../forms/confirm-dialog.tsx';
import forms from '../forms/forms.module.css';
import { valueTypes } from '../search.ts';

/** Writes an old value as a new revision, over the one that was looked at and no other. */
export function RevertDialog({
  change,
  entry,
  onClose,
}: {
  change: EntryChange;
  /** Null = the entry is gone: reverting makes it anew. */
  entry: Entry | null;
  onClose: () => void;
}) {
  const { t } = useTranslation('data');
  const [seen] = useState(entry);
  const { key, namespace, revision } = change;
  const saving = useSaveEntry(onClose, () => t(($) => $.revert.done, { key, revision }));
  const write = (reason: string | undefined) =>
    saving.mutate({
      namespace,
      key,
      value: change.valueAfter,
      valueType: valueTypes.find((type) => type === change.valueType) ?? 'json',
      // The end is not part of the value: it stays as it is now.
      ttlSeconds: seen?.expiresAt == null ? undefined : secondsUntil(seen.expiresAt, Date.now()),
      ifRevision: seen?.revision ?? 0,
      reason,
    });
  return (
    <ConfirmDialog
      title={t(($) => $.revert.title, { key, revision })}
      effect={
        <>
          {t(($) => $.revert.text)}
          {saving.data?.kind === 'conflict' && (
            <span className={forms.note} role="alert">
              {t(($) => $.revert.changed)}
            </span>
          )}
        </>
      }
      verb={t(($) => $.revert.verb)}
      isOff={saving.data?.kind === 'conflict'}
      busy={saving.isPending}
      error={saving.error}
      onConfirm={write}
      onClose={onClose}
    />
  );
}
