import { Button, Modal, Textarea } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../../api/server-error.tsx';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import entry from '../entry/entry.module.css';
import { CollectionField } from '../forms/collection-field.tsx';
import forms from '../forms/forms.module.css';
import { RelationField } from '../forms/label-fields.tsx';
import { ReasonField } from '../forms/reason-field.tsx';
import { RecordField } from '../forms/record-field.tsx';
import { LinkExists } from './link-exists.tsx';
import { useLinkForm } from './use-link-form.ts';
import { useSaveLink } from './use-save-link.ts';

/** Links two records by hand. */
export function LinkForm({ collection, onClose }: { collection: string; onClose: () => void }) {
  useFocusReturn();
  const { t } = useTranslation('data');
  const { t: tCommon } = useTranslation('common');
  const saving = useSaveLink(onClose);
  const { fields, set, problems, submit } = useLinkForm(collection);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const input = submit();
    if (input !== null) saving.mutate({ input, replace: false });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={t(($) => $.linkForm.title)}
      closeButtonProps={{ 'aria-label': tCommon(($) => $.close) }}
    >
      <form className={forms.form} noValidate onSubmit={save}>
        <CollectionField
          value={fields.namespace}
          onChange={(namespace) => set({ namespace })}
          error={problems.namespace}
        />
        <fieldset className={forms.group}>
          <legend>{t(($) => $.linkForm.from)}</legend>
          <RecordField
            value={fields.from}
            onChange={(from) => set({ from })}
            collection={fields.namespace}
            problems={problems.from}
          />
        </fieldset>
        <RelationField
          value={fields.relation}
          onChange={(relation) => set({ relation })}
          collection={fields.namespace}
          error={problems.relation}
        />
        <fieldset className={forms.group}>
          <legend>{t(($) => $.linkForm.to)}</legend>
          <RecordField
            value={fields.to}
            onChange={(to) => set({ to })}
            collection={fields.namespace}
            problems={problems.to}
          />
        </fieldset>
        <Textarea
          label={t(($) => $.linkForm.attributes)}
          description={t(($) => $.linkForm.attributesHelp)}
          value={fields.attributes}
          onChange={(event) => set({ attributes: event.currentTarget.value })}
          rows={3}
          spellCheck={false}
          classNames={{ input: entry.json ?? '' }}
          error={problems.attributes}
        />
        <ReasonField value={fields.reason} onChange={(reason) => set({ reason })} />
        {saving.data?.kind === 'exists' && saving.variables !== undefined && (
          <LinkExists
            linkId={saving.data.linkId}
            input={saving.variables.input}
            busy={saving.isPending}
            onReplace={(input) => saving.mutate({ input, replace: true })}
            onClose={onClose}
          />
        )}
        {saving.error !== null && <ServerError error={saving.error} />}
        <div className={forms.buttons}>
          <Button variant="default" onClick={onClose}>
            {tCommon(($) => $.back)}
          </Button>
          <Button type="submit" loading={saving.isPending}>
            {t(($) => $.linkForm.create)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
