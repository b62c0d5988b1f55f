import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWorkflow } from '../authoring/create-workflow.ts';
import { getWorkflow } from '../authoring/get-workflow.ts';
import { listWorkflows } from '../authoring/list-workflows.ts';
import { publishWorkflow } from '../authoring/publish-workflow.ts';
import { updateDraft } from '../authoring/update-draft.ts';
import { updateMetadata } from '../authoring/update-metadata.ts';
import { catalogue } from '../catalogue.gen.ts';
import type { Tx } from '../db/tx.ts';
import { canonicalJson, type JsonObject } from '../kernel/json.ts';
import { createRegistry } from '../registry/create-registry.ts';
import { buildWriter } from '../testing/builders.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import type { BundleWorkflow, WorkflowBundle } from './bundle-format.ts';
import { exportWorkflow, exportWorkflows } from './export-bundle.ts';
import { type ImportMode, importBundle } from './import-bundle.ts';

const registry = createRegistry(catalogue);
const writer = buildWriter();
const importer = buildWriter({ actor: { id: '01900000-0000-7000-8000-00000000a002', type: 'service' } });
const ZERO = '00000000-0000-0000-0000-000000000000';
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => database.truncate());
afterAll(() => database.close());

function inTenant<T>(work: (tx: Tx) => Promise<T>, tenant = database.tenant): Promise<T> {
  return database.db.withTenant(tenant, work);
}

const load = (bundle: unknown, mode: ImportMode = 'create', over: { dryRun?: boolean; tenant?: string } = {}) =>
  inTenant(
    (tx) => importBundle(tx, importer, registry, { bundle, mode, dryRun: over.dryRun ?? false }),
    over.tenant ?? database.tenant,
  );
const save = (keys: string[], tenant = database.tenant) => inTenant((tx) => exportWorkflows(tx, keys), tenant);
const keys = async () =>
  (await inTenant((tx) => listWorkflows(tx, { sort: 'name', limit: 100, withInvisible: true }))).items.map(
    (item) => item.key,
  );
const read = (workflowId: string, version: number | 'draft' = 'draft', tenant = database.tenant) =>
  inTenant((tx) => getWorkflow(tx, { workflowId, version }), tenant);

const setState = (id: string, state = id): JsonObject => ({ id, type: 'state.set', config: { state } });
const callStep = (target: string): JsonObject => ({
  id: 'call',
  type: 'control.callWorkflow',
  workflowId: target,
  workflowVersion: 1,
});

interface Over {
  id?: string;
  steps?: JsonObject[];
  metadata?: JsonObject;
  dependencies?: Partial<BundleWorkflow['dependencies']>;
  publishedVersions?: BundleWorkflow['publishedVersions'] | 'none';
}

/** A workflow of a bundle with one published version, as another installation would write it. */
function bundled(key: string, over: Over = {}): BundleWorkflow {
  const definition: JsonObject = {
    id: over.id ?? '00000000-0000-0000-0000-00000000f001',
    version: 1,
    name: key,
    payloadSchemaRef: 'payload.Empty.v1',
    steps: over.steps ?? [setState('ready')],
  };
  return {
    key,
    metadata: {
      name: key,
      description: null,
      payloadSchemaRef: 'payload.Empty.v1',
      payloadSchemaMode: 'pinned',
      pinnedPayloadSchemaRef: 'payload.Empty.v1',
      trigger: null,
      isSystem: false,
      isVisible: true,
      isPaused: false,
      concurrencyLimit: 3,
      autoPauseOnFailure: true,
      failureRateThreshold: 0.25,
      failureRateMinRuns: 10,
      retentionPolicyOverride: { days: 7 },
      ...over.metadata,
    },
    dependencies: { actions: [], nodeTypes: ['state.set'], schemaRefs: ['payload.Empty.v1'], ...over.dependencies },
    draft: { draftVersion: 4, definition },
    publishedVersions:
      over.publishedVersions === 'none'
        ? []
        : (over.publishedVersions ?? [{ version: 1, definition, payloadSchemaJson: null }]),
  };
}

