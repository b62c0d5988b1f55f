export const DURATION_UNITS = ['days', 'hours', 'minutes', 'seconds'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];
export type DurationValues = Readonly<Record<DurationUnit, number>>;

const MS: Record<DurationUnit, number> = { days: 86_400_000, hours: 3_600_000, minutes: 60_000, seconds: 1000 };

/** A length of time in whole days, hours and minutes; what is left are seconds, with a fraction where it has one. */
export function unitsOf(milliseconds: number): DurationValues {
  let rest = Math.max(0, milliseconds);
  const take = (unit: DurationUnit) => {
    const count = Math.floor(rest / MS[unit]);
    rest -= count * MS[unit];
    return count;
  };
  const [days, hours, minutes] = [take('days'), take('hours'), take('minutes')];
  return { days, hours, minutes, seconds: rest / MS.seconds };
}

export function millisecondsOf(values: DurationValues): number {
  return Math.round(DURATION_UNITS.reduce((sum, unit) => sum + values[unit] * MS[unit], 0));
}
