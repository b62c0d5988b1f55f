import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isAppError } from '../../kernel/errors.ts';
import { buildWriter } from '../../testing/builders.ts';
import { createFakeClock } from '../../testing/fake-clock.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { createTask } from '../project-tasks/create-task.ts';
import { createProject } from './create-project.ts';
import { deleteProject } from './delete-project.ts';
import { findProject, getProject } from './find-project.ts';
import { listProjects } from './list-projects.ts';
import type { CreateProjectInput, UpdateProjectInput } from './project.schema.ts';
import { updateProject } from './update-project.ts';

const clock = createFakeClock();
const writer = buildWriter();
const USER = '018f2f5e-0000-7000-8000-0000000000a2';
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ clock });
});
afterAll(() => database.close());
beforeEach(() => database.truncate());

const inTenant: TestDatabase['db']['withTenant'] = (tenant, work) => database.db.withTenant(tenant, work);
const create = (input: Partial<CreateProjectInput> = {}) =>
  inTenant(database.tenant, (tx) => createProject(tx, writer, { name: 'Office move', ...input }));
const update = (id: string, patch: Omit<UpdateProjectInput, 'id'>) =>
  inTenant(database.tenant, (tx) => updateProject(tx, writer, { id, ...patch }));
const told = async () => {
  const rows = await database.asOwner<{ event_name: string; payload: Record<string, unknown> }>(
    'SELECT event_name, payload FROM workflow_runtime_events ORDER BY event_id',
  );
  await database.asOwner('DELETE FROM workflow_runtime_events');
  return rows;
};
const names = async () => (await told()).map(({ event_name: name }) => name);
const codeOf = async (work: Promise<unknown>) => {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  return isAppError(thrown) ? thrown.code : thrown;
};

describe('a new project', () => {
  test('begins open and tells that it was created', async () => {
    const project = await create();
    expect(project).toMatchObject({ name: 'Office move', status: 'open', description: null, assignedTo: null });
    expect(await told()).toMatchObject([
      { event_name: 'PROJECT_CREATED', payload: { projectId: project.projectId, name: 'Office move', status: 'open' } },
    ]);
  });

  test('keeps the id that it is given; another tenant may have a project of the same id', async () => {
    const id = '018f2f5e-0000-7000-8000-0000000000b1';
    expect(await create({ id })).toMatchObject({ projectId: id });
    expect(await codeOf(create({ id }))).toBe('RECORD_ALREADY_EXISTS');
    const theirs = await inTenant(database.otherTenant, (tx) => createProject(tx, writer, { id, name: 'Theirs' }));
    expect(theirs).toMatchObject({ projectId: id, name: 'Theirs' });
  });
});

describe('a change of a project', () => {
  test('tells what was and what is, and names moves, closing and assignment besides', async () => {
    const { projectId } = await create();
    await told();

    await update(projectId, { name: 'Second floor', status: 'closed', assignedTo: USER });

    const events = await told();
    expect(events.map(({ event_name: name }) => name)).toEqual([
      'PROJECT_UPDATED',
      'PROJECT_STATUS_CHANGED',
      'PROJECT_CLOSED',
      'PROJECT_ASSIGNED',
    ]);
    expect(events[0]?.payload).toMatchObject({
      updatedFields: ['name', 'status', 'assignedTo'],
      changes: {
        name: { previous: 'Office move', new: 'Second floor' },
        status: { previous: 'open', new: 'closed' },
        assignedTo: { previous: null, new: USER },
      },
    });
  });

  test('of nothing tells nobody', async () => {
    const { projectId } = await create({ description: 'x' });
    await told();
    expect((await update(projectId, { name: 'Office move', description: 'x' })).changedFields).toEqual([]);
    expect(await names()).toEqual([]);
  });

  test('of a project that is not there is refused', async () => {
    expect(await codeOf(update('018f2f5e-0000-7000-8000-0000000000ff', { name: 'x' }))).toBe('NOT_FOUND');
  });
});

describe('deleting a project', () => {
  test('is refused while it has tasks and leaves nothing half done', async () => {
    const { projectId } = await create();
    await inTenant(database.tenant, (tx) => createTask(tx, writer, { projectId, title: 'Order desks' }));

    const work = inTenant(database.tenant, (tx) => deleteProject(tx, writer, projectId));

    expect(await codeOf(work)).toBe('RECORD_IN_USE');
    expect(await inTenant(database.tenant, (tx) => getProject(tx, projectId))).toMatchObject({ projectId });
  });

  test('and a task that is added at the same moment never meet', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { projectId } = await create();
      const [deleted, added] = await Promise.all([
        codeOf(inTenant(database.tenant, (tx) => deleteProject(tx, writer, projectId))),
        codeOf(inTenant(database.tenant, (tx) => createTask(tx, writer, { projectId, title: 'Order desks' }))),
      ]);
      expect([
        ['RECORD_IN_USE', null],
        [null, 'NOT_FOUND'],
      ]).toContainEqual([deleted, added]);
    }
  });

  test('of an empty one leaves only its audit', async () => {
    const { projectId } = await create();
    await inTenant(database.tenant, (tx) => deleteProject(tx, writer, projectId));
    expect(await inTenant(database.tenant, (tx) => findProject(tx, { projectId }))).toBeNull();
    expect(await database.asOwner("SELECT 1 FROM audit_logs WHERE operation = 'project_delete'")).toHaveLength(1);
  });
});

test('projects are found by name without case and listed newest first, with filters', async () => {
  await create({ name: 'Alpha 100%' });
  clock.advance(1000);
  await create({ name: 'Beta', status: 'closed' });

  expect(await inTenant(database.tenant, (tx) => findProject(tx, { name: 'alpha 100%' }))).toMatchObject({
    name: 'Alpha 100%',
  });
  const list = async (input: { search?: string; status?: string }) => {
    const { items } = await inTenant(database.tenant, (tx) => listProjects(tx, { limit: 10, ...input }));
    return items.map(({ name }) => name);
  };
  expect(await list({})).toEqual(['Beta', 'Alpha 100%']);
  expect(await list({ search: '0%' })).toEqual(['Alpha 100%']);
  expect(await list({ search: '_' })).toEqual([]);
  expect(await list({ status: 'closed' })).toEqual(['Beta']);
});
