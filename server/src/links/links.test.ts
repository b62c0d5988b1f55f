import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LinkDirection } from '../registry/ports.ts';
import { buildRunWriter, buildWriter } from '../testing/builders.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { type DeleteLinksInput, deleteLinks } from './delete-links.ts';
import { type ListLinksInput, listLinks } from './list-links.ts';
import { listLinkNamespaces } from './list-namespaces.ts';
import { type LookupLinksInput, lookupLinks } from './lookup-links.ts';
import { type UpsertLinkInput, upsertLink } from './upsert-link.ts';

const clock = createFakeClock();
const limits = { maxValueBytes: 1000 };
const task = (id: string) => ({ type: 'project_task', id });
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ clock });
});
afterAll(() => database.close());
beforeEach(() => database.truncate());

const upsert = (input: Partial<UpsertLinkInput> = {}, tenant = database.tenant) =>
  database.db.withTenant(tenant, (tx) =>
    upsertLink(
      tx,
      buildWriter(),
      { namespace: 'mirror', from: task('a'), to: task('b'), relation: 'mirrors', attributes: {}, ...input },
      limits,
    ),
  );
const link = (from: string, to: string, relation = 'mirrors') => upsert({ from: task(from), to: task(to), relation });
const lookup = (input: Partial<LookupLinksInput> = {}, tenant = database.tenant) =>
  database.db.withTenant(tenant, (tx) =>
    lookupLinks(tx, { namespace: 'mirror', from: task('a'), direction: 'forward', limit: 100, ...input }),
  );
const idsOf = async (input: Partial<LookupLinksInput> = {}) => (await lookup(input)).map((match) => match.id);
const remove = (input: Partial<DeleteLinksInput>) =>
  database.db.withTenant(database.tenant, (tx) => deleteLinks(tx, buildWriter(), { namespace: 'mirror', ...input }));
const list = (input: Partial<ListLinksInput> = {}) =>
  database.db.withTenant(database.tenant, (tx) => listLinks(tx, { namespace: 'mirror', limit: 100, ...input }));

describe('linking', () => {
  test('the same typed edge is one link whose attributes are replaced as a whole', async () => {
    const first = await upsert({ attributes: { fieldMap: { title: 'title' }, note: 1 } });
    const second = await upsert({ attributes: { note: 2 } });

    expect(first.created).toBe(true);
    expect(second).toEqual({ linkId: first.linkId, created: false });
    expect(await lookup()).toEqual([
      { linkId: first.linkId, type: 'project_task', id: 'b', relation: 'mirrors', attributes: { note: 2 } },
    ]);
  });

  test('another relation, direction or namespace between the same two is another link', async () => {
    await link('a', 'b');

    expect(await link('a', 'b', 'blocks')).toMatchObject({ created: true });
    expect(await link('b', 'a')).toMatchObject({ created: true });
    expect(await upsert({ namespace: 'other' })).toMatchObject({ created: true });
  });

  test('attributes over the cap are refused', async () => {
    await expect(upsert({ attributes: { note: 'x'.repeat(1000) } })).rejects.toMatchObject({
      code: 'STORE_VALUE_TOO_LARGE',
      details: { maxBytes: 1000 },
    });
    expect((await list()).items).toEqual([]);
  });

  test.each([
    { name: 'NUL in an attribute', input: { attributes: { a: '\u0000' } }, path: '/attributes/a' },
    {
      name: 'names that are too long together',
      input: {
        from: task('漢'.repeat(256)),
        to: task('字'.repeat(256)),
        namespace: '間'.repeat(256),
        relation: '鏡'.repeat(256),
      },
      path: '',
    },
  ])('$name is refused by name', async ({ input, path }) => {
    await expect(upsert(input)).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { issues: [{ path }] } });
  });

  test('32 callers that link the same two make one link', async () => {
    const answers = await Promise.all(Array.from({ length: 32 }, (_, n) => upsert({ attributes: { n } })));

    expect(answers.filter((answer) => answer.created)).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.linkId)).size).toBe(1);
    const history = await database.asOwner<{ before: { n: number } | null; after: { n: number } }>(
      'SELECT attributes_before AS before, attributes_after AS after FROM workflow_entity_link_history ORDER BY sequence',
    );
    expect(history.slice(1).map((row) => row.before)).toEqual(history.slice(0, -1).map((row) => row.after));
    expect(await lookup()).toMatchObject([{ attributes: history.at(-1)?.after ?? {} }]);
  });
});

