import type { Outputs } from '../api/trpc.ts';

export type WorkflowItem = Outputs['workflows']['list']['items'][number];

/** Which of the row's dialogs is open. */
export type WorkflowDialog = 'run' | 'publish' | 'delete';

/** The event's name where an event starts it; `null` = started by hand or by another workflow. */
export function triggerEvent(trigger: WorkflowItem['trigger']): string | null {
  const name = trigger?.eventName;
  return typeof name === 'string' ? name : null;
}
