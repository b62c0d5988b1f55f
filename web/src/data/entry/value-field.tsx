import { Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { valueTypes } from '../search.ts';
import classes from './entry.module.css';
import type { DraftReading, ValueDraft } from './value-draft.ts';

/** Type and value; the control follows the type. */
export function ValueField({
  draft,
  onChange,
  error,
}: {
  draft: ValueDraft;
  onChange: (draft: ValueDraft) => void;
  error: string | null;
}) {
  const { t } = useTranslation('data');
  const text = (next: string) => onChange({ ...draft, text: next });
  return (
    <>
      <Select
        label={t(($) => $.form.type)}
        value={draft.type}
        data={valueTypes.map((type) => ({ value: type, label: t(($) => $.types[type]) }))}
        onChange={(type) => onChange({ ...draft, type: valueTypes.find((each) => each === type) ?? 'json' })}
        allowDeselect={false}
      />
      {draft.type === 'string' && (
        <Textarea
          label={t(($) => $.form.text)}
          value={draft.text}
          onChange={(event) => text(event.currentTarget.value)}
          rows={3}
          error={error}
        />
      )}
      {draft.type === 'number' && (
        <TextInput
          label={t(($) => $.form.number)}
          inputMode="decimal"
          value={draft.text}
          onChange={(event) => text(event.currentTarget.value)}
          error={error}
        />
      )}
      {draft.type === 'boolean' && (
        <Switch
          label={t(($) => $.form.yesOrNo)}
          checked={draft.flag}
          onChange={(event) => onChange({ ...draft, flag: event.currentTarget.checked })}
          error={error}
        />
      )}
      {draft.type === 'json' && (
        <Textarea
          label={t(($) => $.form.json)}
          value={draft.text}
          onChange={(event) => text(event.currentTarget.value)}
          rows={9}
          spellCheck={false}
          classNames={{ input: classes.json ?? '' }}
          error={error}
        />
      )}
    </>
  );
}

/** What is wrong with the draft, in words. */
export function useDraftProblem(): (reading: DraftReading) => string | null {
  const { t } = useTranslation('data');
  return ({ problem }) => {
    if (problem === null) return null;
    if (typeof problem === 'string') return t(($) => $.form[problem]);
    const { line, token } = problem;
    return token === null ? t(($) => $.form.jsonEnds, { line }) : t(($) => $.form.jsonAt, { line, token });
  };
}
