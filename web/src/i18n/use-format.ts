import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { durationParts } from './duration.ts';
import { formatTag, isLocale } from './locales.ts';

export interface Format {
  number(value: number, options?: Intl.NumberFormatOptions): string;
  percent(share: number): string;
  bytes(size: number): string;
  /** `12 ms`, `31.4 s`, `2 h 12 min`, `7 d 2 h`: at most two units. */
  duration(milliseconds: number): string;
  /** Time alone for today, date and time for other days. */
  dateTime(iso: string, now?: Date): string;
  /** To the millisecond, with the time zone: for tooltips. */
  exact(iso: string): string;
  time(iso: string): string;
  date(iso: string): string;
  /** `2 min ago`, `in 3 h` under a day; the date after that. */
  relative(iso: string, now: number): string;
  list(values: readonly string[]): string;
}

/** Dates and numbers in the language of the reader; the formatters are made once for each language. */
export function useFormat(): Format {
  const { t, i18n } = useTranslation('common');
  const language = i18n.language;
  return useMemo(() => {
    const tag = formatTag(isLocale(language) ? language : 'en', navigator.languages);
    return makeFormat(tag, (unit, value, count) => t(($) => $.units[unit], { value, count }));
  }, [language, t]);
}

/** A number with its unit in the reader's language. */
export type UnitText = (
  unit: 'instant' | 'millisecond' | 'second' | 'minute' | 'hour' | 'day' | 'byte' | 'kilobyte' | 'megabyte',
  value: string,
  count: number,
) => string;

export function makeFormat(tag: string, unitText: UnitText): Format {
  const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
  const time = new Intl.DateTimeFormat(tag, clock);
  const thisYear = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', ...clock });
  const otherYear = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric', ...clock });
  const date = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric' });
  const exact = new Intl.DateTimeFormat(tag, {
    dateStyle: 'full',
    timeStyle: 'long',
  });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto', style: 'short' });
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  const number = (value: number, options?: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(tag, options).format(value);
  const unit = (value: number, name: Parameters<UnitText>[0], digits = 0) =>
    unitText(name, number(value, { maximumFractionDigits: digits }), value);
  const at = (iso: string, format: Intl.DateTimeFormat) => {
    const moment = new Date(iso);
    return Number.isNaN(moment.getTime()) ? iso : format.format(moment);
  };
  const dateTime = (iso: string, now = new Date()) => {
    const moment = new Date(iso);
    if (moment.toDateString() === now.toDateString()) return at(iso, time);
    return at(iso, moment.getFullYear() === now.getFullYear() ? thisYear : otherYear);
  };
  return {
    number,
    percent: (share) => number(share, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    bytes: (size) =>
      size < 1024
        ? unit(size, 'byte')
        : size < 1_048_576
          ? unit(size / 1024, 'kilobyte', 1)
          : unit(size / 1_048_576, 'megabyte', 1),
    duration: (milliseconds) =>
      durationParts(milliseconds)
        .map((part) => unit(part.value, part.unit, part.digits))
        .join(' '),
    dateTime,
    exact: (iso) => at(iso, exact),
    time: (iso) => at(iso, time),
    // A date without a time is a day of the calendar, whatever the reader's time zone.
    date: (iso) => at(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}T00:00` : iso, date),
    relative: (iso, now) => {
      const seconds = (new Date(iso).getTime() - now) / 1000;
      const size = Math.abs(seconds);
      if (size < 45) return relative.format(0, 'second');
      if (size < 3600) return relative.format(Math.round(seconds / 60), 'minute');
      if (size < 86_400) return relative.format(Math.round(seconds / 3600), 'hour');
      return dateTime(iso, new Date(now));
    },
    list: (values) => list.format(values),
  };
}
