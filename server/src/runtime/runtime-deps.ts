import type { CreatePorts } from '../db/create-ports.ts';
import type { Platform } from '../db/platform.ts';
import type { RacePoints } from './race-points.ts';
import type { RuntimeLimits } from './runtime-limits.ts';

/** What a worker works with. */
export interface RuntimeDeps {
  platform: Pick<Platform, 'config' | 'db' | 'registry' | 'clock' | 'signals' | 'logger'>;
  createPorts: CreatePorts;
  /** Names the holder of a lease. */
  workerId: string;
  limits: RuntimeLimits;
  racePoints: RacePoints;
  /** A wait of this process comes due then; lets the worker set its alarm. */
  onDueAt(dueAt: Date): void;
}
