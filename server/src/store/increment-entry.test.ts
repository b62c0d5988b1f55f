import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Json } from '../kernel/json.ts';
import { buildWriter } from '../testing/builders.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { findEntry } from './find-entry.ts';
import { type IncrementEntryInput, incrementEntry } from './increment-entry.ts';
import { setEntry } from './set-entry.ts';

const START = '2026-03-01T09:00:00.000Z';
const clock = createFakeClock(START);
const address = { namespace: 'onboarding', key: 'welcome-emails' };
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ clock });
});
afterAll(() => database.close());
beforeEach(async () => {
  clock.set(START);
  await database.truncate();
});

const increment = (input: Partial<IncrementEntryInput> = {}) =>
  database.db.withTenant(database.tenant, (tx) =>
    incrementEntry(tx, buildWriter(), { ...address, by: 1, initial: 0, ...input }),
  );
const put = (value: Json, ttlSeconds?: number) =>
  database.db.withTenant(database.tenant, (tx) =>
    setEntry(
      tx,
      buildWriter(),
      { ...address, value, valueType: 'json', ...(ttlSeconds && { ttlSeconds }) },
      { maxValueBytes: 1000 },
    ),
  );
const find = () => database.db.withTenant(database.tenant, (tx) => findEntry(tx, address));

test('a missing counter starts from its initial value, and initial is not asked again', async () => {
  expect(await increment({ by: 2, initial: 10 })).toEqual({ value: 12, revision: 1 });
  expect(await increment({ by: -5, initial: 10 })).toEqual({ value: 7, revision: 2 });

  expect(await find()).toMatchObject({ value: 7, valueType: 'number', revision: 2, expiresAt: null });
});

test('sums are exact decimals', async () => {
  await increment({ by: 0.1 });
  await increment({ by: 0.1 });

  expect(await increment({ by: 0.1 })).toEqual({ value: 0.3, revision: 3 });
  expect(await increment({ by: -0.3 })).toEqual({ value: 0, revision: 4 });
});

test('a live counter keeps its end, and after its end it starts again', async () => {
  await put(41, 60);
  clock.advance(30_000);
  expect(await increment()).toEqual({ value: 42, revision: 2 });
  expect(await find()).toMatchObject({ expiresAt: '2026-03-01T09:01:00.000Z' });

  clock.advance(30_000);

  expect(await increment({ by: 1, initial: 5 })).toEqual({ value: 6, revision: 1 });
  expect(await find()).toMatchObject({ expiresAt: null, createdAt: '2026-03-01T09:01:00.000Z' });
});

test.each([
  { name: 'a text', value: '41', found: 'string' },
  { name: 'true', value: true, found: 'boolean' },
  { name: 'null', value: null, found: 'null' },
  { name: 'a list', value: [1], found: 'array' },
  { name: 'an object', value: { count: 1 }, found: 'object' },
])('$name is not counted on: the refusal says what was found', async ({ value, found }) => {
  await put(value);

  await expect(increment()).rejects.toMatchObject({ code: 'STORE_NOT_A_NUMBER', details: { ...address, found } });
  expect(await find()).toMatchObject({ value, revision: 1 });
});

test('an expired text does not stand in the way of a counter', async () => {
  await put('old', 1);
  clock.advance(1000);

  expect(await increment()).toEqual({ value: 1, revision: 1 });
});

test.each([
  { name: 'past the largest exact number', before: Number.MAX_SAFE_INTEGER, by: 1 },
  { name: 'past the smallest exact number', before: Number.MIN_SAFE_INTEGER, by: -1 },
  { name: 'by a huge step', before: 0, by: 1e300 },
  { name: 'from a huge value', before: 1e300, by: 1 },
  { name: 'by a step without end', before: 0, by: Number.POSITIVE_INFINITY },
  { name: 'by no number', before: 0, by: Number.NaN },
])('counting $name is refused and changes nothing', async ({ before, by }) => {
  await put(before);

  await expect(increment({ by })).rejects.toMatchObject({ code: 'STORE_NUMBER_OUT_OF_RANGE', details: address });
  expect(await find()).toMatchObject({ value: before, revision: 1 });
});

test('the largest exact number can be reached', async () => {
  await put(Number.MAX_SAFE_INTEGER - 1);

  expect(await increment()).toEqual({ value: Number.MAX_SAFE_INTEGER, revision: 2 });
});
