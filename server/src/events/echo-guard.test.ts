import { afterAll, beforeAll, expect, test } from 'vitest';
import { configSchema } from '../kernel/config.ts';
import { silentLogger } from '../kernel/logger.ts';
import { createTask } from '../records/project-tasks/create-task.ts';
import { createProject } from '../records/projects/create-project.ts';
import { createWorker } from '../runtime/worker.ts';
import { buildWriter } from '../testing/builders.ts';
import { insertWorkflow } from '../testing/insert-workflow.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { portsFactory } from '../wiring/create-ports.ts';
import { productRegistry } from '../wiring/product-registry.ts';
import { createEventDispatcher } from './event-dispatcher.ts';
import { eventServices } from './event-services.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** Resolves when the condition holds; asked again after every signal. */
function when(holds: () => Promise<boolean>): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = database.signals.subscribe(() => {
      holds().then((isMet) => {
        if (isMet) {
          stop();
          resolve();
        }
      }, reject);
    });
  });
}

test('a workflow that answers each new task with a new task comes to rest, and the last event says why', async () => {
  const config = configSchema.parse({});
  const platform = { ...database, config, registry: productRegistry(), logger: silentLogger };
  const worker = createWorker({ platform, createPorts: portsFactory(config) });
  const dispatcher = createEventDispatcher(platform, eventServices(platform));
  const writer = buildWriter();
  await database.asOwner(
    `WITH account AS (INSERT INTO "user" (id, name, email) VALUES ($1, 'Ada', 'ada@example.com') RETURNING id)
     INSERT INTO member (id, organization_id, user_id, role) SELECT gen_random_uuid(), $2, id, 'editor' FROM account`,
    [writer.actor.id, database.tenant],
  );
  const inTenant = <T>(work: Parameters<typeof database.db.withTenant<T>>[1]) =>
    database.db.withTenant(database.tenant, work);
  const steps = [
    {
      id: 'answer',
      type: 'action.call',
      config: {
        actionId: 'projects.create_task',
        version: 1,
        inputMapping: { project_id: { $expr: 'payload.projectId' }, title: { $expr: "'re: ' & payload.title" } },
      },
    },
  ];
  await inTenant((tx) =>
    insertWorkflow(tx, {
      key: 'echo',
      eventName: 'PROJECT_TASK_CREATED',
      payloadSchemaRef: 'payload.ProjectTaskCreated.v1',
      steps,
    }),
  );

  const cameToRest = when(async () => {
    const text = "SELECT 1 FROM workflow_event_dispatches WHERE reason = 'depth_exceeded'";
    const { rowCount } = await inTenant((tx) => tx.query({ text }));
    return rowCount > 0;
  });
  worker.start();
  dispatcher.start();
  await inTenant(async (tx) => {
    const { projectId } = await createProject(tx, writer, { name: 'Move' });
    await createTask(tx, writer, { projectId, title: 'Desks' });
  });
  await cameToRest;
  await dispatcher.stop();
  await worker.stop();

  const runs = await database.asOwner('SELECT status, error_json FROM workflow_runs');
  expect(runs).toHaveLength(17);
  expect(new Set(runs.map(({ status }) => status))).toEqual(new Set(['SUCCEEDED']));
  expect(await database.asOwner('SELECT 1 FROM project_tasks')).toHaveLength(18);
  const [last] = await database.asOwner('SELECT * FROM workflow_runtime_events ORDER BY causation_depth DESC LIMIT 1');
  expect(last).toMatchObject({ source: 'run', causation_depth: 17, status: 'dispatched' });
});