function bundleOf(...workflows: BundleWorkflow[]): WorkflowBundle {
  return { format: 'alga-psa.workflow-bundle', formatVersion: 1, exportedAt: '2026-01-26T00:00:00.000Z', workflows };
}

/** The bytes without what an export may change: its time and the ids of the installation. */
function portable(bundle: WorkflowBundle): string {
  return canonicalJson({
    ...bundle,
    exportedAt: '',
    workflows: bundle.workflows.map((workflow) => ({
      ...workflow,
      draft: { ...workflow.draft, definition: { ...workflow.draft.definition, id: '' } },
      publishedVersions: workflow.publishedVersions.map((version) => ({
        ...version,
        definition: { ...version.definition, id: '' },
      })),
    })),
  });
}

async function insertRun(workflowId: string, status: string, version = 1): Promise<string> {
  const runId = database.ids.next();
  await database.asOwner(
    `INSERT INTO workflow_runs (tenant, run_id, workflow_id, workflow_version, status, input_json, actor_id, actor_type,
       definition_hash, started_at, updated_at)
     SELECT $1, $2, workflow_id, version, $5, '{}', $6, 'user', definition_hash, now(), now()
     FROM workflow_definition_versions WHERE tenant = $1 AND workflow_id = $3 AND version = $4`,
    [database.tenant, runId, workflowId, version, status, writer.actor.id],
  );
  return runId;
}

describe('a bundle that does not fit', () => {
  test('another format version is refused', async () => {
    await expect(load({ ...bundleOf(bundled('a')), formatVersion: 2 })).rejects.toMatchObject({
      code: 'UNSUPPORTED_FORMAT_VERSION',
      details: { formatVersion: 2, supported: 1 },
    });
  });

  test('what the schema refuses is named with its place, and nothing is written', async () => {
    const bundle = bundleOf(bundled('a'), { ...bundled('b'), draft: {} as never });

    await expect(load(bundle)).rejects.toMatchObject({
      code: 'SCHEMA_VALIDATION_FAILED',
      details: {
        issues: expect.arrayContaining([expect.objectContaining({ path: '/workflows/1/draft', code: 'required' })]),
      },
    });
    expect(await keys()).toEqual([]);
  });

  test('a definition that is none is named by workflow, version and step', async () => {
    const bundle = bundleOf(
      bundled('a', { steps: [{ id: 'x', type: 'control.forEach', items: { $expr: 'a' }, body: [] }] }),
    );

    await expect(load(bundle)).rejects.toMatchObject({
      code: 'INVALID_WORKFLOW_DEFINITION',
      details: {
        issues: expect.arrayContaining([
          expect.objectContaining({ path: '/workflows/0/publishedVersions/0/definition/steps/0/itemVar' }),
        ]),
      },
    });
  });

  test('actions, node types and schemas that are not there are reported per workflow and together', async () => {
    const bundle = bundleOf(
      bundled('a', {
        dependencies: { actions: [{ actionId: 'tickets.find', version: 1 }], nodeTypes: ['email.parseBody'] },
      }),
      bundled('b', {
        // Not declared, found in the definition all the same.
        steps: [{ id: 'send', type: 'action.call', config: { actionId: 'email.send', version: 2 } }],
        dependencies: { schemaRefs: ['payload.TicketCreated.v1'] },
      }),
    );

    await expect(load(bundle)).rejects.toMatchObject({
      code: 'MISSING_DEPENDENCIES',
      details: {
        missingByWorkflow: [
          {
            key: 'a',
            missingActions: [{ actionId: 'tickets.find', version: 1 }],
            missingNodeTypes: ['email.parseBody'],
            missingSchemaRefs: [],
          },
          {
            key: 'b',
            missingActions: [{ actionId: 'email.send', version: 2 }],
            missingNodeTypes: [],
            missingSchemaRefs: ['payload.TicketCreated.v1'],
          },
        ],
        missingActions: [
          { actionId: 'email.send', version: 2 },
          { actionId: 'tickets.find', version: 1 },
        ],
        missingNodeTypes: ['email.parseBody'],
        missingSchemaRefs: ['payload.TicketCreated.v1'],
      },
    });
    expect(await keys()).toEqual([]);
  });

  test.each([
    {
      code: 'TRIGGER_UNSUPPORTED',
      over: { trigger: { type: 'recurring', cron: '0 9 * * 1', timezone: 'Europe/Berlin' } },
    },
    {
      code: 'INVALID_EXPR',
      over: { steps: [{ id: 'if', type: 'control.if', condition: { $expr: 'payload.(' }, then: [] }] },
    },
    {
      code: 'NODE_TYPE_UNSUPPORTED',
      over: { steps: [{ id: 'ask', type: 'human.task', config: { taskType: 'review', title: { $expr: "'Look'" } } }] },
    },
  ])('a published version with $code can never run and is refused; as a draft it is taken', async ({ code, over }) => {
    const { draft } = bundled('a');
    const definition = { ...draft.definition, ...over } as JsonObject;
    const broken = { ...bundled('a'), draft: { draftVersion: 1, definition } };
    const publishedVersions = [{ version: 1, definition, payloadSchemaJson: null }];

    await expect(load(bundleOf({ ...broken, publishedVersions }))).rejects.toMatchObject({
      code: 'INVALID_WORKFLOW_DEFINITION',
      details: { issues: [expect.objectContaining({ path: '/workflows/0/publishedVersions/0', code })] },
    });
    expect(await keys()).toEqual([]);
    await load(bundleOf({ ...broken, publishedVersions: [] }));
    expect((await read('a')).validation.errors).toMatchObject([{ code }]);
  });

  test('a step id that is there twice is a warning, for runs go by path', async () => {
    const { warnings } = await load(bundleOf(bundled('a', { steps: [setState('same'), setState('same')] })));

    expect(warnings).toMatchObject([
      { code: 'DUPLICATE_STEP_ID', params: { stepPath: 'root.steps[1]', stepId: 'same' } },
      { code: 'DRAFT_NOT_PUBLISHABLE', params: { errors: 1, first: 'DUPLICATE_STEP_ID' } },
    ]);
    expect((await read('a')).publishedVersion).toBe(1);
  });

  test('a key that is there is a conflict, and the report has all of them', async () => {
    await load(bundleOf(bundled('a'), bundled('b')));

    await expect(load(bundleOf(bundled('c'), bundled('b'), bundled('a')))).rejects.toMatchObject({
      code: 'WORKFLOW_KEY_CONFLICT',
      details: { keys: ['a', 'b'] },
    });
    expect(await keys()).toEqual(['a', 'b']);
  });
});

