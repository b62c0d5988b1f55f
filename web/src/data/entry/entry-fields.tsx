import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../../api/server-error.tsx';
import { useTRPC } from '../../api/trpc.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { Entry } from '../data-types.ts';
import { valueBytes } from '../entries/value-text.ts';
import { CollectionField } from '../forms/collection-field.tsx';
import forms from '../forms/forms.module.css';
import { ReasonField, reasonOf } from '../forms/reason-field.tsx';
import { ttlSeconds } from './ttl.ts';
import { type TtlDraft, TtlField } from './ttl-field.tsx';
import type { SetEntry } from './use-save-entry.ts';
import { type DraftReading, draftOf, emptyDraft, readDraft } from './value-draft.ts';
import { useDraftProblem, ValueField } from './value-field.tsx';

export interface EntryFieldsProps {
  entry: Entry | null;
  collection: string;
  busy: boolean;
  error: unknown;
  /** Set when the name of a new entry is taken: opens that entry. */
  taken: (() => void) | null;
  onSave: (input: SetEntry) => void;
  onClose: () => void;
}

export function EntryFields({ entry, collection, busy, error, taken, onSave, onClose }: EntryFieldsProps) {
  const { t } = useTranslation('data');
  const { t: tCommon } = useTranslation('common');
  const form = useEntryForm(entry, collection);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = form.submit();
    if (input !== null) onSave(input);
  };
  const { fields, set, problems } = form;
  return (
    <form className={forms.form} noValidate onSubmit={submit}>
      {entry === null && (
        <div className={forms.two}>
          <CollectionField
            value={fields.namespace}
            onChange={(namespace) => set({ namespace })}
            error={problems.namespace}
          />
          <TextInput
            label={t(($) => $.form.key)}
            description={t(($) => $.form.keyHelp)}
            value={fields.key}
            onChange={(event) => set({ key: event.currentTarget.value })}
            maxLength={256}
            error={problems.key}
            data-autofocus
          />
        </div>
      )}
      <ValueField draft={fields.draft} onChange={(draft) => set({ draft })} error={problems.value} />
      <TtlField
        draft={fields.ttl}
        onChange={(ttl) => set({ ttl })}
        expiresAt={entry?.expiresAt ?? null}
        error={problems.ttl}
      />
      <ReasonField value={fields.reason} onChange={(reason) => set({ reason })} />
      {taken !== null && (
        <div className={forms.banner} role="alert">
          <p className={forms.bannerTitle}>{t(($) => $.form.taken.title)}</p>
          <p className={forms.effect}>{t(($) => $.form.taken.text)}</p>
          <Button variant="default" size="xs" mt="xs" onClick={taken}>
            {t(($) => $.form.taken.open)}
          </Button>
        </div>
      )}
      {error !== null && <ServerError error={error} />}
      <div className={forms.buttons}>
        <Button variant="default" onClick={onClose}>
          {tCommon(($) => $.back)}
        </Button>
        <Button type="submit" loading={busy}>
          {entry === null ? t(($) => $.form.create) : tCommon(($) => $.save)}
        </Button>
      </div>
    </form>
  );
}

/** The state of the form; problems are told once somebody has tried to save. */
function useEntryForm(entry: Entry | null, collection: string) {
  const { t } = useTranslation('data');
  const tooLarge = useTooLarge();
  const draftProblem = useDraftProblem();
  const [tried, setTried] = useState(false);
  const [fields, setFields] = useState(() => ({
    namespace: entry?.namespace ?? collection,
    key: entry?.key ?? '',
    draft: entry === null ? emptyDraft : draftOf(entry.value, entry.valueType),
    ttl: { choice: entry?.expiresAt == null ? 'never' : 'keep', seconds: '' } as TtlDraft,
    reason: '',
  }));
  const reading = readDraft(fields.draft);
  const expiresAt = entry?.expiresAt ?? null;
  const ttl = ttlSeconds(fields.ttl.choice, { seconds: fields.ttl.seconds, expiresAt, now: Date.now() });
  const problems = {
    namespace: fields.namespace.trim() === '' ? t(($) => $.form.collectionNeeded) : null,
    key: fields.key.trim() === '' ? t(($) => $.form.keyNeeded) : null,
    value: draftProblem(reading) ?? tooLarge(reading),
    ttl: ttl === null ? t(($) => $.form.secondsNeeded) : null,
  };
  const input: SetEntry = {
    namespace: fields.namespace.trim(),
    key: fields.key.trim(),
    value: reading.value as SetEntry['value'],
    valueType: fields.draft.type,
    ttlSeconds: ttl ?? undefined,
    reason: reasonOf(fields.reason),
  };
  return {
    fields,
    set: (next: Partial<typeof fields>) => setFields((before) => ({ ...before, ...next })),
    problems: tried ? problems : { namespace: null, key: null, value: null, ttl: null },
    submit: (): SetEntry | null => {
      setTried(true);
      return Object.values(problems).every((problem) => problem === null) ? input : null;
    },
  };
}

function useTooLarge(): (reading: DraftReading) => string | null {
  const { t } = useTranslation('data');
  const format = useFormat();
  const trpc = useTRPC();
  const limits = useQuery(trpc.store.limits.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }));
  return ({ value, problem }) => {
    if (problem !== null || limits.data === undefined) return null;
    const size = valueBytes(value);
    const { maxValueBytes } = limits.data;
    return size <= maxValueBytes
      ? null
      : t(($) => $.form.tooLarge, { size: format.bytes(size), limit: format.bytes(maxValueBytes) });
  };
}
