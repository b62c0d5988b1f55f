import { describe, expect, test } from 'vitest';
import { durationParts } from './duration.ts';
import { formatTag, startLocale } from './locales.ts';
import { makeFormat } from './use-format.ts';

const format = makeFormat('en-GB', (unit, value) => `${value} ${unit}`);

describe('durations', () => {
  test.each([
    [0.2, '0 instant'],
    [12, '12 millisecond'],
    [31_449, '31.4 second'],
    [60_000, '1 minute'],
    [7_920_000, '2 hour 12 minute'],
    [612_000_000, '7 day 2 hour'],
  ])('%d ms is %s', (milliseconds, text) => {
    expect(format.duration(milliseconds)).toBe(text);
  });

  test('a duration is never negative', () => {
    expect(durationParts(-5)).toEqual([{ value: 0, unit: 'instant', digits: 0 }]);
  });
});

describe('moments', () => {
  const now = new Date('2026-06-04T12:00:00').getTime();
  const at = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

  test('under a day they are told from now', () => {
    expect(format.relative(at(2), now)).toBe('2 min ago');
    expect(format.relative(at(180), now)).toMatch(/^3 h/);
  });

  test('older ones are dates', () => {
    expect(format.relative(at(3 * 24 * 60), now)).toMatch(/^1 Jun/);
  });

  test('a date without a time is the same day everywhere', () => {
    expect(format.date('2026-03-20')).toMatch(/^20 Mar/);
  });

  test('text that is no date is shown as it is', () => {
    expect(format.date('soon')).toBe('soon');
  });
});

describe('locales', () => {
  test('what was chosen wins, then the first language of the browser that there is', () => {
    expect(startLocale('yy', ['de'])).toBe('yy');
    expect(startLocale(null, ['sv-SE', 'de-AT', 'en'])).toBe('de');
    expect(startLocale('klingon', ['ja'])).toBe('en');
  });

  test("numbers follow the reader's region where it speaks the language", () => {
    expect(formatTag('de', ['en-US', 'de-AT'])).toBe('de-AT');
    expect(formatTag('xx', ['de-DE', 'en-GB'])).toBe('en-GB');
    expect(formatTag('de', ['fr'])).toBe('de');
  });
});
