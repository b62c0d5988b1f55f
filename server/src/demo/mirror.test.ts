import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canonicalJson } from '../kernel/json.ts';
import { createMirrorWorld, type MirrorWorld, readReference } from '../testing/mirror-world.ts';
import { readDemoBundle } from './demo-bundles.ts';

let world: MirrorWorld;

beforeEach(async () => {
  world = await createMirrorWorld();
});
afterEach(() => world.runtime.close());

const statusesOf = async (key: string) => (await world.runtime.runsOf(key)).map((run) => run.status);

describe('the mirror of the demo', () => {
  async function twoProjects() {
    expect((await world.load(readDemoBundle('project-task-mirror'))).warnings).toEqual([]);
    const a = await world.project('A');
    const b = await world.project('B');
    await world.mirrorTo(a, b);
    return { a, b };
  }

  test('a task that is created in A appears in B and follows when it is renamed', async () => {
    const { a, b } = await twoProjects();
    const task = await world.create({
      projectId: a,
      title: 'Order desks',
      description: 'Twelve',
      dueDate: '2026-04-01',
    });

    expect(await world.tasksOf(b)).toMatchObject([
      { title: 'Order desks', description: 'Twelve', dueDate: '2026-04-01', status: 'open' },
    ]);
    await world.change(task.taskId, { title: 'Order chairs' });
    expect(await world.tasksOf(b)).toMatchObject([
      { title: 'Order chairs', description: 'Twelve', dueDate: '2026-04-01' },
    ]);
    await world.change(task.taskId, { description: null, dueDate: null, status: 'in_progress' });
    expect(await world.tasksOf(b)).toMatchObject([
      { title: 'Order chairs', description: null, dueDate: null, status: 'in_progress' },
    ]);
    expect(await world.tasksOf(a)).toHaveLength(1);
  });

  test('what a task does not have, its mirror does not have', async () => {
    const { a, b } = await twoProjects();

    await world.create({ projectId: a, title: 'Bare' });

    expect(await world.tasksOf(b)).toMatchObject([{ title: 'Bare', description: null, dueDate: null }]);
  });

  test('every run of it succeeds, and a change that reached the mirrors goes no further', async () => {
    const { a } = await twoProjects();
    const task = await world.create({ projectId: a, title: 'Order desks' });
    await world.change(task.taskId, { title: 'Order chairs' });

    // The task and its echo; the rename and its echo.
    expect(await statusesOf('mirror.set-up-links')).toEqual(['SUCCEEDED', 'SUCCEEDED']);
    expect(await statusesOf('mirror.follow-changes')).toEqual(['SUCCEEDED', 'SUCCEEDED']);
  });

  test('a list of targets gives a mirror in each, and all of them follow', async () => {
    const { a, b } = await twoProjects();
    const c = await world.project('C');
    const source = await world.project('Source');
    await world.mirrorTo(source, [a, b, c]);
    // A has targets of its own, but a mirror is not mirrored again.
    const task = await world.create({ projectId: source, title: 'One' });
    await world.change(task.taskId, { title: 'Two' });

    for (const project of [a, b, c]) expect(await world.tasksOf(project)).toMatchObject([{ title: 'Two' }]);
  });

  test('two projects that mirror each other make one mirror per task and no mirror of a mirror', async () => {
    const { a, b } = await twoProjects();
    await world.mirrorTo(b, a);

    await world.create({ projectId: a, title: 'From A' });
    await world.create({ projectId: b, title: 'From B' });

    expect((await world.tasksOf(a)).map((task) => task.title)).toEqual(['From A', 'From B']);
    expect((await world.tasksOf(b)).map((task) => task.title)).toEqual(['From A', 'From B']);
  });

  test('a task of a project without targets stays alone', async () => {
    const { b } = await twoProjects();

    await world.create({ projectId: b, title: 'Only here' });

    expect(await world.tasksOf(b)).toHaveLength(1);
    expect(await statusesOf('mirror.set-up-links')).toEqual(['SUCCEEDED']);
  });

  test('a mirror that was deleted does not keep the others from following', async () => {
    const { a, b } = await twoProjects();
    const c = await world.project('C');
    const source = await world.project('Source');
    await world.mirrorTo(source, [b, c]);
    const task = await world.create({ projectId: source, title: 'One' });
    await world.runtime.database.asOwner('DELETE FROM project_tasks WHERE project_id = $1', [b]);

    await world.change(task.taskId, { title: 'Two' });

    expect(await world.tasksOf(c)).toMatchObject([{ title: 'Two' }]);
    expect(await world.tasksOf(a)).toEqual([]);
  });

  test('the bundle that ships is canonical to the byte', () => {
    const text = readFileSync(new URL('./bundles/project-task-mirror.v1.json', import.meta.url), 'utf8');

    expect(text).toBe(canonicalJson(JSON.parse(text)));
  });
});

