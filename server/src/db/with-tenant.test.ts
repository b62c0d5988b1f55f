import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';

let database: TestDatabase;
const clock = createFakeClock();

beforeAll(async () => {
  database = await createTestDatabase({ clock });
});
beforeEach(() => database.truncate());
afterAll(() => database.close());

test('what a transaction writes is there after it', async () => {
  const { db, tenant } = database;
  await db.withTenant(tenant, async (tx) => {
    await tx.query({
      text: "INSERT INTO workflow_rate_windows (tenant, bucket, window_start, points) VALUES ($1, 'starts', $2, 3)",
      values: [tx.tenant, tx.now],
    });
  });
  expect(await database.asOwner('SELECT points, window_start FROM workflow_rate_windows')).toEqual([
    { points: 3, window_start: clock.now() },
  ]);
  expect(await db.prismaForTenant(tenant, (p) => p.workflowRateWindow.count())).toBe(1);
  expect(await db.prismaForTenant(database.otherTenant, (p) => p.workflowRateWindow.count())).toBe(0);
});