describe('an import', () => {
  test('into an empty tenant creates workflows with new ids, live as their settings say, published by the importer', async () => {
    const summary = await load(
      bundleOf(bundled('b', { publishedVersions: 'none' }), bundled('a', { metadata: { isPaused: true } })),
    );

    const [a, b] = summary.createdWorkflows;
    expect(summary).toEqual({
      createdWorkflows: [
        { key: 'a', workflowId: a?.workflowId },
        { key: 'b', workflowId: b?.workflowId },
      ],
      updatedWorkflows: [],
      deletedWorkflows: [],
      createdPublishedVersions: [{ key: 'a', workflowId: a?.workflowId, versions: [1] }],
      warnings: [],
    });
    const version = await read('a', 1);
    expect(version).toMatchObject({
      state: 'paused',
      publishedVersion: 1,
      draftVersion: 4,
      concurrencyLimit: 3,
      failureRateThreshold: 0.25,
      retentionPolicyOverride: { days: 7 },
      published: { publishedBy: importer.actor.id, payloadSchemaJson: null },
    });
    expect(version.definition.id).toBe(version.workflowId);
    expect(await read('b')).toMatchObject({ state: 'draft', publishedVersion: null });
  });

  test('that fails at its last write leaves nothing', async () => {
    await database.asOwner(`CREATE FUNCTION refuse_z() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.key = 'z' THEN RAISE 'no'; END IF; RETURN NEW; END $$`);
    await database.asOwner(
      'CREATE TRIGGER refuse_z BEFORE INSERT ON workflow_definitions FOR EACH ROW EXECUTE FUNCTION refuse_z()',
    );
    try {
      await expect(load(bundleOf(bundled('a'), bundled('z')))).rejects.toThrow();
      expect(await keys()).toEqual([]);
      expect(await database.asOwner('SELECT 1 FROM audit_logs')).toEqual([]);
    } finally {
      await database.asOwner('DROP TRIGGER refuse_z ON workflow_definitions');
      await database.asOwner('DROP FUNCTION refuse_z');
    }
  });

  test('of the same keys at once, in another order: one counts and the other is told', async () => {
    const bundles = [bundleOf(bundled('a'), bundled('b')), bundleOf(bundled('b'), bundled('a'))];

    const outcomes = await Promise.allSettled(bundles.map((bundle) => load(bundle)));

    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({
      reason: { code: 'WORKFLOW_KEY_CONFLICT' },
    });
    expect(await keys()).toEqual(['a', 'b']);
  });

  test('as a dry run says the same and writes nothing', async () => {
    const report = await load(bundleOf(bundled('a')), 'create', { dryRun: true });

    expect(report.createdWorkflows).toMatchObject([{ key: 'a' }]);
    expect(report.createdPublishedVersions).toMatchObject([{ key: 'a', versions: [1] }]);
    expect(await keys()).toEqual([]);
    await load(bundleOf(bundled('a')));
    expect((await load(bundleOf(bundled('a')), 'recreate', { dryRun: true })).deletedWorkflows).toMatchObject([
      { key: 'a' },
    ]);
    expect(await read('a', 1)).toMatchObject({ key: 'a' });
  });

  test('derives a payload schema that is not there, with a warning', async () => {
    const { draft } = bundled('a');
    const { warnings } = await load(
      bundleOf(bundled('a', { publishedVersions: [{ version: 1, definition: draft.definition }] })),
    );

    expect(warnings).toEqual([
      {
        key: 'a',
        code: 'PAYLOAD_SCHEMA_DERIVED',
        path: '/workflows/0/publishedVersions/0',
        params: { schemaRef: 'payload.Empty.v1' },
      },
    ]);
    expect((await read('a', 1)).published?.payloadSchemaJson).toMatchObject({ type: 'object' });
  });

  test('warns of blemishes and takes the bundle', async () => {
    const blemished = bundled('a', {
      metadata: { failureRateThreshold: '0.505', payloadSchemaMode: null, trigger: { type: 'event', eventName: 'X' } },
      dependencies: { nodeTypes: ['control.if'] },
    });

    const { warnings } = await load(bundleOf(blemished));

    expect(warnings.map((warning) => warning.code).sort()).toEqual([
      'CONTROL_NODE_TYPE_LISTED',
      'DEPENDENCY_NOT_DECLARED',
      'PAYLOAD_SCHEMA_MODE_UNKNOWN',
      'THRESHOLD_ROUNDED',
      'TRIGGER_DIFFERS',
    ]);
    expect(await read('a')).toMatchObject({ trigger: null, payloadSchemaMode: 'pinned', failureRateThreshold: 0.51 });
  });
});

