import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sql, Tx } from '../db/tx.ts';
import { silentLogger } from '../kernel/logger.ts';
import { findTask } from '../records/project-tasks/find-task.ts';
import { listTasks } from '../records/project-tasks/list-tasks.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { productRegistry } from '../wiring/product-registry.ts';
import { dispatchPending } from './dispatch-pending.ts';
import { listDispatches } from './dispatches.ts';
import { findSubscribers } from './find-subscribers.ts';
import { getEvent } from './get-event.ts';
import { listEvents } from './list-events.ts';
import { findStoredEvent } from './stored-event.ts';

const ROWS = 100_000;
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  const { tenant } = database;
  const run = (text: string) => database.asOwner(text.replaceAll('$tenant', `'${tenant}'::uuid`));
  await run(`INSERT INTO workflow_runtime_events (tenant, event_id, event_name, correlation_key, payload, payload_hash, status, source, created_at)
    SELECT $tenant, 'e' || n, 'NAME_' || n % 50, 'k' || n, '{}', 'h', 'dispatched', 'api', now() - n * interval '1 second' FROM generate_series(1, ${ROWS}) n`);
  await run(`INSERT INTO workflow_event_dispatches (tenant, dispatch_id, event_id, workflow_id, workflow_key, outcome, created_at)
    SELECT $tenant, gen_random_uuid(), 'e' || n, gen_random_uuid(), 'w', 'started', now() FROM generate_series(1, ${ROWS}) n`);
  await run(`INSERT INTO workflow_definitions (tenant, workflow_id, key, name, payload_schema_ref, trigger, draft_definition, published_version, created_by, updated_by, created_at, updated_at)
    SELECT $tenant, gen_random_uuid(), 'w' || n, 'w', 'payload.X.v1', jsonb_build_object('type', 'event', 'eventName', 'NAME_' || n), '{}', 1, $tenant, $tenant, now(), now() FROM generate_series(1, 5000) n`);
  await run(`INSERT INTO workflow_definition_versions (tenant, version_id, workflow_id, version, definition_json, trigger, definition_hash, published_by, published_at)
    SELECT tenant, gen_random_uuid(), workflow_id, 1, '{}', trigger, 'h', tenant, now() FROM workflow_definitions`);
  await run(
    `INSERT INTO projects (tenant, project_id, project_name, created_by, updated_by, created_at, updated_at) VALUES ($tenant, $tenant, 'p', $tenant, $tenant, now(), now())`,
  );
  await run(`INSERT INTO project_tasks (tenant, task_id, project_id, title, created_by, updated_by, created_at, updated_at)
    SELECT $tenant, gen_random_uuid(), $tenant, 't' || n, $tenant, $tenant, now() - n * interval '1 second', now() FROM generate_series(1, ${ROWS}) n`);
  await run('ANALYZE');
});
afterAll(() => database.close());

/** Plans of every statement that the work sends, instead of its rows. */
async function plansOf(work: (tx: Tx) => Promise<unknown>): Promise<string[]> {
  const plans: string[] = [];
  await database.db.withTenant(database.tenant, async (tx) => {
    const explain = async <Row extends object>({ text, values }: Sql) => {
      const { rows } = await tx.query<{ 'QUERY PLAN': string }>({ text: `EXPLAIN ${text}`, ...(values && { values }) });
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
      return { rows: [] as Row[], rowCount: 0 };
    };
    await work({ ...tx, query: explain });
  });
  return plans;
}

const services = {
  registry: productRegistry(),
  limits: { maxPayloadBytes: 1, rate: { points: 1, durationSeconds: 1 } },
};

test.each<{ name: string; work: (tx: Tx) => Promise<unknown> }>([
  { name: 'taking pending events', work: (tx) => dispatchPending(tx, services, silentLogger, 50) },
  { name: 'finding who an event concerns', work: (tx) => findSubscribers(tx, 'NAME_7') },
  { name: 'finding an event that was sent before', work: (tx) => findStoredEvent(tx, 'e7') },
  { name: 'what came of an event', work: (tx) => listDispatches(tx, 'e7') },
  { name: 'showing an event', work: (tx) => getEvent(tx, { eventId: 'e7', view: 'full' }).catch(() => null) },
  { name: 'the first page of events', work: (tx) => listEvents(tx, { view: 'full', limit: 100 }) },
  {
    name: 'events of a name and key',
    work: (tx) => listEvents(tx, { view: 'full', limit: 100, eventName: 'NAME_7', correlationKey: 'k7' }),
  },
  { name: 'the first page of tasks', work: (tx) => listTasks(tx, { limit: 100 }) },
  { name: 'the tasks of a project', work: (tx) => listTasks(tx, { limit: 100, projectId: database.tenant }) },
  { name: 'a task by id', work: (tx) => findTask(tx, { taskId: database.tenant }) },
  { name: 'a task by name', work: (tx) => findTask(tx, { title: 'T7' }) },
])('$name reads no table from end to end', async ({ work }) => {
  const plans = await plansOf(work);
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.join('\n\n')).not.toMatch(/Seq Scan/);
});
