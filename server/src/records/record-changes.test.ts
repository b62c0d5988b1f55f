import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildRunWriter, buildWriter } from '../testing/builders.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { listRecordHistory, listRunRecordChanges } from './list-record-changes.ts';
import { createTask } from './project-tasks/create-task.ts';
import { deleteTask } from './project-tasks/delete-task.ts';
import { updateTask } from './project-tasks/update-task.ts';
import { createProject } from './projects/create-project.ts';
import { updateProject } from './projects/update-project.ts';

const clock = createFakeClock('2026-03-01T09:00:00.000Z');
const person = buildWriter();
const inRun = buildRunWriter({ stepPath: 'root.steps[2].body.steps[0]', iterationKey: 'root.steps[2]#1' });
const runId = inRun.run?.runId ?? '';
let database: TestDatabase;
let projectId: string;

beforeAll(async () => {
  database = await createTestDatabase({ clock });
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.truncate();
  projectId = (await inTenant((tx) => createProject(tx, person, { name: 'Move' }))).projectId;
});

const inTenant = <T>(work: Parameters<typeof database.db.withTenant<T>>[1], tenant = database.tenant) =>
  database.db.withTenant(tenant, work);
const taskOf = (writer: typeof person, title = 'Order desks') =>
  inTenant((tx) => createTask(tx, writer, { projectId, title }));
const ofRun = (tenant?: string) => inTenant((tx) => listRunRecordChanges(tx, { runId, limit: 100 }), tenant);
const ofTask = (id: string, over: { limit?: number; cursor?: string } = {}) =>
  inTenant((tx) => listRecordHistory(tx, { type: 'project_task', id, limit: 100, ...over }));

describe('what a run did to records', () => {
  test('is told in order, with what was and what is, and the pass of the step that did it', async () => {
    const { taskId } = await taskOf(inRun);
    await inTenant((tx) => updateTask(tx, inRun, { taskId, patch: { status: 'done', dueDate: '2026-04-01' } }));
    await inTenant((tx) => updateProject(tx, inRun, { id: projectId, status: 'closed' }));
    await inTenant((tx) => updateTask(tx, person, { taskId, patch: { title: 'Order chairs' } }));

    const origin = { runId, stepPath: 'root.steps[2].body.steps[0]', iterationKey: 'root.steps[2]#1', source: 'run' };
    expect((await ofRun()).items).toMatchObject([
      { recordType: 'project_task', recordId: taskId, operation: 'create', name: 'Order chairs', projectId, ...origin },
      {
        operation: 'update',
        exists: true,
        fields: expect.arrayContaining([
          { field: 'status', before: 'open', after: 'done' },
          { field: 'dueDate', before: null, after: '2026-04-01' },
        ]),
      },
      { recordType: 'project', recordId: projectId, operation: 'update', name: 'Move' },
    ]);
  });

  test('is known by the name of then when the record is gone', async () => {
    const { taskId } = await taskOf(inRun);
    await inTenant((tx) => deleteTask(tx, inRun, taskId));

    expect((await ofRun()).items).toMatchObject([
      { operation: 'create', name: 'Order desks', projectId, exists: false },
      { operation: 'delete', name: 'Order desks', projectId, exists: false },
    ]);
  });

  test('is not seen by another tenant', async () => {
    await taskOf(inRun);

    expect((await ofRun(database.otherTenant)).items).toEqual([]);
  });
});

describe('the history of a task', () => {
  test('names persons and runs alike, newest first, and pages without a gap', async () => {
    const { taskId } = await taskOf(person);
    await taskOf(person, 'Another');
    await inTenant((tx) => updateTask(tx, inRun, { taskId, patch: { status: 'done' } }));
    await inTenant((tx) => deleteTask(tx, person, taskId));

    const { items } = await ofTask(taskId);
    expect(items.map((item) => [item.operation, item.runId])).toEqual([
      ['delete', null],
      ['update', runId],
      ['create', null],
    ]);
    const first = await ofTask(taskId, { limit: 2 });
    const second = await ofTask(taskId, { limit: 2, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items]).toEqual(items);
    await expect(ofTask(taskId, { cursor: 'nonsense' })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });

  test('keeps the front of a long text', async () => {
    const { taskId } = await taskOf(person);
    await inTenant((tx) => updateTask(tx, person, { taskId, patch: { description: 'x'.repeat(5000) } }));

    const [change] = (await ofTask(taskId)).items;
    expect(change?.fields).toEqual([{ field: 'description', before: null, after: `${'x'.repeat(200)}…` }]);
  });
});