describe('calls between workflows', () => {
  const oldId = '00000000-0000-0000-0000-0000000000b1';

  test.each([
    { name: 'the old id', target: oldId, says: [] },
    { name: 'the key', target: 'child', says: [] },
    { name: 'the zero id', target: ZERO, says: ['CALL_TARGET_ASSUMED', 'CALL_TARGET_ASSUMED'] },
  ])('by $name of a workflow of the same bundle go by key', async ({ target, says }) => {
    const nested = { id: 'try', type: 'control.tryCatch', try: [callStep(target)], catch: [] };
    const { warnings } = await load(bundleOf(bundled('parent', { steps: [nested] }), bundled('child', { id: oldId })));

    expect((await read('parent', 1)).definition.steps).toMatchObject([{ try: [{ workflowId: 'child' }] }]);
    expect(warnings.map((warning) => warning.code).filter((code) => code.startsWith('CALL'))).toEqual(says);
  });

  test('that lead nowhere are a warning of a published version and a finding of a draft', async () => {
    const { warnings } = await load(bundleOf(bundled('parent', { steps: [callStep(ZERO)] })));

    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'CALL_TARGET_UNKNOWN', path: '/workflows/0/publishedVersions/0' }),
    );
    expect((await read('parent')).validation.errors).toMatchObject([{ code: 'CALL_TARGET_UNKNOWN', stepId: 'call' }]);
  });

  test('are exported by key', async () => {
    const child = await inTenant((tx) =>
      createWorkflow(tx, writer, registry, {
        key: 'child',
        name: 'Child',
        definition: { payloadSchemaRef: 'payload.Empty.v1', steps: [] },
      }),
    );
    await inTenant((tx) =>
      createWorkflow(tx, writer, registry, {
        key: 'parent',
        name: 'Parent',
        definition: { payloadSchemaRef: 'payload.Empty.v1', steps: [callStep(child.workflowId)] },
      }),
    );

    const [parent] = (await save(['parent'])).workflows;
    expect(parent?.draft.definition.steps).toMatchObject([{ workflowId: 'child' }]);
  });
});

