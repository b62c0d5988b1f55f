import { expect, test } from 'vitest';
import { passesOf } from './iterations.ts';
import { passPlace, turnPass } from './turn-pass.ts';
import { stepToSee } from './use-scroll-to-step.ts';

const loop = 'root.steps[0]';
const passes = passesOf([0, 1, 2].map((index) => ({ iterationKey: `${loop}#${index}` })));

test('passes are turned one at a time, and not beyond the ends', () => {
  expect(passPlace(loop, passes, new Map())).toEqual({ place: 2, total: 3 });
  expect(turnPass(loop, passes, new Map(), 1)).toBeNull();
  expect(turnPass(loop, passes, new Map(), -1)).toBe(1);
  expect(turnPass(loop, passes, new Map([[loop, 0]]), -1)).toBeNull();
});

test('a run opens where it waits, else where it works, else where it failed, else at the top', () => {
  const row = (stepPath: string, status: string) => ({ stepPath, status }) as Parameters<typeof stepToSee>[1][number];
  const rows = [row('a', 'FAILED'), row('b', 'STARTED'), row('c', 'STARTED'), row('d', 'FAILED')];
  const waits = { waitingFor: [{ stepPath: 'w' }] } as Parameters<typeof stepToSee>[0];
  const none = (status: 'RUNNING' | 'FAILED' | 'SUCCEEDED') => ({ waitingFor: [], status });

  expect(stepToSee(waits, rows)).toBe('w');
  expect(stepToSee(none('RUNNING'), rows)).toBe('c');
  expect(stepToSee(none('FAILED'), rows)).toBe('d');
  expect(stepToSee(none('SUCCEEDED'), [row('a', 'FAILED')])).toBeUndefined();
});
