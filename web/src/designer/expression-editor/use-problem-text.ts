import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { converterFor } from '../scope/converter.ts';
import { type Path, parsePath } from '../scope/paths.ts';
import type { Schema } from '../scope/schema-reading.ts';
import { resolve, type Scope } from '../scope/scope.ts';
import { useTypeText } from '../scope/use-type-text.ts';
import type { Problem } from './find-problems.ts';

/** What is wrong with an expression, in one sentence. */
export function useProblemText(scope: Scope, expects: Schema | null): (problem: Problem) => string {
  const { t } = useTranslation('expressions');
  const type = useTypeText();
  return useCallback(
    ({ code, name, nearest }) => {
      if (nearest !== '' && (code === 'unknownFunction' || code === 'unknownRoot' || code === 'unknownMember')) {
        return t(($) => $.problems[`${code}Near`], { name, nearest });
      }
      if (code !== 'convertible' && code !== 'wrongType') return t(($) => $.problems[code], { name });
      const given = resolve(scope, parsePath(name) as Path)?.schema ?? null;
      const values = { name, given: type(given), wanted: type(expects) };
      return code === 'wrongType'
        ? t(($) => $.problems.wrongType, values)
        : t(($) => $.problems.convertible, { ...values, function: converterFor(name, expects) });
    },
    [t, type, scope, expects],
  );
}
