import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isAppError } from '../../kernel/errors.ts';
import { buildRunWriter, buildWriter } from '../../testing/builders.ts';
import { createFakeClock } from '../../testing/fake-clock.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { createProject } from '../projects/create-project.ts';
import { createTask } from './create-task.ts';
import { deleteTask } from './delete-task.ts';
import { findTask, getTask } from './find-task.ts';
import { listTasks } from './list-tasks.ts';
import { searchTasks } from './search-tasks.ts';
import type { CreateTaskInput, TaskPatch } from './task.schema.ts';
import { updateTask } from './update-task.ts';

const clock = createFakeClock();
const writer = buildWriter();
const OTHER_USER = '018f2f5e-0000-7000-8000-0000000000a2';
let database: TestDatabase;
let projectId: string;

beforeAll(async () => {
  database = await createTestDatabase({ clock });
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.truncate();
  const project = await database.db.withTenant(database.tenant, (tx) => createProject(tx, writer, { name: 'Move' }));
  projectId = project.projectId;
  await database.asOwner('DELETE FROM workflow_runtime_events');
});

const create = (input: Partial<CreateTaskInput> = {}) =>
  database.db.withTenant(database.tenant, (tx) =>
    createTask(tx, writer, { projectId, title: 'Order desks', ...input }),
  );
const update = (taskId: string, patch: TaskPatch, expectedUpdatedAt?: string) =>
  database.db.withTenant(database.tenant, (tx) =>
    updateTask(tx, writer, { taskId, patch, ...(expectedUpdatedAt !== undefined && { expectedUpdatedAt }) }),
  );
const told = async () => {
  const rows = await database.asOwner<{ event_name: string; payload: Record<string, unknown> }>(
    'SELECT event_name, payload FROM workflow_runtime_events ORDER BY event_id',
  );
  await database.asOwner('DELETE FROM workflow_runtime_events');
  return rows;
};
const codeOf = async (work: Promise<unknown>) => {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  return isAppError(thrown) ? { code: thrown.code, details: thrown.details } : thrown;
};

