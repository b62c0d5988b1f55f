import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dataDirectory } from './data-directory.ts';
import type { DatabaseUser } from './database-user.ts';

const oneself: DatabaseUser = { prefix: [], ids: {} };
const nobody: DatabaseUser = { prefix: [], ids: { uid: 65_534, gid: 65_534 } };

let parent: string;

beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'penstock-directory-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

test('the directory that is asked for is made', () => {
  const directory = path.join(parent, 'some', 'data');

  expect(dataDirectory({ PENSTOCK_DATA_DIR: directory }, oneself)).toBe(directory);
  expect(statSync(directory).isDirectory()).toBe(true);
});

test('a path that cannot be a directory is refused by name', () => {
  const file = path.join(parent, 'file');
  writeFileSync(file, '');

  expect(() => dataDirectory({ PENSTOCK_DATA_DIR: file }, oneself)).toThrow(
    `The data directory ${file} cannot be used by the database's user. Set PENSTOCK_DATA_DIR to another one.`,
  );
});

test.runIf(process.getuid?.() === 0)(
  'a directory that the unprivileged user of the database cannot enter is refused',
  () => {
    const directory = path.join(parent, 'data');

    expect(() => dataDirectory({ PENSTOCK_DATA_DIR: directory }, nobody)).toThrow('cannot be used');

    chmodSync(parent, 0o755);
    expect(dataDirectory({ PENSTOCK_DATA_DIR: directory }, nobody)).toBe(directory);
  },
);
