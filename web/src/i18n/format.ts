import { durationParts } from './duration.ts';

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

/** The words of numbers and moments, in the reader's language. */
export interface FormatTexts {
  unit(
    unit: 'instant' | 'millisecond' | 'second' | 'minute' | 'hour' | 'day' | 'byte' | 'kilobyte' | 'megabyte',
    value: string,
    count: number,
  ): string;
  relative(direction: 'now' | 'ago' | 'ahead', time: string): string;
}

/** `wordless`: dates of digits alone, for locales whose words come from their own texts only. */
export function makeFormat(tag: string, texts: FormatTexts, wordless = false): Format {
  const { time, thisYear, otherYear, date, exact } = dateFormats(wordless ? 'en-CA' : tag, wordless);
  const listed = new Intl.ListFormat(tag, { type: 'conjunction' });
  const number = (value: number, options?: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(tag, options).format(value);
  const unit = (value: number, name: Parameters<FormatTexts['unit']>[0], digits = 0) =>
    texts.unit(name, number(value, { maximumFractionDigits: digits }), value);
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
      const direction = seconds < 0 ? 'ago' : 'ahead';
      if (size < 45) return texts.relative('now', '');
      if (size < 3600) return texts.relative(direction, unit(Math.max(1, Math.round(size / 60)), 'minute'));
      if (size < 86_400) return texts.relative(direction, unit(Math.round(size / 3600), 'hour'));
      return dateTime(iso, new Date(now));
    },
    list: (values) => (wordless ? values.join(', ') : listed.format(values)),
  };
}

function dateFormats(tag: string, wordless: boolean) {
  const clock: Intl.DateTimeFormatOptions = {
    hour: '2-digit',
    minute: '2-digit',
    ...(wordless && { hourCycle: 'h23' }),
  };
  const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: wordless ? '2-digit' : 'short' };
  const year: Intl.DateTimeFormatOptions = { year: 'numeric' };
  return {
    time: new Intl.DateTimeFormat(tag, clock),
    thisYear: new Intl.DateTimeFormat(tag, { ...day, ...clock }),
    otherYear: new Intl.DateTimeFormat(tag, { ...day, ...year, ...clock }),
    date: new Intl.DateTimeFormat(tag, { ...day, ...year }),
    exact: wordless
      ? new Intl.DateTimeFormat(tag, { ...day, ...year, ...clock, second: '2-digit' })
      : new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeStyle: 'long' }),
  };
}