describe('a new task', () => {
  test('begins open and tells that it was created, by whom and when', async () => {
    const task = await create({ description: 'Twelve', dueDate: '2026-03-20' });

    expect(task).toMatchObject({
      projectId,
      title: 'Order desks',
      description: 'Twelve',
      dueDate: '2026-03-20',
      status: 'open',
    });
    const [event, ...others] = await told();
    expect(others).toEqual([]);
    expect(event).toEqual({
      event_name: 'PROJECT_TASK_CREATED',
      payload: {
        tenantId: database.tenant,
        occurredAt: '2026-03-01T09:00:00.000Z',
        actorType: 'USER',
        actorUserId: writer.actor.id,
        taskId: task.taskId,
        projectId,
        createdByUserId: writer.actor.id,
        createdAt: '2026-03-01T09:00:00.000Z',
        title: 'Order desks',
        description: 'Twelve',
        dueDate: '2026-03-20',
        status: 'open',
      },
    });
  });

  test('keeps the id that it is given, once', async () => {
    const id = '018f2f5e-0000-7000-8000-0000000000c1';
    expect(await create({ id })).toMatchObject({ taskId: id });
    await told();

    expect(await codeOf(create({ id }))).toEqual({
      code: 'RECORD_ALREADY_EXISTS',
      details: { resource: 'project_task', id },
    });
    expect(await told()).toEqual([]);
  });

  test('of a project that is not there is refused by name', async () => {
    const missing = '018f2f5e-0000-7000-8000-0000000000ff';
    expect(await codeOf(create({ projectId: missing }))).toEqual({
      code: 'NOT_FOUND',
      details: { resource: 'project', id: missing },
    });
  });

  test("of another tenant's project is refused like one that is not there", async () => {
    const work = database.db.withTenant(database.otherTenant, (tx) =>
      createTask(tx, writer, { projectId, title: 'Theirs' }),
    );
    expect(await codeOf(work)).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('that begins assigned and done tells both', async () => {
    await create({ assignedTo: OTHER_USER, status: 'Done' });
    const names = (await told()).map(({ event_name: name }) => name);
    expect(names).toEqual(['PROJECT_TASK_CREATED', 'PROJECT_TASK_ASSIGNED', 'PROJECT_TASK_COMPLETED']);
  });
});

describe('a change of a task', () => {
  test('tells which fields changed, what each was and what it is; the title is called title', async () => {
    const { taskId } = await create();
    await told();

    const { changedFields, task } = await update(taskId, { title: 'Order chairs', description: 'Six', status: 'open' });

    expect(changedFields).toEqual(['title', 'description']);
    expect(task).toMatchObject({ title: 'Order chairs', description: 'Six' });
    const [event, ...others] = await told();
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      event_name: 'PROJECT_TASK_UPDATED',
      payload: {
        taskId,
        projectId,
        updatedFields: ['title', 'description'],
        changes: {
          title: { previous: 'Order desks', new: 'Order chairs' },
          description: { previous: null, new: 'Six' },
        },
      },
    });
  });

  test('of nothing writes nothing and tells nobody', async () => {
    const { taskId, updatedAt } = await create({ description: 'Twelve' });
    await told();
    clock.advance(1000);

    const { changedFields, task } = await update(taskId, { title: 'Order desks', description: 'Twelve' });

    expect(changedFields).toEqual([]);
    expect(task.updatedAt).toBe(updatedAt);
    expect(await told()).toEqual([]);
  });

  test('of status tells the move, and the completion when it ends the work', async () => {
    const { taskId } = await create();
    await told();

    await update(taskId, { status: 'in_progress' });
    expect((await told()).map(({ event_name: name }) => name)).toEqual([
      'PROJECT_TASK_UPDATED',
      'PROJECT_TASK_STATUS_CHANGED',
    ]);

    await update(taskId, { status: 'done' });
    const events = await told();
    expect(events.map(({ event_name: name }) => name)).toEqual([
      'PROJECT_TASK_UPDATED',
      'PROJECT_TASK_STATUS_CHANGED',
      'PROJECT_TASK_COMPLETED',
    ]);
    expect(events[1]?.payload).toMatchObject({ previousStatus: 'in_progress', newStatus: 'done' });

    await update(taskId, { status: 'closed' });
    expect((await told()).map(({ event_name: name }) => name)).not.toContain('PROJECT_TASK_COMPLETED');
  });

  test('of the assignee tells who has it now; taking it away tells only the change', async () => {
    const { taskId } = await create();
    await told();

    await update(taskId, { assignedTo: OTHER_USER });
    expect((await told())[1]).toMatchObject({
      event_name: 'PROJECT_TASK_ASSIGNED',
      payload: { assignedToId: OTHER_USER, assignedToType: 'user', assignedByUserId: writer.actor.id },
    });
    await update(taskId, { assignedTo: null });
    expect((await told()).map(({ event_name: name }) => name)).toEqual(['PROJECT_TASK_UPDATED']);
  });

  test('that is rolled back told nobody anything', async () => {
    const { taskId } = await create();
    await told();

    const work = database.db.withTenant(database.tenant, async (tx) => {
      await updateTask(tx, writer, { taskId, patch: { title: 'Never' } });
      throw new Error('the boundary fails');
    });

    await expect(work).rejects.toThrow('the boundary fails');
    expect(await told()).toEqual([]);
    expect(await database.db.withTenant(database.tenant, (tx) => getTask(tx, taskId))).toMatchObject({
      title: 'Order desks',
    });
  });

  test('by a step of a run names the system as the actor and the run as the source, and carries its causation', async () => {
    const { taskId } = await create();
    await told();
    const runWriter = { ...buildRunWriter(), causation: { depth: 3, chain: ['event:e1', 'run:r1'] } };

    await database.db.withTenant(database.tenant, (tx) =>
      updateTask(tx, runWriter, { taskId, patch: { title: 'By run' } }),
    );

    const [event] = await database.asOwner('SELECT * FROM workflow_runtime_events');
    expect(event).toMatchObject({
      source: 'run',
      emitted_by_run_id: runWriter.run?.runId,
      causation_depth: 3,
      causation_chain: ['event:e1', 'run:r1'],
      status: 'pending',
      payload: { actorType: 'SYSTEM' },
    });
    const [audit] = await database.asOwner("SELECT * FROM audit_logs WHERE operation = 'project_task_update'");
    expect(audit).toMatchObject({
      record_id: taskId,
      run_id: runWriter.run?.runId,
      details: { changedFields: ['title'], changes: { title: { previous: 'Order desks', new: 'By run' } } },
    });
  });

  test('from a state that somebody else has changed since is refused', async () => {
    const { taskId, updatedAt } = await create();
    clock.advance(1000);
    await update(taskId, { title: 'First' }, updatedAt);

    expect(await codeOf(update(taskId, { title: 'Second' }, updatedAt))).toMatchObject({ code: 'RECORD_STALE' });
  });

  test('of 20 callers at once leaves the last state, and every step of the way was told from where the one before ended', async () => {
    const { taskId } = await create({ title: 'v0' });
    await told();

    await Promise.all(Array.from({ length: 20 }, (_, index) => update(taskId, { title: `v${index + 1}` })));

    const changes = (await told()).map(
      ({ payload }) => payload.changes as { title: { previous: string; new: string } },
    );
    const next = new Map(changes.map(({ title }) => [title.previous, title.new]));
    let current = 'v0';
    for (let step = 0; step < 20; step += 1) current = next.get(current) ?? `broken after ${current}`;
    expect(await database.db.withTenant(database.tenant, (tx) => getTask(tx, taskId))).toMatchObject({
      title: current,
    });
  });
});

