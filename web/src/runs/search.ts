import * as z from 'zod/mini';

export const runStatuses = ['QUEUED', 'RUNNING', 'WAITING', 'SUCCEEDED', 'FAILED', 'CANCELED'] as const;
export const runSpans = ['hour', 'day', 'week', 'month'] as const;
export const runTabs = ['timeline', 'changes', 'data', 'calls', 'waits', 'logs'] as const;
export type RunTab = (typeof runTabs)[number];

const text = z.catch(z.optional(z.string()), undefined);
const day = z.catch(z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))), undefined);

/** What the address of the list says; what it does not understand is left out. */
export const runsSearch = z.object({
  /** A run's id, or the key that its event was about. */
  q: text,
  status: z.catch(z.optional(z.enum(runStatuses)), undefined),
  workflow: text,
  span: z.catch(z.optional(z.enum(runSpans)), undefined),
  /** Days between which runs began; both are in it. */
  from: day,
  to: day,
});
export type RunsSearch = z.infer<typeof runsSearch>;

/** `step` is the path of the selected step, `at` the passes of loops that are looked at, written as iteration keys are. */
export const runSearch = z.object({
  tab: z.catch(z.optional(z.enum(runTabs)), undefined),
  step: text,
  at: text,
});
export type RunSearch = z.infer<typeof runSearch>;