describe('looking up', () => {
  test('forward follows links, reverse goes against them, either does both, oldest first', async () => {
    for (const [from, to] of [
      ['a', 'b'],
      ['c', 'a'],
      ['a', 'd'],
      ['x', 'y'],
    ] as const) {
      await link(from, to);
      clock.advance(1);
    }

    expect(await idsOf()).toEqual(['b', 'd']);
    expect(await idsOf({ direction: 'reverse' })).toEqual(['c']);
    expect(await idsOf({ direction: 'either' })).toEqual(['b', 'c', 'd']);
  });

  test('relation and type of the other end narrow it', async () => {
    await link('a', 'b');
    await link('a', 'c', 'blocks');
    await upsert({ to: { type: 'ticket', id: 't' } });
    await upsert({ from: { type: 'ticket', id: 't' }, to: task('a') });

    expect(await idsOf({ relation: 'blocks' })).toEqual(['c']);
    expect(await idsOf({ toType: 'ticket' })).toEqual(['t']);
    expect(await idsOf({ toType: 'ticket', direction: 'either' })).toEqual(['t', 't']);
    expect(await idsOf({ toType: 'invoice' })).toEqual([]);
  });

  test('many outgoing links leave room for the incoming ones', async () => {
    for (let n = 0; n < 6; n += 1) await link('a', `out-${n}`);
    await link('in-0', 'a');

    expect(await idsOf({ direction: 'either', limit: 4 })).toEqual(['out-0', 'out-1', 'out-2', 'in-0']);
    expect(await idsOf({ direction: 'either', limit: 7 })).toHaveLength(7);
    expect(await idsOf({ limit: 2 })).toEqual(['out-0', 'out-1']);
  });

  test('a link from a record to itself shows once in each direction', async () => {
    await link('a', 'a');

    for (const direction of ['forward', 'reverse', 'either'] satisfies LinkDirection[]) {
      expect(await idsOf({ direction })).toEqual(['a']);
    }
  });

  test('another tenant sees none of it', async () => {
    await link('a', 'b');

    expect(await lookup({}, database.otherTenant)).toEqual([]);
    expect(await upsert({}, database.otherTenant)).toMatchObject({ created: true });
  });
});

describe('taking away', () => {
  beforeEach(async () => {
    for (const [from, to, relation] of [
      ['a', 'b', 'mirrors'],
      ['a', 'b', 'blocks'],
      ['a', 'c', 'mirrors'],
      ['b', 'a', 'mirrors'],
    ] as const) {
      await link(from, to, relation);
    }
  });

  test.each([
    { name: 'one end: all that begin there', input: { from: task('a') }, deletedCount: 3 },
    { name: 'the other end: all that end there', input: { to: task('b') }, deletedCount: 2 },
    { name: 'both ends', input: { from: task('a'), to: task('b') }, deletedCount: 2 },
    {
      name: 'both ends and a relation',
      input: { from: task('a'), to: task('b'), relation: 'blocks' },
      deletedCount: 1,
    },
    { name: 'against the direction', input: { from: task('a'), direction: 'reverse' as const }, deletedCount: 1 },
    { name: 'in either direction', input: { from: task('a'), direction: 'either' as const }, deletedCount: 4 },
    { name: 'another type', input: { from: { type: 'ticket', id: 'a' } }, deletedCount: 0 },
    { name: 'another namespace', input: { namespace: 'other', from: task('a') }, deletedCount: 0 },
  ])('$name ($deletedCount)', async ({ input, deletedCount }) => {
    expect(await remove(input)).toEqual({ deletedCount });
    expect((await list()).items).toHaveLength(4 - deletedCount);
  });

  test('without an end it is refused', async () => {
    await expect(remove({ relation: 'mirrors' })).rejects.toMatchObject({ code: 'LINK_ENDPOINT_REQUIRED' });
    expect((await list()).items).toHaveLength(4);
  });
});

