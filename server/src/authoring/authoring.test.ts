import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { catalogue } from '../catalogue.gen.ts';
import type { Tx } from '../db/tx.ts';
import type { JsonObject } from '../kernel/json.ts';
import { createRegistry } from '../registry/create-registry.ts';
import { buildWriter } from '../testing/builders.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { createWorkflow } from './create-workflow.ts';
import { deleteWorkflow } from './delete-workflow.ts';
import { getWorkflow } from './get-workflow.ts';
import { listVersions } from './list-versions.ts';
import { listWorkflows } from './list-workflows.ts';
import { publishWorkflow } from './publish-workflow.ts';
import { updateDraft } from './update-draft.ts';
import { updateMetadata } from './update-metadata.ts';

const registry = createRegistry(catalogue);
const writer = buildWriter();
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => database.truncate());
afterAll(() => database.close());

function inTenant<T>(work: (tx: Tx) => Promise<T>, tenant = database.tenant): Promise<T> {
  return database.db.withTenant(tenant, work);
}

const definition: JsonObject = {
  payloadSchemaRef: 'payload.Empty.v1',
  steps: [{ id: 'ready', type: 'state.set', config: { state: 'READY' } }],
};
const withState = (state: string): JsonObject => ({
  ...definition,
  name: 'Hello',
  steps: [{ id: 'ready', type: 'state.set', config: { state } }],
});

const create = (over: { key?: string; name?: string; definition?: JsonObject } = {}) =>
  inTenant((tx) => createWorkflow(tx, writer, registry, { name: 'Hello', definition, ...over }));
const publish = (workflowId: string, over: { version?: number | 'draft'; expectedDraftVersion?: number } = {}) =>
  inTenant((tx) =>
    publishWorkflow(tx, writer, registry, { workflowId, version: 'draft', mayChangeSystem: false, ...over }),
  );
const save = (workflowId: string, next: JsonObject, expectedDraftVersion?: number) =>
  inTenant((tx) =>
    updateDraft(tx, writer, registry, { workflowId, definition: next, expectedDraftVersion, mayChangeSystem: false }),
  );
const read = (workflowId: string, version: number | 'draft' = 'draft') =>
  inTenant((tx) => getWorkflow(tx, { workflowId, version }));
const list = (over: Partial<Parameters<typeof listWorkflows>[1]> = {}, tenant = database.tenant) =>
  inTenant((tx) => listWorkflows(tx, { sort: 'name', limit: 100, withInvisible: false, ...over }), tenant);

async function insertRun(workflowId: string, status: string, startedAt: string) {
  await database.asOwner(
    `INSERT INTO workflow_runs (tenant, run_id, workflow_id, workflow_version, status, input_json, actor_id, actor_type,
       definition_hash, started_at, updated_at)
     VALUES ($1, $2, $3, 1, $4, '{}', $5, 'user', 'h', $6, $6)`,
    [database.tenant, database.ids.next(), workflowId, status, writer.actor.id, startedAt],
  );
}

