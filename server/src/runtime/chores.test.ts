import { expect, test } from 'vitest';
import { repeatChore } from './chores.ts';

test('whoever stops a chore waits for its turn under way, and there is no other', async () => {
  const begun = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const turns: string[] = [];
  const run = async () => {
    turns.push('begun');
    begun.resolve();
    await gate.promise;
    turns.push('ended');
  };
  const stop = repeatChore({ name: 'sweep', everyMs: 0, run }, () => {});
  await begun.promise;

  const stopped = stop().then(() => turns.push('stopped'));
  gate.resolve();
  await stopped;

  expect(turns).toEqual(['begun', 'ended', 'stopped']);
});
