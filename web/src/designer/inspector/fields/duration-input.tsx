import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DURATION_UNITS, type DurationUnit, type DurationValues, millisecondsOf, unitsOf } from './duration.ts';
import classes from './fields.module.css';

/** A length of time as days, hours, minutes and seconds. `onChange` is told lengths of at least `min` only. */
export function DurationInput({
  label,
  value,
  onChange,
  onTyped,
  min = 1,
  isDisabled,
}: {
  label: string;
  /** Milliseconds. */
  value: number;
  onChange: (milliseconds: number) => void;
  /** Also told what is too short. */
  onTyped?: (milliseconds: number) => void;
  min?: number;
  isDisabled: boolean;
}) {
  const { t } = useTranslation('inspector');
  // While somebody types, 90 minutes stay 90 minutes.
  const [typed, setTyped] = useState<DurationValues | null>(null);
  const shown = typed ?? unitsOf(value);
  const words: Record<DurationUnit, string> = {
    days: t(($) => $.duration.days),
    hours: t(($) => $.duration.hours),
    minutes: t(($) => $.duration.minutes),
    seconds: t(($) => $.duration.seconds),
  };
  const change = (unit: DurationUnit, count: number) => {
    const next = { ...shown, [unit]: count };
    setTyped(next);
    const length = millisecondsOf(next);
    onTyped?.(length);
    if (length >= min) onChange(length);
  };
  return (
    <fieldset
      className={classes.parts}
      aria-label={label}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        if (typed !== null && millisecondsOf(typed) >= min) setTyped(null);
      }}
    >
      {DURATION_UNITS.map((unit) => (
        <NumberInput
          key={unit}
          label={words[unit]}
          classNames={{ label: classes.unit ?? '' }}
          value={shown[unit]}
          min={0}
          allowNegative={false}
          allowDecimal={unit === 'seconds'}
          allowedDecimalSeparators={['.', ',']}
          decimalScale={3}
          hideControls
          disabled={isDisabled}
          onChange={(count) => change(unit, typeof count === 'number' ? count : 0)}
        />
      ))}
    </fieldset>
  );
}
