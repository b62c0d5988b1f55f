import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { importBundle } from '../bundle/import-bundle.ts';
import { buildWriter } from '../testing/builders.ts';
import { createTestRuntime, type TestRuntime } from '../testing/create-test-runtime.ts';
import { readDemoBundle } from './demo-bundles.ts';
import { demoTask } from './demo-records.ts';
import { loadDemo } from './load-demo.ts';
import { isQuiet, playDemo } from './play-demo.ts';

let runtime: TestRuntime;

beforeAll(async () => {
  runtime = await createTestRuntime({ role: 'owner' });
  await runtime.database.asOwner("UPDATE organization SET slug = 'default' WHERE id = $1", [runtime.tenant]);
});
beforeEach(async () => {
  await runtime.database.truncate();
  await runtime.setRole('owner');
});
afterAll(() => runtime.close());

async function loadAndPlay(): Promise<string> {
  const outcome = await loadDemo(runtime.platform);
  await playDemo(runtime.platform, () => runtime.tick('1s'));
  await runtime.settle();
  return outcome;
}

const asOwner = <Row>(text: string) => runtime.database.asOwner<Row & Record<string, unknown>>(text);

const tasks = (project: string) =>
  runtime.database.asOwner<{ title: string; status: string; dueDate: string | null; description: string | null }>(
    `SELECT title, t.status, due_date AS "dueDate", t.description
     FROM project_tasks t JOIN projects p USING (tenant, project_id) WHERE project_name = $1 ORDER BY title`,
    [project],
  );

const everything = async () => ({
  runs: await asOwner('SELECT run_id, status FROM workflow_runs ORDER BY run_id'),
  events: await asOwner('SELECT event_id FROM workflow_runtime_events ORDER BY event_id'),
  entries: await asOwner('SELECT namespace, key, revision FROM workflow_data_store ORDER BY namespace, key'),
  links: await asOwner('SELECT link_id FROM workflow_entity_links ORDER BY link_id'),
  tasks: await asOwner('SELECT task_id, updated_at FROM project_tasks ORDER BY task_id'),
  workflows: await asOwner('SELECT workflow_id, updated_at FROM workflow_definitions ORDER BY workflow_id'),
});

test('the demo waits for an owner', async () => {
  await runtime.setRole(null);

  expect(await loadAndPlay()).toBe('no-owner');
});

test('every task of the client project has its mirror in the internal one, as it is now', async () => {
  expect(await loadAndPlay()).toBe('loaded');
  const mirrored = await tasks('Harbourline IT: Website relaunch');
  const internal = await tasks('Kestrel internal');

  expect(mirrored).toHaveLength(10);
  expect(internal).toEqual(expect.arrayContaining(mirrored));
  expect(internal.map(({ title }) => title)).toEqual(
    expect.arrayContaining(['Chase invoice INV-2041', 'Chase invoice INV-2047', 'Renew the TLS certificates']),
  );
  expect(internal.filter(({ title }) => title === 'Chase invoice INV-2041')).toHaveLength(1);
  expect(new Set(mirrored.map(({ status }) => status))).toEqual(
    new Set(['open', 'in_progress', 'done', 'Waiting for client']),
  );
});

test('a newcomer finds runs in every status, and the failed one says why', async () => {
  await loadAndPlay();
  const statuses = async (key: string) => (await runtime.runsOf(key)).map(({ status }) => status).sort();

  expect(await statuses('tasks.what-changed')).toEqual(['SUCCEEDED', 'SUCCEEDED']);
  expect(await statuses('invoices.chase-once')).toEqual(['FAILED', 'SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED']);
  const waits = await statuses('tasks.wait-for-client');
  expect(waits.filter((status) => status !== 'SUCCEEDED')).toEqual(['CANCELED', 'WAITING']);
  for (const key of ['mirror.set-up-links', 'mirror.follow-changes', 'tasks.count-per-project', 'projects.kick-off'])
    expect(new Set(await statuses(key)), key).toEqual(new Set(['SUCCEEDED']));

  const failed = (await runtime.runsOf('invoices.chase-once')).find(({ status }) => status === 'FAILED');
  expect((await runtime.run(failed?.runId)).error).toMatchObject({
    code: 'NOT_FOUND',
    stepId: 'find-project',
    details: { resource: 'project', id: 'Brightwell: Office move' },
  });
});

