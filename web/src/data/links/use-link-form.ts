import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inputs } from '../../api/trpc.ts';
import type { RecordRef } from '../data-types.ts';
import { readDraft } from '../entry/value-draft.ts';
import { useDraftProblem } from '../entry/value-field.tsx';
import { reasonOf } from '../forms/reason-field.tsx';

export type NewLink = Inputs['links']['upsert'];

const noRecord: RecordRef = { type: '', id: '' };

/** The state of the form; problems are told once somebody has tried to save. */
export function useLinkForm(collection: string) {
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