describe('force in place', () => {
  test('keeps the id, the runs and the versions that runs used; the versions of the bundle win', async () => {
    const { draft } = bundled('a');
    const version = (number: number, state: string) => ({
      version: number,
      definition: { ...draft.definition, version: number, steps: [setState('ready', state)] },
      payloadSchemaJson: null,
    });
    const [created] = (
      await load(bundleOf(bundled('a', { publishedVersions: [version(1, 'A'), version(2, 'B'), version(3, 'C')] })))
    ).createdWorkflows;
    const workflowId = created?.workflowId ?? '';
    const runId = await insertRun(workflowId, 'SUCCEEDED', 2);

    const summary = await load(
      bundleOf(bundled('a', { metadata: { name: 'New' }, publishedVersions: [version(1, 'A2')] })),
      'force',
    );

    expect(summary).toMatchObject({
      createdWorkflows: [],
      updatedWorkflows: [{ key: 'a', workflowId }],
      deletedWorkflows: [],
      createdPublishedVersions: [{ key: 'a', workflowId, versions: [1] }],
      warnings: [{ key: 'a', code: 'VERSION_KEPT', params: { version: 2 } }],
    });
    expect(await read('a')).toMatchObject({ workflowId, name: 'New', publishedVersion: 1 });
    expect((await read('a', 1)).definition.steps).toEqual([setState('ready', 'A2')]);
    expect((await read('a', 2)).definition.steps).toEqual([setState('ready', 'B')]);
    await expect(read('a', 3)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await database.asOwner('SELECT run_id FROM workflow_runs')).toEqual([{ run_id: runId }]);
  });

  test('creates what is not there yet', async () => {
    await load(bundleOf(bundled('a')));

    expect(await load(bundleOf(bundled('a'), bundled('b')), 'force')).toMatchObject({
      createdWorkflows: [{ key: 'b' }],
      updatedWorkflows: [{ key: 'a' }],
    });
  });

  test('of an export gives the same bytes again', async () => {
    await load(bundleOf(bundled('a'), bundled('b')));
    const before = await save(['a', 'b']);
    await inTenant((tx) =>
      updateDraft(tx, writer, registry, {
        workflowId: 'a',
        definition: { name: 'Changed', payloadSchemaRef: 'payload.Empty.v1', steps: [] },
        mayChangeSystem: true,
      }),
    );

    await load(before, 'force');

    expect(canonicalJson({ ...(await save(['a', 'b'])), exportedAt: before.exportedAt })).toBe(canonicalJson(before));
  });
});

test('force=recreate deletes the workflow with its runs and makes a new one', async () => {
  const [created] = (await load(bundleOf(bundled('a')))).createdWorkflows;
  await insertRun(created?.workflowId ?? '', 'RUNNING');

  const summary = await load(bundleOf(bundled('a')), 'recreate');

  expect(summary.deletedWorkflows).toEqual([created]);
  expect(summary.createdWorkflows[0]?.workflowId).not.toBe(created?.workflowId);
  expect(summary.updatedWorkflows).toEqual([]);
  expect(await database.asOwner('SELECT 1 FROM workflow_runs')).toEqual([]);
  expect(await keys()).toEqual(['a']);
});

