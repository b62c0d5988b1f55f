import { Button, Modal, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../../api/server-error.tsx';
import { type Inputs, useTRPC, useTRPCClient } from '../../api/trpc.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import type { RecordRef } from '../data-types.ts';
import entry from '../entry/entry.module.css';
import { readDraft } from '../entry/value-draft.ts';
import { useDraftProblem } from '../entry/value-field.tsx';
import { CollectionField } from '../forms/collection-field.tsx';
import forms from '../forms/forms.module.css';
import { RelationField } from '../forms/label-fields.tsx';
import { ReasonField, reasonOf } from '../forms/reason-field.tsx';
import { RecordField } from '../forms/record-field.tsx';
import { useDataSearch } from '../use-data-search.ts';

type NewLink = Inputs['links']['upsert'];

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

/** The same typed edge is never there twice: what it says now is not written over silently. */
function LinkExists({
  linkId,
  input,
  busy,
  onReplace,
  onClose,
}: {
  linkId: string;
  input: NewLink;
  busy: boolean;
  onReplace: (input: NewLink) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('data');
  const { open } = useDataSearch();
  const show = () => {
    onClose();
    open({ collection: input.namespace, tab: 'links', link: linkId });
  };
  return (
    <div className={forms.banner} role="alert">
      <p className={forms.bannerTitle}>{t(($) => $.linkForm.exists.title)}</p>
      <p className={forms.effect}>{t(($) => $.linkForm.exists.text)}</p>
      <div className={forms.bannerButtons}>
        <Button variant="default" size="xs" onClick={show}>
          {t(($) => $.linkForm.exists.open)}
        </Button>
        <Button variant="default" size="xs" loading={busy} onClick={() => onReplace(input)}>
          {t(($) => $.linkForm.exists.replace)}
        </Button>
      </div>
    </div>
  );
}

const noRecord: RecordRef = { type: '', id: '' };

function useLinkForm(collection: string) {
  const { t } = useTranslation('data');
  const readAttributes = useAttributes();
  const [tried, setTried] = useState(false);
  const [fields, setFields] = useState({
    namespace: collection,
    from: noRecord,
    to: noRecord,
    relation: 'related',
    attributes: '',
    reason: '',
  });
  const attributes = readAttributes(fields.attributes);
  const told = (missing: boolean, text: string) => (tried && missing ? text : null);
  const ofRecord = ({ type, id }: RecordRef) => ({
    type: told(
      type.trim() === '',
      t(($) => $.linkForm.typeNeeded),
    ),
    id: told(
      id.trim() === '',
      t(($) => $.linkForm.idNeeded),
    ),
  });
  const trimmed = ({ type, id }: RecordRef) => ({ type: type.trim(), id: id.trim() });
  const parts = [fields.namespace, fields.from.type, fields.from.id, fields.to.type, fields.to.id, fields.relation];
  return {
    fields,
    set: (next: Partial<typeof fields>) => setFields((before) => ({ ...before, ...next })),
    problems: {
      namespace: told(
        fields.namespace.trim() === '',
        t(($) => $.form.collectionNeeded),
      ),
      from: ofRecord(fields.from),
      to: ofRecord(fields.to),
      relation: told(
        fields.relation.trim() === '',
        t(($) => $.linkForm.relationNeeded),
      ),
      attributes: tried ? attributes.problem : null,
    },
    submit: (): NewLink | null => {
      setTried(true);
      if (attributes.value === null || parts.some((part) => part.trim() === '')) return null;
      return {
        namespace: fields.namespace.trim(),
        from: trimmed(fields.from),
        to: trimmed(fields.to),
        relation: fields.relation.trim(),
        attributes: attributes.value,
        reason: reasonOf(fields.reason),
      };
    },
  };
}

type Attributes = NonNullable<NewLink['attributes']>;

function useAttributes() {
  const { t } = useTranslation('data');
  const draftProblem = useDraftProblem();
  return (text: string): { value: Attributes; problem: null } | { value: null; problem: string } => {
    if (text.trim() === '') return { value: {}, problem: null };
    const reading = readDraft({ type: 'json', text, flag: false });
    const problem = draftProblem(reading);
    if (problem !== null) return { value: null, problem };
    const { value } = reading;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isObject) return { value: null, problem: t(($) => $.linkForm.attributesObject) };
    return { value: value as Attributes, problem: null };
  };
}

type LinkResult = { kind: 'made'; linkId: string; created: boolean } | { kind: 'exists'; linkId: string };

function useSaveLink(onClose: () => void) {
  const { t } = useTranslation('data');
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { open } = useDataSearch();
  return useMutation({
    mutationFn: async ({ input, replace }: { input: NewLink; replace: boolean }): Promise<LinkResult> => {
      const { namespace, from, to, relation } = input;
      const ends = { fromType: from.type, fromId: from.id, toType: to.type, toId: to.id };
      const found = replace ? null : await client.links.list.query({ namespace, ...ends, relation, limit: 1 });
      const [there] = found?.items ?? [];
      if (there !== undefined) return { kind: 'exists', linkId: there.linkId };
      return { kind: 'made', ...(await client.links.upsert.mutate(input)) };
    },
    onSuccess: async (result, { input: { namespace, from } }) => {
      if (result.kind === 'exists') return;
      const { linkId, created } = result;
      announce(created ? t(($) => $.linkForm.made) : t(($) => $.linkForm.replaced));
      onClose();
      open({ collection: namespace, tab: 'links', link: linkId, recordType: from.type, recordId: from.id });
      await queries.invalidateQueries(trpc.links.pathFilter());
      await queries.invalidateQueries(trpc.store.pathFilter());
    },
  });
}
