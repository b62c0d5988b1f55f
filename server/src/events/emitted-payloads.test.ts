import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '../catalogue.gen.ts';
import { createTask } from '../records/project-tasks/create-task.ts';
import { updateTask } from '../records/project-tasks/update-task.ts';
import { createProject } from '../records/projects/create-project.ts';
import { updateProject } from '../records/projects/update-project.ts';
import { createRegistry } from '../registry/create-registry.ts';
import { buildRunWriter, buildWriter } from '../testing/builders.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';

const registry = createRegistry(catalogue);
const USER = '018f2f5e-0000-7000-8000-0000000000a2';
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test('every event type of projects is told by a real change, and every payload fits its schema', async () => {
  for (const writer of [buildWriter(), buildWriter({ actor: { id: USER, type: 'service' } }), buildRunWriter()]) {
    await database.db.withTenant(database.tenant, async (tx) => {
      const { projectId } = await createProject(tx, writer, { name: 'Move', assignedTo: USER });
      await updateProject(tx, writer, {
        id: projectId,
        name: 'Move on',
        description: null,
        status: 'closed',
        assignedTo: null,
      });
      await updateProject(tx, writer, { id: projectId, assignedTo: USER, clientId: USER });
      const { taskId } = await createTask(tx, writer, {
        projectId,
        title: 'Desks',
        dueDate: '2026-03-20',
        status: 'done',
        assignedTo: USER,
      });
      await updateTask(tx, writer, {
        taskId,
        patch: { status: 'open', dueDate: null, description: 'x', assignedTo: null },
      });
      await updateTask(tx, writer, { taskId, patch: { title: 'Chairs', status: 'closed', assignedTo: USER } });
    });
  }

  const events = await database.asOwner<{
    event_name: string;
    payload: object;
    payload_schema_ref: string;
    correlation_key: string;
  }>('SELECT * FROM workflow_runtime_events');
  const told = new Set(events.map(({ event_name: name }) => name));
  const promised = registry.eventTypes().filter(({ category }) => category === 'projects');
  expect([...told].sort()).toEqual(promised.map(({ eventType }) => eventType).sort());
  for (const event of events) {
    const eventType = registry.eventType(event.event_name);
    expect(eventType?.payloadSchemaRef).toBe(event.payload_schema_ref);
    expect(eventType?.payload.safeParse(event.payload).error?.issues ?? []).toEqual([]);
    expect(event.correlation_key).toMatch(/^[0-9a-f-]{36}$/);
  }
});
