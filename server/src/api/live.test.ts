import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { createChangeQueue } from './live-router/change-queue.ts';

const clock = createFakeClock(new Date());
let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({ clock });
});
beforeEach(() => server.database.truncate());
afterAll(() => server.close());

/** A tab's stream: its messages one after the other. */
async function openStream(key: string, topics: object[]) {
  const input = encodeURIComponent(JSON.stringify({ topics }));
  const leave = new AbortController();
  const response = await fetch(`${server.url}/trpc/live.changes?input=${input}`, {
    headers: { 'x-api-key': key },
    signal: leave.signal,
  });
  const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const message = async (): Promise<{ event: string; data: unknown }> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end !== -1) {
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        const event = /^event: (.*)$/m.exec(block)?.[1] ?? 'message';
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data !== undefined && event !== 'connected' && event !== 'ping') return { event, data: JSON.parse(data) };
        continue;
      }
      const { value, done } = await reader.read();
      if (done) return { event: 'end', data: null };
      text += value;
    }
  };
  return { response, message, leave: () => leave.abort() };
}

test('a tab hears of what it watches in its own tenant, and of nothing else', async () => {
  const { tenant, otherTenant, signals } = server.database;
  const stream = await openStream(await server.keyOf('viewer'), [{ kind: 'run', id: 'run-1' }, { kind: 'records' }]);
  expect(stream.response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  expect(await stream.message()).toMatchObject({ data: { kind: 'ready' } });

  signals.publish({ kind: 'run', tenant: otherTenant, id: 'run-1' });
  signals.publish({ kind: 'run', tenant, id: 'run-2' });
  signals.publish({ kind: 'store', tenant, id: 'x' });
  signals.publish({ kind: 'work', tenant, id: 'run-1' });
  signals.publish({ kind: 'run', tenant, id: 'run-1' });
  signals.publish({ kind: 'records', tenant, id: 'task-1' });

  expect(await stream.message()).toMatchObject({ data: { kind: 'run', id: 'run-1' } });
  expect(await stream.message()).toMatchObject({ data: { kind: 'records', id: 'task-1' } });
  stream.leave();
});

test('lost signals are said as a change of everything that is watched', async () => {
  const stream = await openStream(await server.keyOf('viewer'), [{ kind: 'run', id: 'run-1' }]);
  await stream.message();

  server.database.signals.publish({ kind: 'run', tenant: '', id: '' });

  expect(await stream.message()).toMatchObject({ data: { kind: 'run', id: '' } });
  stream.leave();
});

test('a change of a record reaches the tab over the whole way', async () => {
  const stream = await openStream(await server.keyOf('viewer'), [{ kind: 'records' }]);
  await stream.message();

  await server.request('/api/v1/projects', { key: await server.keyOf('editor'), body: { name: 'Kitchen' } });

  expect(await stream.message()).toMatchObject({ data: { kind: 'records' } });
  stream.leave();
});

test('a stream ends when its key is revoked', async () => {
  const { db, tenant, signals } = server.database;
  const key = await server.keyOf('viewer');
  const stream = await openStream(key, [{ kind: 'run' }]);
  await stream.message();

  await db.withTenant(tenant, (tx) => tx.query({ text: 'DELETE FROM apikey' }));
  clock.advance(10_000);
  signals.publish({ kind: 'run', tenant, id: 'run-1' });

  expect(await stream.message()).toMatchObject({
    event: 'serialized-error',
    data: expect.objectContaining({ data: expect.objectContaining({ httpStatus: 401 }) }),
  });
  stream.leave();
});

test('without topics there is nothing to listen to', async () => {
  const stream = await openStream(await server.keyOf('viewer'), []);

  expect(await stream.message()).toMatchObject({ event: 'serialized-error' });
  stream.leave();
});

test('a slow tab hears of the same change once', async () => {
  const queue = createChangeQueue();
  for (let times = 0; times < 1000; times += 1) queue.push({ kind: 'run', id: 'run-1' });
  queue.push({ kind: 'run', id: 'run-2' });

  expect(await queue.next(1000)).toEqual({ kind: 'run', id: 'run-1' });
  expect(await queue.next(1000)).toEqual({ kind: 'run', id: 'run-2' });
  queue.close();
  expect(await queue.next(1000)).toBeUndefined();
});
