import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { secondsUntil } from '../entries/expiry.ts';
import { type TtlChoice, ttlChoices } from './ttl.ts';

export interface TtlDraft {
  choice: TtlChoice;
  seconds: string;
}

export function TtlField({
  draft,
  onChange,
  expiresAt,
  error,
}: {
  draft: TtlDraft;
  onChange: (draft: TtlDraft) => void;
  /** End of the entry as it is. */
  expiresAt: string | null;
  error: string | null;
}) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const [openedAt] = useState(Date.now);
  const time = expiresAt === null ? '' : format.duration(secondsUntil(expiresAt, openedAt) * 1000);
  return (
    <>
      <Select
        label={t(($) => $.form.expiry)}
        value={draft.choice}
        data={ttlChoices
          .filter((choice) => choice !== 'keep' || expiresAt !== null)
          .map((choice) => ({ value: choice, label: t(($) => $.form.expiries[choice], { time }) }))}
        onChange={(choice) => onChange({ ...draft, choice: ttlChoices.find((each) => each === choice) ?? 'never' })}
        allowDeselect={false}
      />
      {draft.choice === 'custom' && (
        <TextInput
          label={t(($) => $.form.seconds)}
          inputMode="numeric"
          value={draft.seconds}
          onChange={(event) => onChange({ ...draft, seconds: event.currentTarget.value })}
          error={error}
        />
      )}
    </>
  );
}
