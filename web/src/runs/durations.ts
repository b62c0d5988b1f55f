interface Timed {
  startedAt: string;
  completedAt: string | null;
}

/**
 * How long a step took by itself; null where there is no saying. Steps that wait for nothing are done in one go and saved together, so
 * they begin and end at one moment: that is no length of time.
 */
export function tookMs({ startedAt, completedAt }: Timed): number | null {
  if (completedAt === null) return null;
  const length = new Date(completedAt).getTime() - new Date(startedAt).getTime();
  return length < 1 ? null : length;
}
