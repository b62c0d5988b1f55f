import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isLock, lockHolder, type ProcessLock, takeProcessLock } from './process-lock.ts';
import { processStartOf } from './processes.ts';

let directory: string;
let file: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'penstock-lock-'));
  file = path.join(directory, 'lock');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** A number that a process had which has ended. */
const endedPid = () => spawnSync('true').pid;

test('a lock is held until it is released', () => {
  const lock = takeProcessLock(file);
  const mine = { pid: process.pid, processStart: processStartOf(process.pid) ?? '' };

  expect(isLock(lock)).toBe(true);
  expect(lockHolder(file)).toEqual(mine);
  expect(takeProcessLock(file)).toEqual(mine);

  (lock as ProcessLock).release();
  expect(lockHolder(file)).toBeUndefined();
  expect(readdirSync(directory)).toEqual([]);
});

test.each([
  { name: 'a process that has ended', content: () => JSON.stringify({ pid: endedPid(), processStart: '1' }) },
  {
    name: 'a process whose number another one has now',
    content: () => JSON.stringify({ pid: process.pid, processStart: '1' }),
  },
  { name: 'a file that says nothing', content: () => '' },
])('the lock of $name is taken over', ({ content }) => {
  writeFileSync(file, content());

  expect(lockHolder(file)).toBeUndefined();
  expect(isLock(takeProcessLock(file))).toBe(true);
  expect(lockHolder(file)?.pid).toBe(process.pid);
  expect(readdirSync(directory)).toEqual(['lock']);
});

test('releasing does not take the lock of a later holder away', () => {
  const lock = takeProcessLock(file) as ProcessLock;
  writeFileSync(file, JSON.stringify({ pid: 1, processStart: processStartOf(1) ?? '' }));

  lock.release();

  expect(lockHolder(file)?.pid).toBe(1);
});