describe('finding tasks', () => {
  test('a task is found by id, by its name without case, and only in its project', async () => {
    const { taskId } = await create({ title: 'Order desks' });
    const find = (input: Parameters<typeof findTask>[1]) =>
      database.db.withTenant(database.tenant, async (tx) => (await findTask(tx, input))?.taskId ?? null);

    expect(await find({ taskId })).toBe(taskId);
    expect(await find({ title: 'ORDER DESKS', projectId })).toBe(taskId);
    expect(await find({ taskId, projectId: '018f2f5e-0000-7000-8000-0000000000ff' })).toBeNull();
    expect(await find({ projectId })).toBeNull();
  });

  test('a search takes wildcards literally, pages by number and counts all', async () => {
    for (const title of ['100% done', '100 done', 'x'])
      await create({ title, description: title === 'x' ? 'about 100%' : null });
    const search = (query: string, limit = 25, offset = 0) =>
      database.db.withTenant(database.tenant, (tx) => searchTasks(tx, { query, projectId, limit, offset }));

    expect((await search('100%')).items.map(({ title }) => title).sort()).toEqual(['100% done', 'x']);
    const page = await search('1', 1, 1);
    expect(page.total).toBe(3);
    expect(page.items).toHaveLength(1);
  });

  test('a list goes on after its cursor whatever is written meanwhile', async () => {
    for (let index = 0; index < 5; index += 1) {
      clock.advance(1000);
      await create({ title: `t${index}` });
    }
    const list = (cursor?: string) =>
      database.db.withTenant(database.tenant, (tx) =>
        listTasks(tx, { limit: 2, ...(cursor !== undefined && { cursor }) }),
      );

    const first = await list();
    clock.advance(1000);
    await create({ title: 'newcomer' });
    const second = await list(first.nextCursor ?? '');
    const third = await list(second.nextCursor ?? '');

    expect([...first.items, ...second.items, ...third.items].map(({ title }) => title)).toEqual([
      't4',
      't3',
      't2',
      't1',
      't0',
    ]);
    expect(third.nextCursor).toBeNull();
    expect(await codeOf(list('nonsense'))).toMatchObject({ code: 'CURSOR_INVALID' });
  });
});

test('a deleted task is gone and its deletion audited', async () => {
  const { taskId } = await create();
  await database.db.withTenant(database.tenant, (tx) => deleteTask(tx, writer, taskId));

  expect(await codeOf(database.db.withTenant(database.tenant, (tx) => getTask(tx, taskId)))).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await database.asOwner("SELECT 1 FROM audit_logs WHERE operation = 'project_task_delete'")).toHaveLength(1);
});
