import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isAppError } from '../kernel/errors.ts';
import { buildWriter } from '../testing/builders.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createRecorder, isLinearizable, type Model } from '../testing/linearizability.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { deleteEntry } from './delete-entry.ts';
import { findEntry } from './find-entry.ts';
import { incrementEntry } from './increment-entry.ts';
import { setEntry } from './set-entry.ts';

const START = '2026-03-01T09:00:00.000Z';
const CALLERS = 32;
const clock = createFakeClock(START);
const address = { namespace: 'n', key: 'hot' };
const limits = { maxValueBytes: 1000 };
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ clock });
});
afterAll(() => database.close());
beforeEach(async () => {
  clock.set(START);
  await database.truncate();
});

const together = <T>(work: (caller: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: CALLERS }, (_, caller) => work(caller)));
const increment = (by = 1) =>
  database.db.withTenant(database.tenant, (tx) => incrementEntry(tx, buildWriter(), { ...address, by, initial: 0 }));
const find = () => database.db.withTenant(database.tenant, (tx) => findEntry(tx, address));
const set = (value: number, options: { ifRevision?: number; ttlSeconds?: number } = {}) =>
  database.db.withTenant(database.tenant, (tx) =>
    setEntry(tx, buildWriter(), { ...address, value, valueType: 'number', ...options }, limits),
  );
/** Null where another caller was faster. */
const compareAndSet = async (value: number, ifRevision: number) => {
  try {
    return (await set(value, { ifRevision })).revision;
  } catch (error) {
    if (isAppError(error, 'STORE_REVISION_CONFLICT')) return null;
    throw error;
  }
};
const sorted = (numbers: number[]) => numbers.toSorted((a, b) => a - b);
const oneTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('increment under 32 callers', () => {
  test('each of them gets its own value, and a call that began after another had ended gets a later one', async () => {
    const recorder = createRecorder<number, { value: number; revision: number }>();

    await together(async () => {
      for (let round = 0; round < 10; round += 1) await recorder.call(1, increment);
    });

    const { calls } = recorder;
    expect(sorted(calls.map((call) => call.answer.value))).toEqual(oneTo(320));
    expect(calls.every((call) => call.answer.value === call.answer.revision)).toBe(true);
    const outOfOrder = calls.filter((early) =>
      calls.some((late) => early.answeredAt < late.sentAt && early.answer.value > late.answer.value),
    );
    expect(outOfOrder).toEqual([]);
  });

  test('the history is the chain of what really happened', async () => {
    await together(() => increment());

    const rows = await database.asOwner<{ before: number | null; after: number; revision: number }>(
      'SELECT value_before AS before, value_after AS after, revision FROM workflow_data_store_history ORDER BY sequence',
    );

    expect(rows).toEqual(
      oneTo(CALLERS).map((value) => ({ before: value === 1 ? null : value - 1, after: value, revision: value })),
    );
  });

  test('a counter whose time is over starts once and loses nothing', async () => {
    await set(500, { ttlSeconds: 1 });
    clock.advance(1000);

    const answers = await together(() => increment());

    expect(sorted(answers.map((answer) => answer.value))).toEqual(oneTo(CALLERS));
    expect(await database.asOwner("SELECT 1 FROM workflow_data_store_history WHERE operation = 'expire'")).toHaveLength(
      1,
    );
  });
});

describe('compare and set under 32 callers', () => {
  test('exactly one of them creates', async () => {
    const revisions = await together((caller) => compareAndSet(caller, 0));

    const winner = revisions.indexOf(1);
    expect(revisions.filter((revision) => revision !== null)).toEqual([1]);
    expect(await find()).toMatchObject({ value: winner, revision: 1 });
  });

  test('exactly one of them gives an expired entry its new life', async () => {
    await set(0, { ttlSeconds: 1 });
    clock.advance(1000);

    const revisions = await together((caller) => compareAndSet(caller, 0));

    expect(revisions.filter((revision) => revision !== null)).toEqual([1]);
  });

  test('each revision has exactly one winner', async () => {
    await set(0);
    const won: number[] = [];

    await together(async () => {
      for (let wins = 0; wins < 3; ) {
        const entry = await find();
        const revision = await compareAndSet(Number(entry?.value) + 1, entry?.revision ?? 0);
        if (revision === null) continue;
        won.push(revision);
        wins += 1;
      }
    });

    expect(sorted(won)).toEqual(oneTo(CALLERS * 3).map((index) => index + 1));
    expect(await find()).toMatchObject({ value: CALLERS * 3, revision: CALLERS * 3 + 1 });
  });
});

describe('everything at once', () => {
  type Request =
    | { kind: 'get' }
    | { kind: 'delete' }
    | { kind: 'increment' }
    | { kind: 'set'; value: number; ifRevision: number | undefined };
  type State = { value: number; revision: number } | null;

  /** The data store as one client alone sees it. */
  const model: Model<State, Request, unknown> = (state, request) => {
    if (request.kind === 'get') return { state, answer: state };
    if (request.kind === 'delete') return { state: null, answer: state !== null };
    const revision = (state?.revision ?? 0) + 1;
    if (request.kind === 'increment') {
      const next = { value: (state?.value ?? 0) + 1, revision };
      return { state: next, answer: next };
    }
    if (request.ifRevision !== undefined && request.ifRevision !== revision - 1) return { state, answer: 'conflict' };
    return { state: { value: request.value, revision }, answer: revision };
  };

  const send = async (request: Request): Promise<unknown> => {
    if (request.kind === 'get') {
      const entry = await find();
      return entry && { value: entry.value, revision: entry.revision };
    }
    if (request.kind === 'increment') return increment();
    if (request.kind === 'delete') {
      return database.db.withTenant(
        database.tenant,
        async (tx) => (await deleteEntry(tx, buildWriter(), address)).deleted,
      );
    }
    if (request.ifRevision === undefined) return (await set(request.value)).revision;
    return (await compareAndSet(request.value, request.ifRevision)) ?? 'conflict';
  };

  const anyRequest: fc.Arbitrary<Request> = fc.oneof(
    { weight: 2, arbitrary: fc.constant<Request>({ kind: 'increment' }) },
    { weight: 1, arbitrary: fc.constant<Request>({ kind: 'delete' }) },
    { weight: 1, arbitrary: fc.constant<Request>({ kind: 'get' }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('set' as const),
        value: fc.integer({ min: 100, max: 999 }),
        ifRevision: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
      }),
    },
  );

  test('callers that get, set, compare, count and delete see one order of events', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyRequest, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 6 }),
        async (clients) => {
          await database.truncate();
          const recorder = createRecorder<Request, unknown>();

          await Promise.all(
            clients.map(async (requests) => {
              for (const request of requests) await recorder.call(request, send);
            }),
          );

          return isLinearizable(recorder.calls, null, model);
        },
      ),
      { numRuns: 60 },
    );
  });
});
