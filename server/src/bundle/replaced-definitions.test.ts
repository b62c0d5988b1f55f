import { afterEach, expect, test } from 'vitest';
import type { Tx } from '../db/tx.ts';
import type { JsonObject } from '../kernel/json.ts';
import { getRunDefinition } from '../runs/get-run-definition.ts';
import { buildWriter } from '../testing/builders.ts';
import { createTestRuntime, type TestRuntime } from '../testing/create-test-runtime.ts';
import { untilSomebodyWaits } from '../testing/until-somebody-waits.ts';
import type { WorkflowBundle } from './bundle-format.ts';
import { exportWorkflow } from './export-bundle.ts';
import { importBundle } from './import-bundle.ts';

let rt: TestRuntime;
afterEach(() => rt.close());

const pause = { id: 'pause', type: 'time.wait', config: { mode: 'duration', durationMs: 60_000 } };
const reach = (state: string) => ({ id: `reach-${state}`, type: 'state.set', config: { state } });

/** The workflow as a bundle with other steps in its live version, imported over itself. */
async function replaceSteps(steps: JsonObject[]): Promise<void> {
  await rt.database.db.withTenant(rt.tenant, (tx) => replaceStepsIn(tx, steps));
}

async function replaceStepsIn(tx: Tx, steps: JsonObject[]): Promise<void> {
  // The contract of workflows under test is not one of the product.
  const text = JSON.stringify(await exportWorkflow(tx, 'main')).replaceAll('payload.Test.v1', 'payload.Empty.v1');
  const bundle: WorkflowBundle = JSON.parse(text);
  for (const workflow of bundle.workflows) {
    for (const version of workflow.publishedVersions) version.definition = { ...version.definition, steps };
  }
  const input = { bundle, mode: 'force', dryRun: false } as const;
  await importBundle(tx, buildWriter(), rt.platform.registry, input);
}

const stepsOf = async (runId: string) =>
  (await rt.database.db.withTenant(rt.tenant, (tx) => getRunDefinition(tx, runId))).definition.steps;

test('a run goes on with the definition that it began with when an import replaces it, and shows it', async () => {
  const steps = [pause, reach('old')];
  rt = await createTestRuntime({ steps });
  const before = await rt.start();

  await replaceSteps([reach('newer')]);
  await replaceSteps([reach('newest')]);
  const after = await rt.start();
  await rt.tick('2m');

  expect(await rt.run(before)).toMatchObject({ status: 'SUCCEEDED', meta: { state: 'old' } });
  expect(await rt.run(after)).toMatchObject({ status: 'SUCCEEDED', meta: { state: 'newest' } });
  expect(await stepsOf(before)).toEqual(steps);
  expect(await stepsOf(after)).toEqual([reach('newest')]);
});

test('a start that read its version before an import replaced it begins with what it read', async () => {
  const steps = [reach('old')];
  rt = await createTestRuntime({ steps });
  const { db } = rt.database;
  const isLocked = Promise.withResolvers<void>();
  const isStarting = Promise.withResolvers<void>();

  // The import holds the workflow's row while the start reads the version; the run can be inserted only after the commit.
  const importing = db.withTenant(rt.tenant, async (tx) => {
    await tx.query({ text: "SELECT 1 FROM workflow_definitions WHERE key = 'main' FOR UPDATE" });
    isLocked.resolve();
    await isStarting.promise;
    await replaceStepsIn(tx, [reach('new')]);
  });
  await isLocked.promise;
  const starting = rt.request();
  await untilSomebodyWaits(rt.database);
  isStarting.resolve();
  await Promise.all([importing, starting]);
  await rt.settle();

  expect(await rt.run()).toMatchObject({ status: 'SUCCEEDED', meta: { state: 'old' } });
  expect(await stepsOf(await rt.latestRunId())).toEqual(steps);
});
