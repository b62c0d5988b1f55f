import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import type { Entry } from '../data-types.ts';
import forms from '../forms/forms.module.css';
import { useDataSearch } from '../use-data-search.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import { EntryFields } from './entry-fields.tsx';
import { type SetEntry, useSaveEntry } from './use-save-entry.ts';

/** Makes an entry, or changes one as it was when the form opened. */
export function EntryForm({
  entry,
  collection,
  onClose,
}: {
  entry: Entry | null;
  collection: string;
  onClose: () => void;
}) {
  useFocusReturn();
  const { t } = useTranslation('data');
  const { t: tCommon } = useTranslation('common');
  const { open } = useDataSearch();
  // A live change behind the form must not become what the form believes to have seen.
  const [seen] = useState(entry);
  const saving = useSaveEntry(({ namespace, key }) => {
    onClose();
    if (seen === null) open({ collection: namespace, entry: key });
  });
  const conflict = saving.data?.kind === 'conflict' ? saving.data : null;
  const wanted = saving.variables;
  const openTheirs = () => {
    onClose();
    if (wanted !== undefined) open({ collection: wanted.namespace, entry: wanted.key });
  };
  const write = (input: SetEntry) => saving.mutate({ ...input, ifRevision: seen?.revision ?? 0 });
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={seen === null ? t(($) => $.form.new) : t(($) => $.form.edit, { key: seen.key })}
      closeButtonProps={{ 'aria-label': tCommon(($) => $.close) }}
    >
      {/* The fields stay while the choice is shown: what was typed comes back with it. */}
      <div hidden={conflict !== null && seen !== null}>
        <EntryFields
          entry={seen}
          collection={collection}
          busy={saving.isPending}
          error={saving.error}
          taken={seen === null && conflict !== null ? openTheirs : null}
          onSave={write}
          onClose={onClose}
        />
      </div>
      {conflict !== null && seen !== null && wanted !== undefined && (
        <div className={forms.form}>
          <ConflictChoice
            theirs={conflict.theirs}
            yours={wanted.value}
            busy={saving.isPending}
            onTakeTheirs={onClose}
            onTakeYours={() => saving.mutate({ ...wanted, ifRevision: conflict.theirs?.revision ?? 0 })}
          />
        </div>
      )}
    </Modal>
  );
}