describe('listing', () => {
  test('links come oldest first, page by page, whatever is written in between', async () => {
    for (const id of ['b', 'c', 'd']) {
      await link('a', id);
      clock.advance(1);
    }
    const first = await list({ limit: 2 });

    await remove({ to: task('b') });
    await link('a', 'e');
    const second = await list({ limit: 2, cursor: first.nextCursor ?? '' });

    expect(first.items.map((item) => item.to.id)).toEqual(['b', 'c']);
    expect(second.items.map((item) => item.to.id)).toEqual(['d', 'e']);
    expect(second.nextCursor).toBeNull();
  });

  test('types of both ends and relation narrow it', async () => {
    await link('a', 'b');
    await upsert({ to: { type: 'ticket', id: 't' }, relation: 'related' });

    expect((await list({ to: { type: 'ticket' } })).items).toMatchObject([
      { namespace: 'mirror', from: task('a'), to: { type: 'ticket', id: 't' }, relation: 'related', attributes: {} },
    ]);
    expect((await list({ from: { type: 'ticket' } })).items).toEqual([]);
    expect((await list({ relation: 'mirrors' })).items).toHaveLength(1);
  });

  test('everything around one record comes from all namespaces', async () => {
    await link('a', 'b');
    await upsert({ namespace: 'other', from: task('c'), to: task('a') });
    await link('x', 'y');

    const around = await database.db.withTenant(database.tenant, (tx) =>
      listLinks(tx, { from: task('a'), direction: 'either', limit: 10 }),
    );

    expect(around.items.map((item) => item.namespace)).toEqual(['mirror', 'other']);
  });

  test('a cursor of another list is refused', async () => {
    await expect(list({ cursor: 'WyJhIl0' })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });

  test('namespaces are counted', async () => {
    await link('a', 'b');
    await link('a', 'c');
    await upsert({ namespace: 'Other' });

    const page = await database.db.withTenant(database.tenant, (tx) => listLinkNamespaces(tx, { limit: null }));

    expect(page.items).toEqual([
      { namespace: 'Other', linkCount: 1 },
      { namespace: 'mirror', linkCount: 2 },
    ]);
  });
});

describe('what always holds', () => {
  const anyEdge = fc.record({
    from: fc.constantFrom('a', 'b', 'c'),
    to: fc.constantFrom('a', 'b', 'c'),
    relation: fc.constantFrom('mirrors', 'blocks'),
  });

  test('linking twice is linking once, and both ends see the same links', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEdge, { minLength: 1, maxLength: 8 }), async (edges) => {
        await database.truncate();
        for (const edge of [...edges, ...edges]) await link(edge.from, edge.to, edge.relation);
        const distinct = new Set(edges.map((edge) => `${edge.from} ${edge.relation} ${edge.to}`));

        const seen = async (direction: 'forward' | 'reverse') => {
          const found = await Promise.all(
            ['a', 'b', 'c'].map(async (id) => {
              const matches = await lookup({ from: task(id), direction });
              return matches.map((match) =>
                direction === 'forward' ? `${id} ${match.relation} ${match.id}` : `${match.id} ${match.relation} ${id}`,
              );
            }),
          );
          return found.flat();
        };

        const forward = await seen('forward');
        expect(new Set(forward)).toEqual(distinct);
        expect(forward).toHaveLength(distinct.size);
        expect((await seen('reverse')).toSorted()).toEqual(forward.toSorted());
      }),
      { numRuns: 25 },
    );
  });
});

test('a link made by a run remembers the run', async () => {
  const writer = buildRunWriter();
  await database.db.withTenant(database.tenant, (tx) =>
    upsertLink(
      tx,
      writer,
      { namespace: 'n', from: task('a'), to: task('b'), relation: 'related', attributes: {} },
      limits,
    ),
  );

  const rows = await database.asOwner('SELECT created_by_run_id FROM workflow_entity_links');

  expect(rows).toEqual([{ created_by_run_id: writer.run?.runId }]);
});