describe('creating', () => {
  test('a workflow has a key made of its name, and a second one of that name gets the next free key', async () => {
    const keys = [
      (await create({ name: 'Ticket überfällig!' })).key,
      (await create({ name: 'Ticket überfällig!' })).key,
    ];

    expect(keys).toEqual(['ticket-uberfallig', 'ticket-uberfallig-2']);
  });

  test('creators of one name at once get a key each', async () => {
    const created = await Promise.all(Array.from({ length: 4 }, () => create({ name: 'Same' })));

    expect(new Set(created.map((workflow) => workflow.key)).size).toBe(4);
  });

  test('a key that is there is refused', async () => {
    await create({ key: 'demo.hello' });

    await expect(create({ key: 'demo.hello' })).rejects.toMatchObject({
      code: 'WORKFLOW_KEY_TAKEN',
      details: { key: 'demo.hello' },
    });
  });

  test('the draft carries the id, the number that it will be published as, and the name', async () => {
    const { workflowId } = await create();

    expect((await read(workflowId)).definition).toMatchObject({ id: workflowId, version: 1, name: 'Hello' });
  });

  test('JSON that is no definition is refused with its place and nothing is written', async () => {
    const steps = [{ id: 'loop', type: 'control.forEach', items: { $expr: 'payload.x' }, body: [] }];

    await expect(create({ definition: { ...definition, steps } })).rejects.toMatchObject({
      code: 'INVALID_WORKFLOW_DEFINITION',
      details: { issues: [expect.objectContaining({ path: '/steps/0/itemVar' })] },
    });
    expect((await list()).items).toEqual([]);
  });

  test('another tenant does not see it', async () => {
    const { workflowId, key } = await create();

    await expect(
      inTenant((tx) => getWorkflow(tx, { workflowId, version: 'draft' }), database.otherTenant),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await list({}, database.otherTenant)).items).toEqual([]);
    expect(
      await inTenant(
        (tx) => createWorkflow(tx, writer, registry, { name: 'Hello', definition, key }),
        database.otherTenant,
      ),
    ).toMatchObject({ key });
  });
});

describe('the draft', () => {
  test('an update raises its number, and one that was made from an older number is refused', async () => {
    const { workflowId } = await create();
    expect((await save(workflowId, withState('A'), 1)).draftVersion).toBe(2);

    await expect(save(workflowId, withState('B'), 1)).rejects.toMatchObject({
      code: 'DRAFT_STALE',
      details: { expectedDraftVersion: 1, draftVersion: 2 },
    });
    expect((await read(workflowId)).definition.steps).toEqual(withState('A').steps);
  });

  test('of two updates from the same draft exactly one counts', async () => {
    const { workflowId } = await create();

    const outcomes = await Promise.allSettled([
      save(workflowId, withState('A'), 1),
      save(workflowId, withState('B'), 1),
    ]);

    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });

  test('a draft with an unknown action is kept with its finding and cannot be published', async () => {
    const { workflowId } = await create();
    const broken = {
      ...withState('A'),
      steps: [{ id: 'call', type: 'action.call', config: { actionId: 'store.gett', version: 1 } }],
    };

    expect((await save(workflowId, broken)).validation.status).toBe('error');
    expect((await read(workflowId)).validation.errors).toMatchObject([{ code: 'UNKNOWN_ACTION', stepId: 'call' }]);
    expect(await publish(workflowId)).toMatchObject({ ok: false, errors: [{ code: 'UNKNOWN_ACTION' }] });
    expect((await read(workflowId)).publishedVersion).toBeNull();
  });
});

