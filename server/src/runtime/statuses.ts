/** Every status of a run. */
export const RunStatuses = ['QUEUED', 'RUNNING', 'WAITING', 'SUCCEEDED', 'FAILED', 'CANCELED'] as const;
export type RunStatus = (typeof RunStatuses)[number];

/** Why a WAITING run waits. */
export const WaitTypes = ['event', 'time', 'human', 'retry', 'child', 'operator'] as const;
export type WaitType = (typeof WaitTypes)[number];

/** What an operator has to settle: a call that may or may not have arrived, a run that no worker can advance … */
export const OperatorReasons = ['in_doubt', 'quarantined', 'exhausted', 'held'] as const;
export type OperatorReason = (typeof OperatorReasons)[number];

export const InvocationStatuses = ['STARTED', 'SUCCEEDED', 'FAILED', 'IN_DOUBT'] as const;
export type InvocationStatus = (typeof InvocationStatuses)[number];

export interface RunTransition {
  /** null = the run is born. */
  from: RunStatus | null;
  to: RunStatus;
  /** What makes it happen, as the diagram says it. */
  by: string;
}

/** Every way a run changes its status; the statements of runtime/ and runs/ make exactly these, and docs/run-states.md draws them. */
export const runTransitions: readonly RunTransition[] = [
  { from: null, to: 'RUNNING', by: 'started' },
  { from: null, to: 'QUEUED', by: 'started over the concurrency limit' },
  { from: null, to: 'FAILED', by: 'payload refused' },
  { from: 'QUEUED', to: 'RUNNING', by: 'admitted' },
  { from: 'QUEUED', to: 'CANCELED', by: 'cancelled' },
  { from: 'RUNNING', to: 'WAITING', by: 'every branch waits' },
  { from: 'RUNNING', to: 'WAITING', by: 'quarantined' },
  { from: 'RUNNING', to: 'SUCCEEDED', by: 'last step done' },
  { from: 'RUNNING', to: 'FAILED', by: 'error not handled' },
  { from: 'RUNNING', to: 'CANCELED', by: 'cancelled' },
  { from: 'WAITING', to: 'RUNNING', by: 'an answer arrived' },
  { from: 'WAITING', to: 'CANCELED', by: 'cancelled' },
];

/** Nothing happens to the run any more. */
export function isFinal(status: RunStatus): status is 'SUCCEEDED' | 'FAILED' | 'CANCELED' {
  return !runTransitions.some((transition) => transition.from === status);
}

/** A worker may take the run when nobody holds it. */
export function isClaimable(status: RunStatus): boolean {
  return status === 'RUNNING';
}

export function isCancelable(status: RunStatus): boolean {
  return canBecome(status, 'CANCELED');
}

export function canBecome(from: RunStatus, to: RunStatus): boolean {
  return runTransitions.some((transition) => transition.from === from && transition.to === to);
}

/** The diagram of docs/run-states.md. */
export function runStatesDiagram(): string {
  const lines = runTransitions.map(({ from, to, by }) => `  ${from ?? '[*]'} --> ${to}: ${by}`);
  const ends = RunStatuses.filter(isFinal).map((status) => `  ${status} --> [*]`);
  return ['stateDiagram-v2', ...lines, ...ends].join('\n');
}
