/**
 * Moments at which a crash or a second worker is most telling. Tests stop, kill or hold a worker there; in production they do nothing.
 */
export const RacePointNames = [
  'claimedBeforeAdvance',
  'afterEffectBeforeCommit',
  'afterStartedBeforeCall',
  'afterCallBeforeCommit',
  'afterCommit',
] as const;
export type RacePointName = (typeof RacePointNames)[number];

export type RacePoints = (point: RacePointName, runId: string) => Promise<void> | void;

export const noRacePoints: RacePoints = () => {};