describe('an export', () => {
  test('holds settings, draft, versions and recomputed dependencies, and nobody and no time', async () => {
    const { workflowId } = await inTenant((tx) =>
      createWorkflow(tx, writer, registry, {
        key: 'mine',
        name: 'Mine',
        definition: {
          payloadSchemaRef: 'payload.ProjectTaskUpdated.v1',
          trigger: { type: 'event', eventName: 'PROJECT_TASK_UPDATED' },
          steps: [
            {
              id: 'each',
              type: 'control.forEach',
              items: { $expr: '[1]' },
              itemVar: 'item',
              body: [setState('inner')],
            },
            {
              id: 'get',
              type: 'action.call',
              config: {
                actionId: 'store.get',
                version: 1,
                inputMapping: { namespace: 'n', key: 'k' },
                saveAs: 'vars.got',
              },
            },
          ],
        },
      }),
    );
    const published = await inTenant((tx) =>
      publishWorkflow(tx, writer, registry, { workflowId, version: 'draft', mayChangeSystem: false }),
    );
    expect(published).toMatchObject({ ok: true });

    const bundle = await inTenant((tx) => exportWorkflow(tx, workflowId));

    expect(bundle.workflows[0]).toMatchObject({
      key: 'mine',
      dependencies: {
        actions: [{ actionId: 'store.get', version: 1 }],
        nodeTypes: ['action.call', 'state.set'],
        schemaRefs: ['payload.ProjectTaskUpdated.v1'],
      },
      draft: { definition: { id: workflowId, version: 2 } },
      publishedVersions: [{ version: 1, payloadSchemaJson: { type: 'object' } }],
    });
    const [workflow] = bundle.workflows;
    expect(canonicalJson(bundle)).not.toContain(writer.actor.id);
    expect(Object.keys(workflow ?? {}).sort()).toEqual([
      'dependencies',
      'draft',
      'key',
      'metadata',
      'publishedVersions',
    ]);
    expect(Object.keys(workflow?.metadata ?? {})).toHaveLength(14);
    expect(Object.keys(workflow?.publishedVersions[0] ?? {}).sort()).toEqual([
      'definition',
      'payloadSchemaJson',
      'version',
    ]);
  });

  test('read by another tenant and exported there gives the same bytes', async () => {
    await load(bundleOf(bundled('b', { steps: [callStep('a')] }), bundled('a')));
    const first = await save(['b', 'a']);

    await load(first, 'create', { tenant: database.otherTenant });

    expect(portable(await save(['a', 'b'], database.otherTenant))).toBe(portable(first));
    expect(first.workflows.map((workflow) => workflow.key)).toEqual(['a', 'b']);
  });

  test('two exports of what did not change between them are the same bytes', async () => {
    await load(bundleOf(bundled('a'), bundled('b')));

    const first = canonicalJson(await save(['a', 'b']));

    expect(canonicalJson(await save(['b', 'a']))).toBe(first);
  });

  test('names every key that is not there', async () => {
    await expect(save(['x', 'y'])).rejects.toMatchObject({ code: 'NOT_FOUND', details: { id: 'x, y' } });
  });

  test('keeps versions in order and members that the language does not default', async () => {
    const { draft } = bundled('a');
    const versions = [10, 9, 2].map((version) => ({
      version,
      definition: { ...draft.definition, version },
      payloadSchemaJson: { type: 'object', properties: {} },
    }));
    await load(bundleOf(bundled('a', { publishedVersions: versions })));
    await inTenant((tx) =>
      updateMetadata(tx, writer, { workflowId: 'a', metadata: { isPaused: true }, mayChangeSystem: true }),
    );

    const [workflow] = (await save(['a'])).workflows;

    expect(workflow?.publishedVersions.map((version) => version.version)).toEqual([2, 9, 10]);
    expect(workflow?.publishedVersions[0]).toEqual({
      ...versions[2],
      definition: { ...versions[2]?.definition, id: expect.any(String) },
    });
    expect(workflow?.metadata.isPaused).toBe(true);
  });
});
