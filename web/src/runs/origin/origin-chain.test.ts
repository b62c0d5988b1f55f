import { expect, test } from 'vitest';
import { originChain, type RunEvent } from './origin-chain.ts';

const run = {
  runId: 'r2',
  parentRunId: null,
  eventType: null,
  correlationKey: null,
  childRunIds: [],
  causation: { chain: [] },
};
const sent = (eventName: string): RunEvent => ({
  role: 'emitted',
  eventName,
  eventId: 'e',
  correlationKey: null,
  payloadSchemaRef: null,
  status: 'processed',
  payload: null,
  createdAt: '',
});

test('a run by hand begins with the hand', () => {
  expect(originChain(run, [])).toEqual([{ is: 'hand' }, { is: 'this' }]);
});

test('an echo shows the run and the event that it comes from, and what it sent itself', () => {
  const echo = {
    ...run,
    eventType: 'PROJECT_TASK_CREATED',
    correlationKey: 'desk',
    causation: { chain: ['event:e1', 'run:r1', 'event:e2'] },
  };

  expect(originChain(echo, [sent('PROJECT_TASK_UPDATED'), sent('PROJECT_TASK_UPDATED')])).toEqual([
    { is: 'event', name: null, about: null, count: 1 },
    { is: 'run', runId: 'r1' },
    { is: 'event', name: 'PROJECT_TASK_CREATED', about: 'desk', count: 1 },
    { is: 'this' },
    { is: 'event', name: 'PROJECT_TASK_UPDATED', about: null, count: 2 },
  ]);
});

test('a run that another one called names it once', () => {
  const child = { ...run, parentRunId: 'r1', causation: { chain: ['run:r1'] } };

  expect(originChain(child, [])).toEqual([{ is: 'run', runId: 'r1' }, { is: 'this' }]);
});
