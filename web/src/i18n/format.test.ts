import { describe, expect, test } from 'vitest';
import { durationParts } from './duration.ts';
import { makeFormat } from './format.ts';
import { formatTag, startLocale } from './locales.ts';

const texts = {
  unit: (unit: string, value: string) => `${value} ${unit}`,
  relative: (direction: string, time: string) => `${direction} ${time}`.trim(),
};
const format = makeFormat('en-GB', texts);

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
    expect(format.relative(at(2), now)).toBe('ago 2 minute');
    expect(format.relative(at(180), now)).toBe('ago 3 hour');
  });

  test('older ones are dates', () => {
    expect(format.relative(at(3 * 24 * 60), now)).toMatch(/^1 Jun/);
  });

  test('a moment is just now until most of a minute has passed', () => {
    expect(format.relative(at(0.5), now)).toBe('now');
    expect(format.relative(at(-90), now)).toBe('ahead 2 hour');
  });

  test('the test locales have dates of digits alone, because words would look untranslated', () => {
    const wordless = makeFormat('en', texts, true);
    expect(wordless.relative(at(3 * 24 * 60), now)).toMatch(/^[\d\W]+$/);
    expect(wordless.exact(at(0))).toMatch(/^[\d\W]+$/);
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
