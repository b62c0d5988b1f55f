import { expect, test } from 'vitest';
import type { StepInfo } from '../../steps/step-tree.ts';
import type { RunDetails, StepRow } from '../run-types.ts';
import { cardState } from './card-state.ts';

const loop = 'root.steps[0]';
const inside = `${loop}.body.steps[0]`;
const wait = (over: object) => ({ type: 'event', stepPath: inside, iterationKey: `${loop}#1`, ...over });
const run = (...waitingFor: object[]) => ({ status: 'WAITING', waitReason: null, waitingFor }) as unknown as RunDetails;
const step = (path: string) => ({ path }) as StepInfo;
const row = (status: string, iterationKey = '') => ({ status, iterationKey }) as StepRow;

test('a step that was not reached is queued', () => {
  expect(cardState(run(), step(inside), undefined).status).toBe('queued');
});

test('a step waits in the pass in which it waits, not in the others', () => {
  const waiting = run(wait({}));

  expect(cardState(waiting, step(inside), row('STARTED', `${loop}#1`)).status).toBe('waiting');
  expect(cardState(waiting, step(inside), row('SUCCEEDED', `${loop}#0`)).status).toBe('succeeded');
});

test('a try that is to be repeated is retrying', () => {
  expect(cardState(run(wait({ type: 'retry' })), step(inside), row('RETRY_SCHEDULED', `${loop}#1`)).status).toBe(
    'retrying',
  );
});

test('the block around a waiting step waits with it, but is not what is waited at', () => {
  expect(cardState(run(wait({})), step(loop), row('STARTED'))).toEqual({
    status: 'waiting',
    wait: undefined,
    isAround: true,
  });
});
