export interface DurationPart {
  value: number;
  /** instant: less than the clock can tell */
  unit: 'instant' | 'millisecond' | 'second' | 'minute' | 'hour' | 'day';
  digits: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** At most two units, the smaller one left out when it is zero. */
export function durationParts(milliseconds: number): DurationPart[] {
  const length = Math.max(0, milliseconds);
  if (length < 1) return [{ value: 0, unit: 'instant', digits: 0 }];
  if (length < SECOND) return [{ value: Math.round(length), unit: 'millisecond', digits: 0 }];
  if (length < MINUTE) return [{ value: Math.floor(length / 100) / 10, unit: 'second', digits: 1 }];
  if (length < HOUR) return two(length, MINUTE, 'minute', SECOND, 'second');
  if (length < DAY) return two(length, HOUR, 'hour', MINUTE, 'minute');
  return two(length, DAY, 'day', HOUR, 'hour');
}

function two(
  length: number,
  large: number,
  largeUnit: DurationPart['unit'],
  small: number,
  smallUnit: DurationPart['unit'],
): DurationPart[] {
  const rest = Math.floor((length % large) / small);
  const first: DurationPart = { value: Math.floor(length / large), unit: largeUnit, digits: 0 };
  return rest === 0 ? [first] : [first, { value: rest, unit: smallUnit, digits: 0 }];
}