test('the runs leave entries, some with an end, and links between tasks', async () => {
  await loadAndPlay();

  expect(await runtime.stored('task-counts', 'Harbourline IT: Website relaunch')).toBe(10);
  expect(await runtime.stored('task-counts', 'Kestrel internal')).toBe(14);
  const kinds = await asOwner(
    `SELECT namespace, bool_and(expires_at IS NOT NULL) AS "ends" FROM workflow_data_store GROUP BY namespace ORDER BY namespace`,
  );
  expect(kinds).toEqual([
    { namespace: 'invoice-dunning-sent', ends: true },
    { namespace: 'project-task-mirror-targets', ends: false },
    { namespace: 'sync-cursor', ends: false },
    { namespace: 'task-counts', ends: false },
    { namespace: 'task-digest', ends: true },
  ]);
  const links = await asOwner<{ relation: string; attributes: object }>(
    'SELECT relation, attributes FROM workflow_entity_links',
  );
  expect(links).toHaveLength(10);
  expect(links[0]).toMatchObject({ relation: 'mirrors', attributes: { fieldMap: { title: 'task_name' } } });
});

test('the kick-off has a change that is not published, with a warning to look at', async () => {
  await loadAndPlay();
  const rows = await asOwner<{ key: string; warnings: { code: string }[] | null; changed: boolean }>(
    `SELECT key, d.validation_warnings AS warnings, draft_definition -> 'steps' <> v.definition_json -> 'steps' AS changed
     FROM workflow_definitions d JOIN workflow_definition_versions v USING (tenant, workflow_id) ORDER BY key`,
  );

  expect(rows.filter(({ changed }) => changed).map(({ key }) => key)).toEqual(['projects.kick-off']);
  expect(rows.flatMap(({ warnings }) => warnings ?? []).map(({ code }) => code)).toEqual(['EVENT_WAIT_UNKNOWN_EVENT']);
});

test('a second start touches nothing, whatever became of the demo', async () => {
  await loadAndPlay();
  await runtime.database.asOwner('DELETE FROM project_tasks WHERE task_id = $1', [demoTask.structure]);
  await runtime.database.asOwner("DELETE FROM workflow_definitions WHERE key = 'tasks.what-changed'");
  const before = await everything();

  expect(await loadAndPlay()).toBe('there');
  expect(await everything()).toEqual(before);
});

test('a story that was interrupted goes on where it stopped', async () => {
  await loadDemo(runtime.platform);
  let scenes = 0;
  const interrupted = playDemo(runtime.platform, async () => {
    await runtime.tick('1s');
    scenes += 1;
    if (scenes === 3) throw new Error('the machine was switched off');
  });
  await expect(interrupted).rejects.toThrow('switched off');

  expect(await loadAndPlay()).toBe('there');
  expect(await runtime.runsOf('tasks.what-changed')).toHaveLength(2);
  expect(await runtime.runsOf('invoices.chase-once')).toHaveLength(4);
});

test('two processes that load it at once load it once', async () => {
  const outcomes = await Promise.all([loadDemo(runtime.platform), loadDemo(runtime.platform)]);

  expect(outcomes.sort()).toEqual(['loaded', 'there']);
  expect(await asOwner('SELECT project_id FROM projects')).toHaveLength(2);
});

test('a workflow that is there already stays as its author left it', async () => {
  const bundle = readDemoBundle('task-counter') as { workflows: { metadata: { name: string } }[] };
  const [counter] = bundle.workflows;
  if (counter !== undefined) counter.metadata.name = 'Mine';
  await runtime.platform.db.withTenant(runtime.tenant, (tx) =>
    importBundle(tx, buildWriter({ actor: runtime.publisher }), runtime.platform.registry, {
      bundle,
      mode: 'create',
      dryRun: false,
    }),
  );

  expect(await loadDemo(runtime.platform)).toBe('loaded');

  const named = await asOwner<{ name: string }>(
    "SELECT name FROM workflow_definitions WHERE key = 'tasks.count-per-project'",
  );
  expect(named).toEqual([{ name: 'Mine' }]);
});

test('a workspace is quiet when nothing is under way, also while a run waits', async () => {
  const quiet = () => runtime.platform.db.withTenant(runtime.tenant, isQuiet);
  await loadDemo(runtime.platform);

  expect(await quiet()).toBe(false);
  await playDemo(runtime.platform, () => runtime.settle());
  expect(await quiet()).toBe(false);
  await runtime.settle();
  expect(await quiet()).toBe(true);
});
