import { afterEach, expect, test } from 'vitest';
import type { JsonObject } from '../kernel/json.ts';
import { createTestRuntime, type TestRuntime, type TestRuntimeOptions } from '../testing/create-test-runtime.ts';
import { assign, eventWait, increment } from '../testing/steps.ts';

let rt: TestRuntime;
async function runtime(options: TestRuntimeOptions): Promise<TestRuntime> {
  rt = await createTestRuntime(options);
  return rt;
}
afterEach(() => rt.close());

const taskEvent = (taskId: string, more: JsonObject = {}): JsonObject => ({
  taskId,
  projectId: '01900000-0000-7000-8000-0000000000f1',
  title: 'Fix the roof',
  ...more,
});

test('a waiting run resumes when a matching event arrives', async () => {
  await runtime({ steps: [eventWait('w', { assign: { 'vars.title': 'vars.event.title' } })] });
  const runId = await rt.start({ taskId: 't-1' });
  expect(await rt.run()).toMatchObject({ status: 'WAITING', waitType: 'event' });

  const answer = await rt.emit('TASK_SEEN', taskEvent('t-1'), 't-1');

  expect(answer).toMatchObject({ status: 'resumed', runId });
  expect(await rt.run()).toMatchObject({ status: 'SUCCEEDED', vars: { title: 'Fix the roof' } });
});

test('an event with another key or a filter that fails leaves the run waiting', async () => {
  await runtime({ steps: [eventWait('w', { filters: [{ path: 'status', op: '=', value: 'done' }] })] });
  await rt.start({ taskId: 't-1' });

  await rt.emit('TASK_SEEN', taskEvent('t-2', { status: 'done' }), 't-2');
  await rt.emit('TASK_SEEN', taskEvent('t-1', { status: 'open' }), 't-1');
  expect(await rt.run()).toMatchObject({ status: 'WAITING' });

  await rt.emit('TASK_SEEN', taskEvent('t-1', { status: 'done' }), 't-1');
  expect(await rt.run()).toMatchObject({ status: 'SUCCEEDED' });
});

test('of several equal waits an event resumes the oldest one only', async () => {
  await runtime({ steps: [eventWait('w')] });
  const first = await rt.start({ taskId: 't-1' });
  rt.clock.advance(1);
  const second = await rt.start({ taskId: 't-1' });

  await rt.emit('TASK_SEEN', taskEvent('t-1'), 't-1');

  expect(await rt.run(first)).toMatchObject({ status: 'SUCCEEDED' });
  expect(await rt.run(second)).toMatchObject({ status: 'WAITING' });
});

test('an event resumes every wait that asks to be resumed with all', async () => {
  await runtime({ steps: [eventWait('w', { resume: 'all' })] });
  const first = await rt.start({ taskId: 't-1' });
  const second = await rt.start({ taskId: 't-1' });

  await rt.emit('TASK_SEEN', taskEvent('t-1'), 't-1');

  expect(await rt.run(first)).toMatchObject({ status: 'SUCCEEDED' });
  expect(await rt.run(second)).toMatchObject({ status: 'SUCCEEDED' });
});

test('an event that came shortly before the wait began meets it, once', async () => {
  await runtime({ steps: [eventWait('w', { bufferMs: 60_000 })] });
  await rt.emit('TASK_SEEN', taskEvent('t-1'), 't-1');
  rt.clock.advance(30_000);

  const first = await rt.start({ taskId: 't-1' });
  const second = await rt.start({ taskId: 't-1' });

  expect(await rt.run(first)).toMatchObject({ status: 'SUCCEEDED' });
  expect(await rt.run(second)).toMatchObject({ status: 'WAITING' });
  expect(await rt.waits(first)).toMatchObject([{ type: 'event', status: 'RESOLVED' }]);
});

test('an event that came before meets by any field that its type is correlated by, or by the key of its sender alone', async () => {
  const projectId = '018f2f5e-0000-7000-8000-0000000000b1';
  const taskId = '018f2f5e-0000-7000-8000-0000000000c1';
  const payload = { projectId, taskId, title: 'Order desks', status: 'open' };
  await runtime({ steps: [eventWait('w', { eventName: 'PROJECT_TASK_CREATED', bufferMs: 60_000 })] });

  await rt.emit('PROJECT_TASK_CREATED', payload, 'order-77');
  expect(await rt.run(await rt.start({ taskId }))).toMatchObject({ status: 'WAITING' });
  await rt.cancel();
  await rt.emit('PROJECT_TASK_CREATED', payload);
  expect(await rt.run(await rt.start({ taskId }))).toMatchObject({ status: 'SUCCEEDED' });
});

test('an event that came before the buffer does not meet the wait', async () => {
  await runtime({ steps: [eventWait('w', { bufferMs: 60_000 })] });
  await rt.emit('TASK_SEEN', taskEvent('t-1'), 't-1');
  rt.clock.advance(61_000);

  await rt.start({ taskId: 't-1' });

  expect(await rt.run()).toMatchObject({ status: 'WAITING' });
});

test('an event wait that runs out of time fails the run, or goes to the nearest catch', async () => {
  const caught = {
    id: 'tc',
    type: 'control.tryCatch',
    try: [eventWait('w', { timeoutMs: 60_000 })],
    catch: [assign('c', { 'vars.late': 'true' })],
  };
  await runtime({ steps: [caught, eventWait('w2', { timeoutMs: 1_000 })] });
  await rt.start({ taskId: 't-1' });

  await rt.tick('61s');
  expect(await rt.run()).toMatchObject({ status: 'WAITING', vars: { late: true } });

  await rt.tick('2s');
  expect(await rt.run()).toMatchObject({
    status: 'FAILED',
    error: { category: 'TimeoutError', code: 'WAIT_TIMED_OUT', stepId: 'w2' },
  });
});

test('a time wait ends when its time has come and not before', async () => {
  await runtime({
    steps: [
      { id: 't', type: 'time.wait', config: { mode: 'duration', durationMs: 3_600_000 } },
      assign('a', { 'vars.done': 'true' }),
    ],
  });
  await rt.start();

  await rt.tick('59m');
  expect(await rt.run()).toMatchObject({ status: 'WAITING', waitType: 'time' });

  await rt.tick('1m');
  expect(await rt.run()).toMatchObject({ status: 'SUCCEEDED', vars: { done: true } });
});

test('a time that is over already does not make the run wait', async () => {
  await runtime({
    steps: [{ id: 't', type: 'time.wait', config: { mode: 'until', until: { $expr: '"2020-01-01T00:00:00Z"' } } }],
  });

  await rt.start();

  expect(await rt.run()).toMatchObject({ status: 'SUCCEEDED' });
});

test('branches side by side wait for their own events, and each event resumes its own', async () => {
  const loop = {
    id: 'each',
    type: 'control.forEach',
    items: { $expr: 'payload.tasks' },
    itemVar: 'task',
    concurrency: 2,
    body: [eventWait('w', { correlationKey: { $expr: 'vars.task' } }), increment('n', 'seen')],
  };
  await runtime({ steps: [loop] });
  await rt.start({ tasks: ['t-1', 't-2'] });

  await rt.emit('TASK_SEEN', taskEvent('t-2'), 't-2');
  expect(await rt.run()).toMatchObject({ status: 'WAITING' });
  expect(await rt.stored('counts', 'seen')).toBe(1);

  await rt.emit('TASK_SEEN', taskEvent('t-1'), 't-1');
  expect(await rt.run()).toMatchObject({ status: 'SUCCEEDED' });
  expect(await rt.stored('counts', 'seen')).toBe(2);
});