describe('publishing', () => {
  test('makes a version that later drafts do not change, with its payload schema and its publisher', async () => {
    const { workflowId } = await create();

    expect(await publish(workflowId)).toMatchObject({ ok: true, publishedVersion: 1, errors: [] });
    expect((await read(workflowId)).hasUnpublishedChanges).toBe(false);
    await save(workflowId, withState('LATER'));
    expect((await read(workflowId)).hasUnpublishedChanges).toBe(true);

    const version = await read(workflowId, 1);
    expect(version.definition).toEqual({ ...definition, id: workflowId, version: 1, name: 'Hello' });
    expect(version.published).toMatchObject({ publishedBy: writer.actor.id, payloadSchemaJson: { type: 'object' } });
    expect(version).toMatchObject({ status: 'published', state: 'active', publishedVersion: 1 });
    expect((await read(workflowId)).definition).toMatchObject({ version: 2 });
  });

  test('twice at once gives one version and one refusal', async () => {
    const { workflowId } = await create();

    const outcomes = await Promise.allSettled([1, 2].map(() => publish(workflowId, { expectedDraftVersion: 1 })));

    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({
      reason: { code: 'DRAFT_STALE' },
    });
    expect((await inTenant((tx) => listVersions(tx, { workflowId, limit: 10 }))).items).toHaveLength(1);
  });

  test('a draft that the publisher has not seen is not published', async () => {
    const { workflowId } = await create();
    await save(workflowId, withState('A'));

    await expect(publish(workflowId, { expectedDraftVersion: 1 })).rejects.toMatchObject({ code: 'DRAFT_STALE' });
  });

  test('the live trigger is the published one, whatever the draft says', async () => {
    const { workflowId } = await create({
      definition: {
        payloadSchemaRef: 'payload.ProjectTaskCreated.v1',
        trigger: { type: 'event', eventName: 'PROJECT_TASK_CREATED' },
        steps: [],
      },
    });
    await publish(workflowId);
    await save(workflowId, withState('A'));

    expect((await read(workflowId)).trigger).toEqual({ type: 'event', eventName: 'PROJECT_TASK_CREATED' });
    expect((await list({ triggerType: 'event' })).items).toHaveLength(1);
  });

  test('in mode inferred the payload contract follows the event', async () => {
    const { workflowId } = await create({
      definition: {
        payloadSchemaRef: 'payload.Empty.v1',
        trigger: { type: 'event', eventName: 'PROJECT_TASK_UPDATED' },
        steps: [],
      },
    });
    await inTenant((tx) =>
      updateMetadata(tx, writer, { workflowId, metadata: { payloadSchemaMode: 'inferred' }, mayChangeSystem: false }),
    );

    expect(await publish(workflowId)).toMatchObject({ ok: true });
    expect((await read(workflowId, 1)).definition.payloadSchemaRef).toBe('payload.ProjectTaskUpdated.v1');
  });

  test('a schedule trigger is refused, for it is not built yet', async () => {
    const { workflowId } = await create({
      definition: { ...definition, trigger: { type: 'recurring', cron: '0 9 * * 1', timezone: 'Europe/Berlin' } },
    });

    expect(await publish(workflowId)).toMatchObject({ ok: false, errors: [{ code: 'TRIGGER_UNSUPPORTED' }] });
  });
});

describe('settings', () => {
  const change = (workflowId: string, metadata: Parameters<typeof updateMetadata>[2]['metadata']) =>
    inTenant((tx) => updateMetadata(tx, writer, { workflowId, metadata, mayChangeSystem: false }));

  test('change alone, and name and description reach the draft', async () => {
    const { workflowId } = await create();

    await change(workflowId, { isPaused: true, concurrencyLimit: 3, failureRateThreshold: 0.5 });
    const after = await change(workflowId, { name: 'Bye', description: 'Says it' });

    expect(after).toMatchObject({ state: 'paused', concurrencyLimit: 3, failureRateThreshold: 0.5, name: 'Bye' });
    expect((await read(workflowId)).definition).toMatchObject({ name: 'Bye', description: 'Says it' });
    expect((await change(workflowId, { description: null })).description).toBeNull();
    expect((await read(workflowId)).definition).not.toHaveProperty('description');
  });

  test('the key changes until the first publish and never after', async () => {
    const { workflowId } = await create({ key: 'a' });
    await create({ key: 'taken', name: 'Other' });

    expect((await change(workflowId, { key: 'b' })).key).toBe('b');
    await expect(change(workflowId, { key: 'taken' })).rejects.toMatchObject({ code: 'WORKFLOW_KEY_TAKEN' });
    await publish(workflowId);
    await expect(change(workflowId, { key: 'c' })).rejects.toMatchObject({ code: 'WORKFLOW_KEY_FIXED' });
  });

  test('every change leaves its audit row', async () => {
    const { workflowId } = await create();
    await change(workflowId, { isPaused: true });
    await publish(workflowId);

    const rows = await database.asOwner<{ operation: string; details: JsonObject }>(
      'SELECT operation, details FROM audit_logs WHERE record_id = $1 ORDER BY audit_id',
      [workflowId],
    );
    expect(rows.map((row) => row.operation)).toEqual([
      'workflow_definition_create',
      'workflow_definition_metadata_update',
      'workflow_definition_publish',
    ]);
    expect(rows[1]?.details).toMatchObject({ changes: { isPaused: { previous: false, new: true } } });
  });
});

