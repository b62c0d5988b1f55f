import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConfigError, configSchema, parseConfig } from './config.ts';

test('an empty environment means the defaults', () => {
  expect(parseConfig({})).toEqual({
    PORT: 4300,
    HOST: '127.0.0.1',
    PENSTOCK_ROLE: 'all',
    WORKFLOW_STORE_MAX_VALUE_BYTES: 262_144,
    WORKFLOW_RUN_PAYLOAD_MAX_BYTES: 524_288,
    WORKFLOW_RUN_RATE_LIMIT_POINTS: 600,
    WORKFLOW_RUN_RATE_LIMIT_DURATION: 60,
    WORKFLOW_RUN_SNAPSHOT_RETENTION_DAYS: 30,
    LOG_LEVEL: 'info',
  });
});

test('a variable set to nothing counts as not set, and foreign ones are left alone', () => {
  expect(parseConfig({ PORT: '', DATABASE_URL: '', EDITOR: 'vi' })).toEqual(parseConfig({}));
});

test('values are read as what they mean', () => {
  const config = parseConfig({
    PORT: '0',
    DATABASE_URL: 'postgresql://penstock@localhost:5432/penstock?host=%2Ftmp%2Fsocket',
    PENSTOCK_MASTER_KEY: btoa('k'.repeat(32)),
    PENSTOCK_ROLE: 'worker',
    METRICS_PORT: '9100',
  });

  expect(config).toMatchObject({ PORT: 0, PENSTOCK_ROLE: 'worker', METRICS_PORT: 9100 });
});

test.each([
  { name: 'PORT', value: 'many', sentence: 'it takes a whole number from 0 to 65535' },
  { name: 'PORT', value: '70000', sentence: 'it takes a whole number from 0 to 65535' },
  { name: 'PORT', value: '4.5', sentence: 'it takes a whole number from 0 to 65535' },
  { name: 'WORKFLOW_STORE_MAX_VALUE_BYTES', value: '0', sentence: 'it takes a whole number of at least 1' },
  {
    name: 'DATABASE_URL',
    value: 'mysql://root:secret@db/x',
    sentence: 'it takes an address like postgresql://user:password@host:5432/database',
  },
  { name: 'PENSTOCK_MASTER_KEY', value: 'c2hvcnQ=', sentence: 'it takes 32 bytes in base64' },
  { name: 'PENSTOCK_ROLE', value: 'both', sentence: 'it takes one of all, web, worker' },
  { name: 'PENSTOCK_ADMIN_PASSWORD', value: 'short', sentence: 'it takes 8 to 128 characters' },
  { name: 'PENSTOCK_PUBLIC_URL', value: 'javascript:alert(1)', sentence: 'it takes an http or https address' },
])('$name=$value stops the start with one sentence', ({ name, value, sentence }) => {
  const start = () => parseConfig({ [name]: value });

  expect(start).toThrow(ConfigError);
  expect(start).toThrow(`The environment variable ${name} is not usable: ${sentence}.`);
});

test('the README names every variable', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

  expect(Object.keys(configSchema.shape).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
