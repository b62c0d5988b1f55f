import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestRuntime, type TestRuntime } from '../testing/create-test-runtime.ts';
import { loadDemo } from './load-demo.ts';

let runtime: TestRuntime;

beforeAll(async () => {
  runtime = await createTestRuntime({ role: 'owner' });
  await runtime.database.asOwner("UPDATE organization SET slug = 'default' WHERE id = $1", [runtime.tenant]);
});
beforeEach(() => runtime.database.truncate());
afterAll(() => runtime.close());

const titles = async (project: string) =>
  (
    await runtime.database.asOwner<{ title: string }>(
      `SELECT title FROM project_tasks t JOIN projects p USING (tenant, project_id) WHERE project_name = $1 ORDER BY title`,
      [project],
    )
  ).map((row) => row.title);

test('the demo waits for an owner', async () => {
  await runtime.setRole(null);

  expect(await loadDemo(runtime.platform)).toBe('no-owner');
});

test('the demo has two projects, and the tasks of the first have their mirrors in the second', async () => {
  await runtime.setRole('owner');

  expect(await loadDemo(runtime.platform)).toBe('loaded');
  await runtime.settle();

  expect(await titles('Project A')).toEqual(['Book the movers', 'Order twelve desks']);
  expect(await titles('Project B')).toEqual(['Book the movers', 'Order twelve desks']);
});

test('a second load touches nothing', async () => {
  await runtime.setRole('owner');
  await loadDemo(runtime.platform);
  await runtime.settle();
  await runtime.database.asOwner("DELETE FROM project_tasks WHERE title = 'Book the movers'");

  expect(await loadDemo(runtime.platform)).toBe('there');
  expect(await titles('Project A')).toEqual(['Order twelve desks']);
});
