import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { isAppError } from '../../kernel/errors.ts';
import { createProjectsPort } from '../../records/create-projects-port.ts';
import { createProject } from '../../records/projects/create-project.ts';
import type { ActionContext, ActionDefinition } from '../../registry/define-action.ts';
import { buildRunWriter, buildWriter } from '../../testing/builders.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import createTask from './create-task.action.ts';
import find from './find.action.ts';
import findTask from './find-task.action.ts';
import searchTasks from './search-tasks.action.ts';
import updateTask from './update-task.action.ts';

const MISSING = '018f2f5e-0000-7000-8000-0000000000ff';
const USER = '018f2f5e-0000-7000-8000-0000000000a2';
let database: TestDatabase;
let projectId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.truncate();
  const project = await database.db.withTenant(database.tenant, (tx) =>
    createProject(tx, buildWriter(), { name: 'Office move' }),
  );
  projectId = project.projectId;
});

/** As a step calls it: input parsed, output parsed, everything in one transaction. */
async function call<Input extends z.ZodObject, Output extends z.ZodType>(
  action: ActionDefinition<Input, Output>,
  input: z.input<Input>,
): Promise<z.output<Output>> {
  return database.db.withTenant(database.tenant, async (tx) => {
    const ports = { projects: createProjectsPort(tx, buildRunWriter()) } as ActionContext['ports'];
    const context = { tenant: tx.tenant, now: tx.now, ports } as ActionContext;
    return action.output.parse(await action.run(action.input.parse(input), context));
  });
}
const codeOf = async (work: Promise<unknown>) => {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  return isAppError(thrown) ? thrown.code : thrown;
};

describe('a step that creates a task', () => {
  test('gets its id, its address and when it was made', async () => {
    const input = {
      project_id: projectId,
      title: 'Desks',
      description: null,
      due_date: '2026-03-20',
      assignee: { type: 'user', id: USER },
    } as const;
    const output = await call(createTask, input);

    expect(output).toMatchObject({
      url: `/projects/${projectId}?task=${output.task_id}`,
      status_id: null,
      priority_id: null,
    });
    const [task] = await database.asOwner<{ created_at: Date }>('SELECT * FROM project_tasks');
    expect(task).toMatchObject({
      task_id: output.task_id,
      title: 'Desks',
      due_date: '2026-03-20',
      assigned_to: USER,
      description: null,
    });
    expect(output.created_at).toBe(task?.created_at.toISOString());
  });

  test('without a project, or with inputs that our projects do not have, is refused by name', () => {
    const namesOf = (input: object) =>
      createTask.input
        .safeParse(input)
        .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
        .join();
    expect(namesOf({ title: 'Desks' })).toContain('project_id');
    expect(namesOf({ project_id: 'provider-1', title: 'Desks' })).toContain('project_id');
    expect(namesOf({ project_id: projectId, title: 'Desks', phase_id: USER, link_ticket_id: USER })).toMatch(
      /phase_id.*link_ticket_id/,
    );
    expect(namesOf({ project_id: projectId, title: 'Desks', assignee: { type: 'team', id: USER } })).toContain(
      'assignee.type',
    );
  });

  test('in a project that is not there fails', async () => {
    expect(await codeOf(call(createTask, { project_id: MISSING, title: 'Desks' }))).toBe('NOT_FOUND');
  });
});

describe('a step that changes a task', () => {
  test('calls the title task_name, in the patch and in what changed', async () => {
    const { task_id } = await call(createTask, { project_id: projectId, title: 'Desks' });

    const output = await call(updateTask, {
      task_id,
      patch: { task_name: 'Chairs', description: 'Six', due_date: '2026-04-01T08:00:00Z' },
    });

    expect(output).toMatchObject({
      task: {
        task_id,
        project_id: projectId,
        task_name: 'Chairs',
        description: 'Six',
        due_date: '2026-04-01T08:00:00Z',
        phase_id: null,
      },
      changed_fields: ['task_name', 'description', 'due_date'],
      no_op: false,
    });
    const [event] = await database.asOwner(
      "SELECT payload FROM workflow_runtime_events WHERE event_name = 'PROJECT_TASK_UPDATED'",
    );
    expect(event).toMatchObject({ payload: { changes: { title: { previous: 'Desks', new: 'Chairs' } } } });
  });

  test('with an empty patch does nothing and says so', async () => {
    const { task_id } = await call(createTask, { project_id: projectId, title: 'Desks' });
    expect(await call(updateTask, { task_id, patch: {} })).toMatchObject({
      no_op: true,
      changed_fields: [],
      task: { task_name: 'Desks' },
    });
  });

  test('that is not there, or not in that project, fails', async () => {
    const { task_id } = await call(createTask, { project_id: projectId, title: 'Desks' });
    expect(await codeOf(call(updateTask, { task_id: MISSING, patch: {} }))).toBe('NOT_FOUND');
    expect(await codeOf(call(updateTask, { task_id, project_id: MISSING, patch: { task_name: 'x' } }))).toBe(
      'NOT_FOUND',
    );
  });
});

describe('a step that looks for projects and tasks', () => {
  test('finds them by id or name, and gets null or an error where there is none', async () => {
    const { task_id } = await call(createTask, { project_id: projectId, title: 'Desks' });

    expect(await call(find, { name: 'office MOVE' })).toMatchObject({
      project: { project_id: projectId, project_name: 'Office move', wbs_code: null },
    });
    expect(await call(find, { project_id: MISSING })).toEqual({ project: null });
    expect(await codeOf(call(find, { project_id: MISSING, on_not_found: 'error' }))).toBe('NOT_FOUND');
    expect(find.input.safeParse({}).success).toBe(false);

    expect(await call(findTask, { name: 'desks', project_id: projectId })).toMatchObject({
      task: { task_id, task_name: 'Desks' },
    });
    expect(await call(findTask, { task_id: MISSING })).toEqual({ task: null });
    expect(await codeOf(call(findTask, { task_id: MISSING, on_not_found: 'error' }))).toBe('NOT_FOUND');
    expect(findTask.input.safeParse({ project_id: projectId }).success).toBe(false);
  });

  test('searches page by page', async () => {
    for (const title of ['Desks', 'Chairs', 'Lamps']) await call(createTask, { project_id: projectId, title });

    const page = await call(searchTasks, { filters: { project_id: projectId }, page: 2, page_size: 2 });
    expect(page).toMatchObject({ total: 3, page: 2, page_size: 2, tasks: [{}] });
    expect(await call(searchTasks, { query: 'lamp' })).toMatchObject({ total: 1, first_task: { task_name: 'Lamps' } });
    expect(await call(searchTasks, { query: 'sofa' })).toMatchObject({ total: 0, first_task: null, tasks: [] });
  });
});
