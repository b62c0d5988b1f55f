import type { Outputs } from '../api/trpc.ts';

export type Project = Outputs['projects']['list']['items'][number];
export type Task = Outputs['projectTasks']['list']['items'][number];

/** Only while the live stream is not there. */
export const FALLBACK_POLL_MS = 10_000;

/** Statuses are the workspace's own words; these are the ones that are suggested. */
export const suggestedStatuses = ['open', 'in_progress', 'done', 'canceled'] as const;
