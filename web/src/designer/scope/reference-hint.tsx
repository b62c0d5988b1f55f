import type { Icon } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import { compatibility } from './compatibility.ts';
import { converterFor } from './converter.ts';
import { parsePath } from './paths.ts';
import classes from './reference-field.module.css';
import type { Schema } from './schema-reading.ts';
import { resolve, type Scope } from './scope.ts';
import { useSourceWords } from './use-source-words.ts';
import { useTypeText } from './use-type-text.ts';

interface Props {
  value: string;
  scope: Scope;
  expects: Schema | null;
  icon: Icon;
}

/** What an author should know of the value that is chosen: it is not there, does not fit, or is there on some ways only. */
export function ReferenceHint({ icon: Glyph, ...props }: Props) {
  const hint = useHint(props);
  if (hint === null) return null;
  return (
    <p className={classes.hint} data-severity={hint.isWarning ? 'warning' : 'note'}>
      {hint.isWarning && <Glyph size={14} aria-hidden />}
      <span>{hint.text}</span>
    </p>
  );
}

function useHint({ value, scope, expects }: Omit<Props, 'icon'>) {
  const { t } = useTranslation('expressions');
  const type = useTypeText();
  const words = useSourceWords();
  const path = value === '' ? null : parsePath(value);
  if (path === null) return null;
  const found = resolve(scope, path);
  if (found === null) return { isWarning: true, text: t(($) => $.reference.unknownPath) };
  if (found.known === 'no') {
    return { isWarning: true, text: t(($) => $.problems.unknownMember, { name: String(path.at(-1)) }) };
  }
  const fit = compatibility(found.schema, expects);
  const values = { given: type(found.schema), wanted: type(expects) };
  if (fit === 'incompatible') return { isWarning: true, text: t(($) => $.reference.wrongType, values) };
  if (fit === 'coercible') {
    const hint = converterFor(value, expects);
    const text = (
      <Trans
        t={t}
        i18nKey={($) => $.reference.convertible}
        values={{ ...values, hint }}
        components={{ code: <code className={classes.code} /> }}
      />
    );
    return { isWarning: true, text };
  }
  const doubt = found.variable?.doubt ?? null;
  return doubt === null ? null : { isWarning: false, text: words.doubt(doubt) };
}
