import { useTranslation } from 'react-i18next';

const ERROR_KINDS = [
  'ActionError',
  'TransientError',
  'TimeoutError',
  'ValidationError',
  'ExpressionError',
  'ChildWorkflowError',
] as const;

/** Kinds of errors to choose from; ones that are stored and not known are shown as they are. */
export function useErrorKinds(stored: readonly string[]): { value: string; label: string }[] {
  const { t } = useTranslation('inspector');
  const known = ERROR_KINDS.map((kind) => ({ value: kind as string, label: t(($) => $.errorKinds[kind]) }));
  const others = stored.filter((kind) => !known.some(({ value }) => value === kind));
  return [...known, ...others.map((kind) => ({ value: kind, label: kind }))];
}
