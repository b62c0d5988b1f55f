import { afterEach, expect, test } from 'vitest';
import { createTestRuntime, type TestRuntime, type TestRuntimeOptions } from '../testing/create-test-runtime.ts';

let rt: TestRuntime;
async function runtime(options: TestRuntimeOptions): Promise<TestRuntime> {
  rt = await createTestRuntime(options);
  return rt;
}
afterEach(() => rt.close());

const assign = (id: string, values: Record<string, string>) => ({
  id,
  type: 'transform.assign',
  config: { assign: Object.fromEntries(Object.entries(values).map(([path, text]) => [path, { $expr: text }])) },
});

const increment = (id: string, key: string) => ({
  id,
  type: 'action.call',
  config: {
    actionId: 'store.increment',
    version: 1,
    inputMapping: { namespace: 'counts', key },
    saveAs: `vars.${id}`,
  },
});

test('a run of pure steps and one effect ends in one boundary', async () => {
  await runtime({
    steps: [
      assign('a', { 'vars.total': 'payload.amount * 2' }),
      increment('b', 'runs'),
      assign('c', { 'vars.done': 'true' }),
    ],
  });

  await rt.start({ amount: 21 });

  expect(await rt.run()).toMatchObject({
    status: 'SUCCEEDED',
    boundaries: 1,
    vars: { total: 42, b: { value: 1 }, done: true },
  });
  expect(await rt.stored('counts', 'runs')).toBe(1);
  expect(await rt.invocations()).toMatchObject([{ action: 'store.increment', status: 'SUCCEEDED', attempts: 1 }]);
});

test('every step of a run is kept in the order in which it began', async () => {
  await runtime({
    steps: [
      {
        id: 'i',
        type: 'control.if',
        condition: { $expr: 'payload.big' },
        then: [assign('t', { 'vars.x': '1' })],
        else: [],
      },
      assign('z', { 'vars.y': '2' }),
    ],
  });

  await rt.start({ big: true });

  expect(await rt.steps()).toEqual([
    { path: 'root.steps[0]', iteration: '', attempt: 1, status: 'SUCCEEDED' },
    { path: 'root.steps[0].then.steps[0]', iteration: '', attempt: 1, status: 'SUCCEEDED' },
    { path: 'root.steps[1]', iteration: '', attempt: 1, status: 'SUCCEEDED' },
  ]);
});

test('an empty workflow succeeds', async () => {
  await runtime({ steps: [] });

  await rt.start();

  expect(await rt.run()).toMatchObject({ status: 'SUCCEEDED' });
});
