import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { ConfigError } from '../kernel/config.ts';
import { deriveKey, loadMasterKey } from './master-key.ts';

const folders: string[] = [];
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'penstock-key-'));
  folders.push(folder);
});
afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true });
});

const given = Buffer.alloc(32, 7).toString('base64');

test('a key is made once and found again', () => {
  const first = loadMasterKey({}, { XDG_CONFIG_HOME: folder });
  const second = loadMasterKey({}, { XDG_CONFIG_HOME: folder });

  expect(first.bytes).toHaveLength(32);
  expect(second.bytes).toEqual(first.bytes);
  expect(first.generatedAt).toBe(join(folder, 'penstock', 'master.key'));
  expect(statSync(join(folder, 'penstock')).mode & 0o777).toBe(0o700);
  expect(statSync(first.generatedAt ?? '').mode & 0o777).toBe(0o600);
});

test('the operator’s own key is used and nothing is made', () => {
  const file = join(folder, 'key');
  writeFileSync(file, `${given}\n`);

  for (const config of [{ PENSTOCK_MASTER_KEY: given }, { PENSTOCK_MASTER_KEY_FILE: file }]) {
    const key = loadMasterKey(config, { XDG_CONFIG_HOME: folder });
    expect(key).toEqual({ bytes: Buffer.alloc(32, 7), generatedAt: null });
  }
  expect(() => statSync(join(folder, 'penstock'))).toThrow();
});

test.each([
  { name: 'a short key', config: { PENSTOCK_MASTER_KEY: 'c2hvcnQ=' }, sentence: /PENSTOCK_MASTER_KEY.*32 bytes/ },
  {
    name: 'a file that is not there',
    config: { PENSTOCK_MASTER_KEY_FILE: '/nowhere/key' },
    sentence: /PENSTOCK_MASTER_KEY_FILE/,
  },
])('$name is refused with a sentence', ({ config, sentence }) => {
  expect(() => loadMasterKey(config, {})).toThrow(ConfigError);
  expect(() => loadMasterKey(config, {})).toThrow(sentence);
});

test('a key file that was damaged is refused and left as it is', () => {
  const { generatedAt } = loadMasterKey({}, { XDG_CONFIG_HOME: folder });
  chmodSync(generatedAt ?? '', 0o600);
  writeFileSync(generatedAt ?? '', 'damaged');

  expect(() => loadMasterKey({}, { XDG_CONFIG_HOME: folder })).toThrow(/master\.key/);
  expect(readFileSync(generatedAt ?? '', 'utf8')).toBe('damaged');
});

test('each purpose has a key of its own, the same one every time', () => {
  const masterKey = { bytes: Buffer.alloc(32, 7), generatedAt: null };

  expect(deriveKey(masterKey, 'sessions')).toBe(deriveKey(masterKey, 'sessions'));
  expect(deriveKey(masterKey, 'sessions')).not.toBe(deriveKey(masterKey, 'secrets'));
  expect(deriveKey(masterKey, 'sessions')).not.toContain(given);
});
