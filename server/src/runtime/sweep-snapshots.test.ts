import { afterEach, expect, test } from 'vitest';
import { createTestRuntime, type TestRuntime } from '../testing/create-test-runtime.ts';
import { assign } from '../testing/steps.ts';
import { sweepSnapshots } from './sweep-snapshots.ts';

let rt: TestRuntime;
afterEach(() => rt.close());

const snapshotsOf = (runId: string) =>
  rt.database.asOwner('SELECT snapshot_id FROM workflow_run_snapshots WHERE run_id = $1', [runId]);

test('snapshots are kept for thirty days and then go, whether their run is looked at or not', async () => {
  rt = await createTestRuntime({ steps: [assign('a', { 'vars.done': 'true' })] });
  const old = await rt.start();
  rt.clock.advance(29 * 24 * 60 * 60 * 1000);
  const young = await rt.start();
  expect(await sweepSnapshots(rt.platform)).toBe(0);

  rt.clock.advance(2 * 24 * 60 * 60 * 1000);

  expect(await sweepSnapshots(rt.platform)).toBe(1);
  expect(await snapshotsOf(old)).toEqual([]);
  expect(await snapshotsOf(young)).toHaveLength(1);
  expect(await rt.run(old)).toMatchObject({ status: 'SUCCEEDED' });
});
