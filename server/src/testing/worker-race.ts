import { type RacePointName, RacePointNames, type RacePoints } from '../runtime/race-points.ts';

/** When a worker process dies or stands still: the `hit`th time that it comes to one of the points. */
export interface WorkerRace {
  points: RacePointName[];
  hit: number;
  signal: 'SIGKILL' | 'SIGSTOP';
}

export function deadlyRacePoints(race: WorkerRace | null): RacePoints {
  let hits = 0;
  return async (point) => {
    if (race === null || !race.points.includes(point)) return;
    hits += 1;
    if (hits !== race.hit) return;
    process.kill(process.pid, race.signal);
    // A signal to oneself comes a moment later; nothing may happen in that moment.
    await new Promise((resolve) => setTimeout(resolve, 50));
  };
}

/** The race of a seed: the same seed is the same race. */
export function raceOfSeed(seed: number): WorkerRace {
  const random = randomOf(seed);
  const anyPoint = random() < 0.5;
  const one = RacePointNames[Math.floor(random() * RacePointNames.length)] ?? 'afterCommit';
  const points = anyPoint ? [...RacePointNames] : [one];
  return { points, hit: 1 + Math.floor(random() * (anyPoint ? 25 : 6)), signal: 'SIGKILL' };
}

/** mulberry32 */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
