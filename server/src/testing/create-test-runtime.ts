import { catalogue } from '../catalogue.gen.ts';
import type { Platform } from '../db/platform.ts';
import { dispatchPending } from '../events/dispatch-pending.ts';
import { type EventAnswer, ingestEvent } from '../events/ingest-event.ts';
import type { Actor, Role } from '../kernel/actor.ts';
import type { Clock } from '../kernel/clock.ts';
import { parseConfig } from '../kernel/config.ts';
import type { Json, JsonObject } from '../kernel/json.ts';
import { silentLogger } from '../kernel/logger.ts';
import { createRegistry } from '../registry/create-registry.ts';
import type { AnyAction } from '../registry/define-action.ts';
import { cancelRun } from '../runs/cancel-run.ts';
import { startLimitsOf } from '../runs/start-limits.ts';
import { type StartRunInput, type StartRunResult, startRun } from '../runs/start-run.ts';
import { executeReady } from '../runtime/execute-ready.ts';
import { noRacePoints, type RacePoints } from '../runtime/race-points.ts';
import { resolveAllDue } from '../runtime/resolve-all-due.ts';
import { createRuntimeContext, type RuntimeContext } from '../runtime/runtime-context.ts';
import { defaultRuntimeLimits, type RuntimeLimits } from '../runtime/runtime-limits.ts';
import { portsFactory } from '../wiring/create-ports.ts';
import { testActions } from './actions/test-actions.ts';
import { buildWriter } from './builders.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { publishTestWorkflow, type TestDefinition } from './publish-test-workflow.ts';
import { createRunView, type RunView } from './run-view.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { testEventTypes } from './test-event-types.ts';

export interface TestRuntimeOptions {
  /** Steps of the workflow under test; its key is `main`. */
  steps?: JsonObject[];
  /** Or the whole workflow. */
  definition?: Omit<TestDefinition, 'key'> & { key?: string };
  /** Workflows beside it. */
  others?: TestDefinition[];
  actions?: readonly AnyAction[];
  limits?: Partial<RuntimeLimits>;
  racePoints?: RacePoints;
  /** Role of the publisher, whom the runs act as. */
  role?: Role;
  /** Real time, for tests with workers in processes of their own; `tick` is of no use then. */
  clock?: Clock;
}

/**
 * A runtime on a database of its own with a clock that stands still: what is started or woken is executed before the call answers,
 * and time passes only by `tick`.
 */
export interface TestRuntime extends RunView {
  readonly database: TestDatabase;
  readonly clock: FakeClock;
  readonly platform: Platform;
  readonly context: RuntimeContext;
  readonly tenant: string;
  readonly publisher: Actor;
  /** Starts `main` (or the workflow of that key) and executes until everything waits; answers the run's id. */
  start(payload?: Json, key?: string): Promise<string>;
  /** Starts without executing. */
  request(input?: Partial<StartRunInput> & { key?: string }): Promise<StartRunResult>;
  /** Posts an event and executes what it started or resumed. */
  emit(eventName: string, payload: JsonObject, correlationKey?: string): Promise<EventAnswer>;
  /** Posts an event and leaves the rest to a worker. */
  post(eventName: string, payload: JsonObject, correlationKey?: string): Promise<EventAnswer>;
  /** Lets time pass (`90s`, `5m`, `2h`, `1d`), ends the waits that came due and executes. */
  tick(duration: string): Promise<void>;
  cancel(runId?: string, reason?: string): Promise<void>;
  /** Executes until everything waits or is over. */
  settle(): Promise<void>;
  setRole(role: Role | null): Promise<void>;
  close(): Promise<void>;
}

const PUBLISHER: Actor = { id: '01900000-0000-7000-8000-00000000a001', type: 'user' };

