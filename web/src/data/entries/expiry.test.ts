import { describe, expect, test } from 'vitest';
import { makeFormat } from '../../i18n/format.ts';
import { ttlSeconds } from '../entry/ttl.ts';
import { expiryOf, secondsUntil } from './expiry.ts';

const now = Date.parse('2026-06-04T10:00:00.000Z');
const format = makeFormat('en', { unit: (unit, value) => `${value} ${unit}`, relative: () => '' });
const inSeconds = (seconds: number) => new Date(now + seconds * 1000).toISOString();

describe('the countdown of an entry', () => {
  test.each([
    [45, '45 second'],
    [38 * 60 + 20, '38 minute'],
    [2 * 3600 + 12 * 60 + 5, '2 hour 12 minute'],
    [3 * 86_400 + 5 * 3600 + 59, '3 day 5 hour'],
  ])('%d seconds before the end it says %s', (seconds, text) => {
    expect(expiryOf(inSeconds(seconds), now, format)).toEqual({ kind: 'ends', text });
  });

  test('it never says less than a second until the end is there', () => {
    expect(expiryOf(new Date(now + 20).toISOString(), now, format)).toEqual({ kind: 'ends', text: '1 second' });
    expect(expiryOf(inSeconds(0), now, format)).toEqual({ kind: 'over' });
  });

  test('an entry without an end never expires', () => {
    expect(expiryOf(null, now, format)).toEqual({ kind: 'never' });
  });
});

describe('the time that a changed entry is kept', () => {
  const ttl = (choice: Parameters<typeof ttlSeconds>[0], given: { seconds?: string; expiresAt?: string | null } = {}) =>
    ttlSeconds(choice, { seconds: given.seconds ?? '', expiresAt: given.expiresAt ?? null, now });

  test('as before is what is left of the old time, rounded up', () => {
    expect(ttl('keep', { expiresAt: new Date(now + 90_400).toISOString() })).toBe(91);
    expect(secondsUntil(inSeconds(-5), now)).toBe(1);
  });

  test('never is no time at all', () => {
    expect(ttl('never', { expiresAt: inSeconds(60) })).toBeUndefined();
  });

  test('seconds are taken as they are typed, and refused where they are no whole number of at most a year', () => {
    expect(ttl('custom', { seconds: ' 90 ' })).toBe(90);
    for (const seconds of ['', '0', '-1', '1.5', '1e3', '31536001']) expect(ttl('custom', { seconds })).toBeNull();
  });
});