const reference = readReference('reference.task-mirror.v1.json');

describe.skipIf(reference === null)('the reference bundle, unmodified', () => {
  const SET_UP = 'reference.project-task-mirror-link-setup';
  const SYNC = 'reference.project-task-mirror-sync';

  async function mirrored(targets: number) {
    const source = await world.project('Source');
    const task = await world.create({ projectId: source, title: 'Order desks', description: 'Twelve' });
    await world.load(reference);
    const projects: string[] = [];
    for (let index = 0; index < targets; index += 1) {
      const project = await world.project(`Target ${index}`);
      projects.push(project);
      await world.runtime.emit('PROJECT_TASK_CREATED', {
        taskId: task.taskId,
        projectId: source,
        title: 'Order desks',
        description: 'Twelve',
        status: 'open',
        targetProjectId: project,
      });
    }
    return { task, projects };
  }

  test('is taken with one warning per version, for the payload schema that is not in it', async () => {
    const { createdPublishedVersions, warnings } = await world.load(reference);

    expect(createdPublishedVersions).toMatchObject([
      { key: SET_UP, versions: [1] },
      { key: SYNC, versions: [1] },
    ]);
    expect(warnings.filter((warning) => warning.code === 'PAYLOAD_SCHEMA_DERIVED')).toHaveLength(2);
  });

  test('creates a mirror and links it when an event names a target project', async () => {
    const { task, projects } = await mirrored(1);
    const [mirror] = await world.tasksOf(projects[0] ?? '');

    expect(mirror).toMatchObject({ title: 'Order desks', description: 'Twelve' });
    expect(
      await world.runtime.database.asOwner('SELECT left_id, right_id, relation, namespace FROM workflow_entity_links'),
    ).toEqual([
      { left_id: task.taskId, right_id: mirror?.taskId, relation: 'mirrors', namespace: 'project-task-mirror' },
    ]);
  });

  test('the run that the new mirror itself starts fails and names project_id', async () => {
    await mirrored(1);
    const runs = await world.runtime.runsOf(SET_UP);

    expect(runs.map((run) => run.status).sort()).toEqual(['FAILED', 'SUCCEEDED']);
    const failed = await world.runtime.run(runs.find((run) => run.status === 'FAILED')?.runId);
    expect(failed.error).toMatchObject({ code: 'EXPRESSION_YIELDED_NOTHING', stepId: 'create-mirror-task' });
    expect(JSON.stringify(failed.error)).toContain('project_id');
  });

  test('a rename in records reaches every mirror through the sync workflow', async () => {
    const { task, projects } = await mirrored(2);

    await world.change(task.taskId, { title: 'Order chairs' });

    for (const project of projects) {
      expect(await world.tasksOf(project)).toMatchObject([{ title: 'Order chairs', description: 'Twelve' }]);
    }
    expect(await statusesOf(SYNC)).toEqual(['SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED']);
  });
});
