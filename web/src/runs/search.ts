import { matching, oneOf, readSearch, text } from '../address/read-search.ts';

export const runStatuses = ['QUEUED', 'RUNNING', 'WAITING', 'SUCCEEDED', 'FAILED', 'CANCELED'] as const;
export const runSpans = ['hour', 'day', 'week', 'month'] as const;
export const runTabs = ['timeline', 'changes', 'data', 'calls', 'waits', 'logs'] as const;
export type RunTab = (typeof runTabs)[number];

const day = matching(/^\d{4}-\d{2}-\d{2}$/);

/** What the address of the list says; what it does not understand is left out. */
export const runsSearch = readSearch({
  /** A run's id, or the key that its event was about. */
  q: text,
  status: oneOf(runStatuses),
  workflow: text,
  span: oneOf(runSpans),
  /** Days between which runs began; both are in it. */
  from: day,
  to: day,
});
export type RunsSearch = ReturnType<typeof runsSearch>;

/** `step` is the path of the selected step, `at` the passes of loops that are looked at, written as iteration keys are. */
export const runSearch = readSearch({
  tab: oneOf(runTabs),
  step: text,
  at: text,
});
export type RunSearch = ReturnType<typeof runSearch>;
