// A worker in a process of its own for tests: works on the database of DATABASE_URL until it is told to stop, or until the race point
// that PENSTOCK_TEST_RACE names comes up: then it kills or stops itself as an operating system would, without a word.
import { catalogue } from '../../catalogue.gen.ts';
import { createPool } from '../../db/connection.ts';
import { createDatabase } from '../../db/open-database.ts';
import { createSharedSignals } from '../../db/signals.ts';
import { systemClock } from '../../kernel/clock.ts';
import { parseConfig } from '../../kernel/config.ts';
import { createIdSource } from '../../kernel/ids.ts';
import { silentLogger } from '../../kernel/logger.ts';
import { createRegistry } from '../../registry/create-registry.ts';
import { createWorker } from '../../runtime/worker.ts';
import { portsFactory } from '../../wiring/create-ports.ts';
import { testActions } from '../actions/test-actions.ts';
import { testEventTypes } from '../test-event-types.ts';
import { deadlyRacePoints, type WorkerRace } from '../worker-race.ts';

const config = parseConfig(process.env);
const url = config.DATABASE_URL ?? '';
const race = JSON.parse(process.env.PENSTOCK_TEST_RACE ?? 'null') as WorkerRace | null;
const clock = systemClock;
const ids = createIdSource(clock, (target) => crypto.getRandomValues(target));
const signals = await createSharedSignals({ url, logger: silentLogger });
const db = createDatabase({ pool: createPool({ url }), clock, ids, signals });
const registry = createRegistry({
  actions: [...catalogue.actions, ...testActions],
  eventTypes: [...catalogue.eventTypes, ...testEventTypes],
});
const worker = createWorker({
  platform: { config, db, registry, clock, ids, signals, logger: silentLogger },
  createPorts: portsFactory(config),
  // Short times, so that a test of a dead worker does not take long.
  limits: { leaseMs: 1_500, heartbeatMs: 400, pollMs: 100, concurrency: 4 },
  racePoints: deadlyRacePoints(race),
});
worker.start();
process.stdout.write('ready\n');
process.once('SIGTERM', () => void worker.stop().then(() => process.exit(0)));
