import type { i18n, TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Format } from '../i18n/format.ts';
import { useFormat } from '../i18n/use-format.ts';
import { type ApiError, type ApiIssue, apiErrorOf } from './api-error.ts';

/** A finding of validation or import: its code names the text, its parameters are the text's values. */
export interface Finding {
  code: string;
  params: Record<string, unknown>;
}

export interface ErrorText {
  /** One or two sentences: what happened and what to do. */
  of(thrown: unknown): string;
  ofError(error: Pick<ApiError, 'code' | 'details'>): string;
  /** What is wrong with one value. */
  ofIssue(issue: Pick<ApiIssue, 'code'>): string;
  /** What keeps a definition from being published, or should be known about it. */
  ofFinding(finding: Finding): string;
}

/** The translation of an error's code with its details as values. */
export function useErrorText(): ErrorText {
  const { t, i18n } = useTranslation('errors');
  const format = useFormat();
  const ofError = ({ code, details }: Pick<ApiError, 'code' | 'details'>) =>
    text(t, [code, 'unknown'], { ...readable(details, format), ...resourceWord(t, details), code });
  return {
    of: (thrown) => ofError(apiErrorOf(thrown)),
    ofError,
    ofIssue: ({ code }) => text(t, [`issues.${code}`, 'issues.other'], { code }),
    ofFinding: ({ code, params }) =>
      text(t, [`validation.${code}`, `importWarnings.${code}`, 'unknown'], {
        ...readable(params, format),
        ...inputWords(i18n, params),
        code,
      }),
  };
}

/** What kind of thing is not there, or is taken. */
function resourceWord(t: unknown, { resource }: Record<string, unknown>): Record<string, string> {
  return typeof resource === 'string'
    ? { resource: text(t, [`resources.${resource.replace(' ', '_')}`], { defaultValue: resource }) }
    : {};
}

/** An action and its input in the words of their form, where the page has them. */
function inputWords(i18n: i18n, { actionId, field }: Record<string, unknown>): Record<string, string> {
  if (typeof actionId !== 'string' || !i18n.hasLoadedNamespace('actions')) return {};
  const translate = i18n.t as unknown as (key: string, options: object) => string;
  const word = (key: string, fallback: string) => translate(key, { ns: 'actions', defaultValue: fallback });
  const named = { actionId: word(`${actionId}.label`, actionId) };
  if (typeof field !== 'string') return named;
  return { ...named, field: word(`${actionId}.fields.${field.replaceAll('.', '_')}`, field) };
}

function text(t: unknown, keys: string[], values: Record<string, unknown>): string {
  // Codes come from the server: the typed selector cannot know which.
  const translate = t as TFunction as unknown as (keys: string[], values: object) => string;
  return translate(keys, values);
}

/** Sizes with their unit and lists joined; a count is called count, so that its text has plurals. */
function readable(values: Record<string, unknown>, format: Format): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (name.endsWith('Bytes') && typeof value === 'number') return [name, format.bytes(value)];
      if (name === 'activeRuns' && typeof value === 'number') return ['count', value];
      if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return [name, format.list(value)];
      return [name, typeof value === 'object' ? JSON.stringify(value) : value];
    }),
  );
}
