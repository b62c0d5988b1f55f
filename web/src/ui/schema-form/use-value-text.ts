import { useTranslation } from 'react-i18next';
import type { ValueProblem } from './check-value.ts';
import type { Field } from './field-model.ts';

/** Sentences about a value: what is wrong with it, and what it may be. */
export function useValueText() {
  const { t } = useTranslation('forms');
  return {
    ofProblem(problem: ValueProblem): string {
      switch (problem.kind) {
        case 'needed':
          return t(($) => $.needed);
        case 'wholeNumber':
          return t(($) => $.wholeNumber);
        case 'tooSmall':
          return t(($) => $.tooSmall, { min: problem.limit });
        case 'tooLarge':
          return t(($) => $.tooLarge, { max: problem.limit });
        case 'tooLong':
          return t(($) => $.tooLong, { count: problem.limit });
      }
    },
    /** Limits of a number; null = none that need saying. */
    ofLimits({ kind, limits: { min, max } }: Field): string | null {
      if (kind !== 'number') return null;
      if (min !== null && max !== null) return t(($) => $.between, { min, max });
      if (min !== null) return min === 0 ? null : t(($) => $.atLeast, { min });
      return max === null ? null : t(($) => $.atMost, { max });
    },
    /** Stands in an empty field. */
    ofEmpty({ defaultValue, isRequired }: Field, word: (choice: string) => string): string | undefined {
      if (typeof defaultValue === 'string' || typeof defaultValue === 'number') {
        return t(($) => $.defaultIs, { value: word(String(defaultValue)) });
      }
      if (typeof defaultValue === 'boolean') {
        return t(($) => $.defaultIs, { value: defaultValue ? t(($) => $.yes) : t(($) => $.no) });
      }
      return isRequired ? undefined : t(($) => $.notSet);
    },
  };
}
