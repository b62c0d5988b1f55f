import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildRunWriter, buildWriter } from '../testing/builders.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { type ListAuditInput, listAudit } from './list-audit.ts';
import { type AuditInput, writeAudit } from './write-audit.ts';

const clock = createFakeClock('2026-03-01T09:00:00.000Z');
const publish: AuditInput = {
  recordType: 'workflow_definition',
  recordId: 'w-1',
  operation: 'workflow_definition_publish',
  details: { version: 3 },
};
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ clock });
});
afterAll(() => database.close());
beforeEach(() => database.truncate());

const write = (input: Partial<AuditInput> = {}, writer = buildWriter()) =>
  database.db.withTenant(database.tenant, (tx) => writeAudit(tx, writer, { ...publish, ...input }));
const list = (input: Partial<ListAuditInput> = {}, tenant = database.tenant) =>
  database.db.withTenant(tenant, (tx) => listAudit(tx, { limit: 100, ...input }));

test('a row says who did what to what, from where, when and why', async () => {
  await write({}, buildWriter({ reason: 'release' }));

  expect((await list()).items).toEqual([
    {
      auditId: expect.any(String),
      ...publish,
      actorId: buildWriter().actor.id,
      actorType: 'user',
      source: 'api',
      runId: null,
      stepPath: null,
      reason: 'release',
      createdAt: '2026-03-01T09:00:00.000Z',
    },
  ]);
});

test('the product itself has no account', async () => {
  await write({}, buildWriter({ actor: { id: 'system', type: 'system' }, source: 'system' }));

  expect((await list()).items).toMatchObject([{ actorId: null, actorType: 'system', source: 'system' }]);
});

test('rows are found by record and by run, newest first, page by page', async () => {
  const inRun = buildRunWriter();
  await write({ recordId: 'w-1', details: { n: 1 } });
  await write({ recordId: 'w-2', details: { n: 2 } }, inRun);
  await write({ recordId: 'w-1', details: { n: 3 } }, inRun);
  const numbers = async (input: Partial<ListAuditInput>) => (await list(input)).items.map((item) => item.details.n);

  expect(await numbers({ recordType: publish.recordType, recordId: 'w-1' })).toEqual([3, 1]);
  expect(await numbers({ runId: inRun.run?.runId ?? '' })).toEqual([3, 2]);
  const first = await list({ limit: 2 });
  expect(first.items.map((item) => item.details.n)).toEqual([3, 2]);
  expect(await numbers({ limit: 2, cursor: first.nextCursor ?? '' })).toEqual([1]);
  await expect(list({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
});

test('a row goes when its change is undone, and another tenant sees none', async () => {
  await expect(
    database.db.withTenant(database.tenant, async (tx) => {
      await writeAudit(tx, buildWriter(), publish);
      throw new RangeError('undone');
    }),
  ).rejects.toThrow('undone');
  expect((await list()).items).toEqual([]);

  await write();
  expect((await list({}, database.otherTenant)).items).toEqual([]);
});
