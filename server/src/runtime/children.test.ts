import { afterEach, expect, test } from 'vitest';
import { createTestRuntime, type TestRuntime, type TestRuntimeOptions } from '../testing/create-test-runtime.ts';
import { assign, call, eventWait, increment } from '../testing/steps.ts';

let rt: TestRuntime;
async function runtime(options: TestRuntimeOptions): Promise<TestRuntime> {
  rt = await createTestRuntime(options);
  return rt;
}
afterEach(() => rt.close());

const callChild = (id = 'c', more = {}) => ({
  id,
  type: 'control.callWorkflow',
  workflowKey: 'child',
  workflowVersion: 1,
  inputMapping: { n: { $expr: 'payload.n' } },
  outputMapping: { 'vars.answer': { $expr: 'childRun.vars.double' } },
  ...more,
});
const child = { key: 'child', steps: [assign('d', { 'vars.double': 'payload.n * 2' })] };

test('a called workflow gets mapped input and its answer comes back', async () => {
  await runtime({ steps: [callChild(), assign('z', { 'vars.next': 'vars.answer + 1' })], others: [child] });

  await rt.start({ n: 21 });

  expect(await rt.run()).toMatchObject({ status: 'SUCCEEDED', vars: { answer: 42, next: 43 } });
  expect(await rt.runsOf('child')).toMatchObject([{ status: 'SUCCEEDED' }]);
});

test('a called workflow may wait, and its caller waits with it', async () => {
  await runtime({
    steps: [callChild()],
    others: [
      {
        key: 'child',
        steps: [eventWait('w', { correlationKey: { $expr: '"t-1"' } }), assign('d', { 'vars.double': '4' })],
      },
    ],
  });
  await rt.start({ n: 1 });
  expect(await rt.run()).toMatchObject({ status: 'WAITING', waitType: 'child' });

  await rt.emit('TASK_SEEN', { taskId: 't-1' }, 't-1');

  expect(await rt.run()).toMatchObject({ status: 'SUCCEEDED', vars: { answer: 4 } });
});

test('a called workflow that fails fails its caller unless it is caught', async () => {
  const broken = { key: 'child', steps: [call('x', 'no.such')] };
  const caught = {
    id: 'tc',
    type: 'control.tryCatch',
    try: [callChild('c1')],
    catch: [assign('k', { 'vars.caught': 'true' })],
  };
  await runtime({ steps: [caught, callChild('c2')], others: [broken] });

  await rt.start({ n: 1 });

  expect(await rt.run()).toMatchObject({
    status: 'FAILED',
    vars: { caught: true },
    error: { code: 'CHILD_RUN_FAILED', stepId: 'c2' },
  });
});

test('a retry of a call starts a run of its own', async () => {
  const broken = { key: 'child', steps: [call('x', 'no.such')] };
  await runtime({
    steps: [callChild('c', { retry: { maxAttempts: 2, backoffMs: 1_000, jitter: false } })],
    others: [broken],
  });
  await rt.start({ n: 1 });

  await rt.tick('1s');

  expect(await rt.runsOf('child')).toHaveLength(2);
  expect(await rt.run()).toMatchObject({ status: 'FAILED' });
});

test('a workflow that is not there fails the call by name', async () => {
  await runtime({ steps: [callChild()] });

  await rt.start({ n: 1 });

  expect(await rt.run()).toMatchObject({
    status: 'FAILED',
    error: { category: 'ChildWorkflowError', code: 'NOT_FOUND' },
  });
});

test('workflows that call themselves stop at the depth limit', async () => {
  const self = { id: 'c', type: 'control.callWorkflow', workflowKey: 'main', workflowVersion: 1 };
  await runtime({ definition: { steps: [self], concurrencyLimit: 1 } });

  await rt.start();

  const runs = await rt.runsOf('main');
  expect(runs).toHaveLength(11);
  expect(runs.every(({ status }) => status === 'FAILED')).toBe(true);
  expect(await rt.run(runs.at(-1)?.runId)).toMatchObject({
    error: { code: 'CALL_DEPTH_EXCEEDED', details: { depth: 11, maxDepth: 10 } },
  });
});

test('cancelling a run cancels the runs that it called and their waits', async () => {
  await runtime({
    steps: [callChild()],
    others: [{ key: 'child', steps: [eventWait('w', { correlationKey: { $expr: '"t-1"' } })] }],
  });
  await rt.start({ n: 1 });

  await rt.cancel();

  expect(await rt.run()).toMatchObject({ status: 'CANCELED' });
  const [called] = await rt.runsOf('child');
  expect(called).toMatchObject({ status: 'CANCELED' });
  expect(await rt.waits(called?.runId)).toMatchObject([{ status: 'CANCELED' }]);
  expect(await rt.emit('TASK_SEEN', { taskId: 't-1' }, 't-1')).toMatchObject({ status: 'no_wait' });
});

test('a called run that is cancelled fails its caller', async () => {
  await runtime({
    steps: [callChild()],
    others: [{ key: 'child', steps: [eventWait('w', { correlationKey: { $expr: '"t-1"' } })] }],
  });
  await rt.start({ n: 1 });
  const [called] = await rt.runsOf('child');

  await rt.cancel(called?.runId);

  expect(await rt.run()).toMatchObject({
    status: 'FAILED',
    error: { code: 'CHILD_RUN_FAILED', details: { status: 'CANCELED' } },
  });
});

test('a return ends the run and the branches that were still waiting', async () => {
  const loop = {
    id: 'each',
    type: 'control.forEach',
    items: { $expr: '[1, 2]' },
    itemVar: 'n',
    concurrency: 2,
    body: [
      {
        id: 'i',
        type: 'control.if',
        condition: { $expr: 'vars.n = 1' },
        then: [callChild()],
        else: [increment('e', 'other'), { id: 'r', type: 'control.return' }],
      },
    ],
  };
  await runtime({
    steps: [loop, increment('never', 'never')],
    others: [{ key: 'child', steps: [eventWait('w', { correlationKey: { $expr: '"t-1"' } })] }],
  });

  await rt.start({ n: 1 });

  expect(await rt.run()).toMatchObject({ status: 'SUCCEEDED' });
  expect(await rt.stored('counts', 'never')).toBeUndefined();
  expect((await rt.runsOf('child')).every(({ status }) => status === 'CANCELED')).toBe(true);
});