describe('deleting', () => {
  const remove = (workflowId: string) =>
    inTenant((tx) => deleteWorkflow(tx, writer, { workflowId, mayChangeSystem: false }));

  test('is refused while runs are under way and takes ended runs along', async () => {
    const { workflowId, key } = await create();
    await insertRun(workflowId, 'WAITING', '2026-01-01T00:00:00Z');

    await expect(remove(workflowId)).rejects.toMatchObject({
      code: 'WORKFLOW_HAS_RUNS',
      details: { workflowKey: key, activeRuns: 1 },
    });
    await database.asOwner("UPDATE workflow_runs SET status = 'CANCELED'");
    expect(await remove(workflowId)).toEqual({ workflowId, deleted: true });
    expect(await database.asOwner('SELECT 1 FROM workflow_runs')).toEqual([]);
  });

  test('a system workflow is for admins', async () => {
    const { workflowId } = await create();
    await database.asOwner('UPDATE workflow_definitions SET is_system = true');

    await expect(remove(workflowId)).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
  });
});

describe('the list', () => {
  test('has the newest runs, the failure rate of a week and the time of the last run', async () => {
    const { workflowId } = await create();
    const now = Date.now();
    for (let index = 0; index < 25; index += 1) {
      await insertRun(workflowId, index % 5 === 0 ? 'FAILED' : 'SUCCEEDED', new Date(now - index * 1000).toISOString());
    }
    await insertRun(workflowId, 'FAILED', new Date(now - 8 * 86_400_000).toISOString());

    const [item] = (await list()).items;

    expect(item?.lastRuns).toHaveLength(20);
    expect(item?.lastRuns[0]).toMatchObject({ status: 'FAILED', startedAt: new Date(now).toISOString() });
    expect(item).toMatchObject({
      endedRuns7d: 25,
      failureRate7d: 0.2,
      lastRunAt: new Date(now).toISOString(),
      activeRuns: 0,
    });
  });

  test('filters by text, state and trigger, counts everything, and hides what is hidden', async () => {
    const first = await create({ name: '100% done' });
    await create({ name: '1000 done' });
    const hidden = await create({ name: 'Hidden' });
    await publish(first.workflowId);
    await inTenant((tx) =>
      updateMetadata(tx, writer, {
        workflowId: hidden.workflowId,
        metadata: { isVisible: false },
        mayChangeSystem: false,
      }),
    );

    const names = async (over: Parameters<typeof list>[0]) => (await list(over)).items.map((item) => item.name);
    expect(await names({ search: '100%' })).toEqual(['100% done']);
    expect(await names({ status: 'active' })).toEqual(['100% done']);
    expect(await names({ triggerType: 'event' })).toEqual([]);
    expect(await names({ triggerType: 'manual', withInvisible: true })).toEqual(['100% done', '1000 done', 'Hidden']);
    expect((await list()).counts).toEqual({ total: 2, active: 1, draft: 1, paused: 0 });
  });

  test.each(['name', 'updatedAt'] as const)('pages by %s without a gap or a repeat', async (sort) => {
    for (const name of ['B', 'A', 'D', 'C', 'E']) await create({ name });
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await list({ sort, limit: 2, cursor: cursor ?? undefined });
      seen.push(...page.items.map((item) => item.name));
      cursor = page.nextCursor;
    } while (cursor !== null);

    expect(seen).toEqual(sort === 'name' ? ['A', 'B', 'C', 'D', 'E'] : ['E', 'C', 'D', 'A', 'B']);
  });

  test('a made-up cursor is refused', async () => {
    await expect(list({ cursor: 'bm8' })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    await expect(list({ cursor: Buffer.from('["x","y"]').toString('base64url') })).rejects.toMatchObject({
      code: 'CURSOR_INVALID',
    });
  });
});