export async function createTestRuntime(options: TestRuntimeOptions = {}): Promise<TestRuntime> {
  const clock = createFakeClock();
  const database = await createTestDatabase({ clock: options.clock ?? clock });
  const { db, tenant } = database;
  const platform = testPlatform(database, options.actions ?? []);
  const limits = { ...defaultRuntimeLimits, ...options.limits };
  const context = createRuntimeContext({
    platform,
    createPorts: portsFactory(platform.config),
    workerId: 'test-worker',
    limits,
    racePoints: options.racePoints ?? noRacePoints,
    onDueAt: () => undefined,
  });
  await setRole(database, options.role ?? 'editor');
  const definition = { key: 'main', steps: options.steps ?? [], ...options.definition };
  for (const workflow of [definition, ...(options.others ?? [])]) {
    await db.withTenant(tenant, (tx) => publishTestWorkflow(tx, PUBLISHER, workflow));
  }
  const view = createRunView(database);
  const { settle, request, post } = createDrive(platform, context, tenant);

  return {
    ...view,
    database,
    clock,
    platform,
    context,
    tenant,
    publisher: PUBLISHER,
    settle,
    request,
    async start(payload = {}, key = 'main') {
      const result = await request({ payload, key });
      if (result.outcome === 'refused') throw result.error;
      await settle();
      return result.runId;
    },
    post,
    async emit(eventName, payload, correlationKey) {
      const answer = await post(eventName, payload, correlationKey);
      await settle();
      return answer;
    },
    async tick(duration) {
      clock.advance(millisecondsOf(duration));
      await resolveAllDue(platform);
      await settle();
    },
    async cancel(runId, reason = 'asked by a test') {
      const id = runId ?? (await view.latestRunId());
      await db.withTenant(tenant, (tx) => cancelRun(tx, buildWriter(), { runId: id, reason }));
      await settle();
    },
    setRole: (role) => setRole(database, role),
    close: () => database.close(),
  };
}

/** The three ways in which a test moves the runtime. */
function createDrive(
  platform: Platform,
  context: RuntimeContext,
  tenant: string,
): Pick<TestRuntime, 'settle' | 'request' | 'post'> {
  const { db } = platform;
  const limits = startLimitsOf(platform.config);
  const services = { registry: platform.registry, limits };
  return {
    async settle() {
      for (;;) {
        const dispatched = await db.withTenant(tenant, (tx) => dispatchPending(tx, services, silentLogger, 100));
        const advanced = await executeReady(context, tenant);
        if (dispatched.taken === 0 && advanced === 0) return;
      }
    },
    request({ key = 'main', ...input } = {}) {
      const base = { trigger: { type: 'manual' as const }, causation: { depth: 0, chain: [] }, limits };
      return db.withTenant(tenant, (tx) =>
        startRun(tx, { workflow: { workflowKey: key }, payload: {}, isDirect: true, ...base, ...input }),
      );
    },
    async post(eventName, payload, correlationKey) {
      const sent = { eventName, payload, ...(correlationKey !== undefined && { correlationKey }) };
      const result = await db.withTenant(tenant, (tx) => ingestEvent(tx, buildWriter(), services, sent));
      if ('rejected' in result) throw result.rejected;
      return result.answer;
    },
  };
}

function testPlatform(database: TestDatabase, actions: readonly AnyAction[]): Platform {
  const { db, ids, clock, signals } = database;
  return {
    config: parseConfig({}),
    db,
    registry: createRegistry({
      actions: [...catalogue.actions, ...testActions, ...actions],
      eventTypes: [...catalogue.eventTypes, ...testEventTypes],
    }),
    clock,
    ids,
    signals,
    logger: silentLogger,
  };
}

/** null = no member any more. */
async function setRole(database: TestDatabase, role: Role | null): Promise<void> {
  const { asOwner, tenant } = database;
  await asOwner('DELETE FROM member WHERE user_id = $1', [PUBLISHER.id]);
  if (role === null) return;
  await asOwner(
    `INSERT INTO "user" (id, name, email) VALUES ($1, 'Publisher', 'publisher@example.test') ON CONFLICT DO NOTHING`,
    [PUBLISHER.id],
  );
  await asOwner('INSERT INTO member (id, organization_id, user_id, role) VALUES (gen_random_uuid(), $1, $2, $3)', [
    tenant,
    PUBLISHER.id,
    role,
  ]);
}

const unitMs: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

function millisecondsOf(duration: string): number {
  const [, amount, unit] = /^(\d+)(ms|s|m|h|d)$/.exec(duration) ?? [];
  const factor = unitMs[unit ?? ''];
  if (amount === undefined || factor === undefined) throw new Error(`Not a duration: ${duration}`);
  return Number(amount) * factor;
}
