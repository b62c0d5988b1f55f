import { Input, SegmentedControl } from '@mantine/core';
import type { JsonObject } from '@penstock/server/language';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AssignmentList } from '../assign/assignment-list.tsx';
import { DurationInput } from '../fields/duration-input.tsx';
import { FieldFrame } from '../fields/field-frame.tsx';
import classes from '../fields/fields.module.css';
import { useIsReadOnly, useStepValue } from '../fields/use-step-value.ts';
import { UntilField } from './until-field.tsx';

const HOUR_MS = 3_600_000;

/** For a while, or until a moment. */
export function TimeWaitForm() {
  const { t } = useTranslation('inspector');
  const isReadOnly = useIsReadOnly();
  const { value, set } = useStepValue('/config');
  const config = (typeof value === 'object' && value !== null ? value : {}) as JsonObject;
  // The other way keeps what it had while the step is open.
  const other = useRef<JsonObject>({});
  const mode = config.mode === 'until' ? 'until' : 'duration';
  const choose = (next: string) => {
    const { mode: _mode, durationMs, until, ...rest } = config;
    if (durationMs !== undefined) other.current.durationMs = durationMs;
    if (until !== undefined) other.current.until = until;
    set(
      next === 'until'
        ? { mode: 'until', until: other.current.until ?? { $expr: '' }, ...rest }
        : { mode: 'duration', durationMs: other.current.durationMs ?? HOUR_MS, ...rest },
      'alone',
    );
  };
  return (
    <>
      <div data-pointer="/config/mode" data-wide>
        <Input.Wrapper label={t(($) => $.timeWait.mode)} labelElement="div">
          <SegmentedControl
            aria-label={t(($) => $.timeWait.mode)}
            fullWidth
            size="xs"
            classNames={{ label: classes.segment ?? '' }}
            value={mode}
            onChange={choose}
            disabled={isReadOnly}
            data={[
              { value: 'duration', label: t(($) => $.timeWait.duration) },
              { value: 'until', label: t(($) => $.timeWait.until) },
            ]}
          />
        </Input.Wrapper>
      </div>
      {mode === 'duration' ? <Length /> : <UntilField />}
      <AssignmentList
        pointer="/config/assign"
        title={t(($) => $.timeWait.assign)}
        help={t(($) => $.timeWait.assignHelp)}
        isOptional
      />
    </>
  );
}

function Length() {
  const { t } = useTranslation('inspector');
  const isReadOnly = useIsReadOnly();
  const { value, set } = useStepValue('/config/durationMs');
  const [isTooShort, setTooShort] = useState(false);
  return (
    <FieldFrame
      pointer="/config/durationMs"
      label={t(($) => $.timeWait.length)}
      {...(isTooShort ? { problem: t(($) => $.timeWait.zero) } : {})}
      wide
    >
      <DurationInput
        label={t(($) => $.timeWait.length)}
        value={typeof value === 'number' ? value : 0}
        onChange={(length) => set(length)}
        onTyped={(length) => setTooShort(length < 1)}
        isDisabled={isReadOnly}
      />
    </FieldFrame>
  );
}
