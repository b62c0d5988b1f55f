import { Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DurationInput } from '../fields/duration-input.tsx';
import classes from '../fields/fields.module.css';
import { useIsReadOnly, useStepValue } from '../fields/use-step-value.ts';

/** A length of time that may be left out. */
export function OptionalDuration({
  pointer,
  label,
  help,
  usual,
}: {
  pointer: string;
  label: string;
  help: string;
  /** Milliseconds that it begins with. */
  usual: number;
}) {
  const { t } = useTranslation('inspector');
  const isReadOnly = useIsReadOnly();
  const { value, set } = useStepValue(pointer);
  const [isTooShort, setTooShort] = useState(false);
  return (
    <div className={classes.field} data-pointer={pointer} data-wide>
      <Switch
        label={label}
        description={help}
        checked={value !== undefined}
        disabled={isReadOnly}
        onChange={(event) => {
          setTooShort(false);
          set(event.currentTarget.checked ? usual : undefined, 'alone');
        }}
      />
      {typeof value === 'number' && (
        <DurationInput
          label={label}
          value={value}
          onChange={(length) => set(length)}
          onTyped={(length) => setTooShort(length < 1)}
          isDisabled={isReadOnly}
        />
      )}
      {isTooShort && <p className={classes.problem}>{t(($) => $.timeWait.zero)}</p>}
    </div>
  );
}
