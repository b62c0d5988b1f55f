import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { listAudit } from '../audit/list-audit.ts';
import { buildRunWriter, buildWriter } from '../testing/builders.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { deleteLinks } from './delete-links.ts';
import { listLinkHistory, listRunLinkChanges } from './list-link-history.ts';
import { suggestRelations, suggestTypes } from './suggest-labels.ts';
import { type UpsertLinkInput, upsertLink } from './upsert-link.ts';

const edge: UpsertLinkInput = {
  namespace: 'n',
  from: { type: 'project_task', id: 'a' },
  to: { type: 'project_task', id: 'b' },
  relation: 'mirrors',
  attributes: { v: 1 },
};
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.truncate());

const upsert = (changes: Partial<UpsertLinkInput> = {}, writer = buildWriter()) =>
  database.db.withTenant(database.tenant, (tx) =>
    upsertLink(tx, writer, { ...edge, ...changes }, { maxValueBytes: 1000 }),
  );
const remove = (writer = buildWriter()) =>
  database.db.withTenant(database.tenant, (tx) => deleteLinks(tx, writer, { namespace: 'n', from: edge.from }));

test('every change of a link keeps its attributes before and after and who made it, newest first', async () => {
  const inRun = buildRunWriter({ stepId: 'link' });
  const { linkId } = await upsert({}, inRun);
  await upsert({ attributes: { v: 2 } });
  await remove(buildWriter({ reason: 'cleanup' }));

  const page = await database.db.withTenant(database.tenant, (tx) => listLinkHistory(tx, { linkId, limit: 100 }));

  expect(page.items).toMatchObject([
    { operation: 'delete', attributesBefore: { v: 2 }, attributesAfter: null, reason: 'cleanup' },
    { operation: 'upsert', attributesBefore: { v: 1 }, attributesAfter: { v: 2 }, runId: null, source: 'api' },
    {
      operation: 'upsert',
      attributesBefore: null,
      attributesAfter: { v: 1 },
      from: edge.from,
      to: edge.to,
      relation: 'mirrors',
      runId: inRun.run?.runId,
      stepId: 'link',
      source: 'run',
    },
  ]);
});

test('what the steps of one run linked is listed in order, and nothing else', async () => {
  const inRun = buildRunWriter();
  await upsert({ relation: 'blocks' });
  await upsert({}, inRun);
  await remove(inRun);

  const page = await database.db.withTenant(database.tenant, (tx) =>
    listRunLinkChanges(tx, { runId: inRun.run?.runId ?? '', limit: 100 }),
  );

  expect(page.items.map((change) => `${change.operation} ${change.relation}`).toSorted()).toEqual([
    'delete blocks',
    'delete mirrors',
    'upsert mirrors',
  ]);
});

test('audit names the link, and a delete of many says what was asked and how many went', async () => {
  await upsert();
  await upsert({ relation: 'blocks' });
  await remove();
  await remove();

  const page = await database.db.withTenant(database.tenant, (tx) => listAudit(tx, { limit: 10 }));

  expect(page.items).toMatchObject([
    { operation: 'links.delete', details: { namespace: 'n', from: edge.from, deletedCount: 2 } },
    { operation: 'links.upsert', details: { relation: 'blocks' } },
    { operation: 'links.upsert', details: { namespace: 'n', from: edge.from, to: edge.to, relation: 'mirrors' } },
  ]);
});

test('suggestions are the curated ones and those in use, of one namespace or of all', async () => {
  await upsert({ relation: 'z_own' });
  await upsert({ namespace: 'other', relation: 'a_own', to: { type: 'device', id: 'd' } });
  const ask = (namespace?: string) =>
    database.db.withTenant(database.tenant, async (tx) => ({
      types: (await suggestTypes(tx, { limit: 10, ...(namespace && { namespace }) })).used,
      relations: (await suggestRelations(tx, { limit: 10, ...(namespace && { namespace }) })).used,
    }));

  expect(await ask('n')).toEqual({ types: [], relations: ['z_own'] });
  expect(await ask()).toEqual({ types: ['device'], relations: ['a_own', 'z_own'] });
  const curated = await database.db.withTenant(database.tenant, (tx) =>
    suggestRelations(tx, { prefix: 'm', limit: 10 }),
  );
  expect(curated).toEqual({ curated: ['mirrors', 'maps_to'], used: [] });
});
