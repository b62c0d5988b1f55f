import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { type ApiError, type ApiIssue, apiErrorOf } from './api-error.ts';

export interface ErrorText {
  /** One or two sentences: what happened and what to do. */
  of(thrown: unknown): string;
  ofError(error: Pick<ApiError, 'code' | 'details'>): string;
  ofIssue(issue: ApiIssue): string;
}

/** The translation of an error's code with its details as values. */
export function useErrorText(): ErrorText {
  const { t } = useTranslation('errors');
  const format = useFormat();
  const ofError = (error: Pick<ApiError, 'code' | 'details'>) =>
    text(t, error.code, readable(error.details, format), 'unknown', { code: error.code });
  return {
    of: (thrown) => ofError(apiErrorOf(thrown)),
    ofError,
    ofIssue: (issue) => text(t, `issues.${issue.code}`, { path: issue.path }, 'issues.other', { code: issue.code }),
  };
}

function text(t: unknown, key: string, values: Record<string, unknown>, otherwise: string, otherValues: object): string {
  // Codes come from the server: the typed selector cannot know which.
  const translate = t as TFunction as unknown as (keys: string[], values: object) => string;
  return translate([key, otherwise], { ...values, ...otherValues });
}

/** Numbers grouped, sizes in bytes with their unit, lists joined; the rest as it is. */
function readable(details: Record<string, unknown>, format: ReturnType<typeof useFormat>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => {
      if (name.endsWith('Bytes') && typeof value === 'number') return [name, format.bytes(value)];
      if (name === 'activeRuns' && typeof value === 'number') return ['count', value];
      if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return [name, format.list(value)];
      return [name, value];
    }),
  );
}
