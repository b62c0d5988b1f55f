import { useEntryLabels } from '../i18n/entry-labels.ts';

/** The author's own name, else what the step does, in words. */
export function useStepName(): (step: { name: string | null; actionId: string | null; type: string }) => string {
  const labels = useEntryLabels();
  return ({ name, actionId, type }) => name ?? (actionId === null ? labels.node(type) : labels.action(actionId));
}
