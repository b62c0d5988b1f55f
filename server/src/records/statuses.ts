/** Statuses are the tenant's own words; these end the work on a record. Compared without case. */
const closedProjectStatuses: ReadonlySet<string> = new Set(['closed', 'completed', 'done', 'canceled', 'cancelled']);
const completedTaskStatuses: ReadonlySet<string> = new Set(['closed', 'completed', 'done']);

export const DEFAULT_STATUS = 'open';

export function isClosedProjectStatus(status: string): boolean {
  return closedProjectStatuses.has(status.toLowerCase());
}

/** A canceled task was not completed, so it is not in here. */
export function isCompletedTaskStatus(status: string): boolean {
  return completedTaskStatuses.has(status.toLowerCase());
}
