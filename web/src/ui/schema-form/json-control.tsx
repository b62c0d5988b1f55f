import { Textarea } from '@mantine/core';
import type { Json } from '@penstock/server/language';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ControlProps, inputProps } from './control-props.ts';
import classes from './schema-form.module.css';

/** Any value, written as JSON. Text that is not JSON yet is kept in the field and not told on. */
export function JsonControl(props: ControlProps) {
  const { value, onChange, error } = props;
  const { t } = useTranslation('forms');
  // null = shows what is stored.
  const [typed, setTyped] = useState<string | null>(null);
  const stored = value === undefined ? '' : JSON.stringify(value, null, 2);
  const isWrong = typed !== null && typed.trim() !== '' && parsed(typed) === undefined;
  return (
    <Textarea
      {...inputProps(props)}
      error={isWrong ? t(($) => $.jsonWrong) : error}
      classNames={{ input: classes.code ?? '' }}
      autosize
      minRows={3}
      maxRows={16}
      spellCheck={false}
      value={typed ?? stored}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const next = parsed(text);
        if (text.trim() === '') onChange(undefined);
        else if (next !== undefined) onChange(next);
      }}
      onBlur={() => {
        if (!isWrong) setTyped(null);
      }}
    />
  );
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
