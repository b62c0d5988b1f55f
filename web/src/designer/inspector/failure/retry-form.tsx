import { MultiSelect, NumberInput, Switch } from '@mantine/core';
import type { Json, JsonObject } from '@penstock/server/language';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useStepAction } from '../action/use-step-action.ts';
import { DurationInput } from '../fields/duration-input.tsx';
import { FieldFrame } from '../fields/field-frame.tsx';
import fieldClasses from '../fields/fields.module.css';
import { useIsReadOnly, useStepValue } from '../fields/use-step-value.ts';
import classes from '../inspector.module.css';
import { useErrorKinds } from './use-error-kinds.ts';

const POINTER = '/retry';
const USUAL = { maxAttempts: 3, backoffMs: 1000, backoffMultiplier: 2 };

/** Attempts before the step counts as failed. */
export function RetryForm() {
  const { t } = useTranslation('inspector');
  const isReadOnly = useIsReadOnly();
  const { action } = useStepAction();
  const { value, set } = useStepValue(POINTER);
  const policy = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
  const hint = action?.retryHint ?? null;
  const turn = (on: boolean) => set(on ? { ...USUAL, ...hint } : undefined, 'alone');
  return (
    <section className={classes.section} data-pointer={POINTER}>
      <Switch
        label={t(($) => $.failure.retry)}
        description={t(($) => $.failure.retryHelp)}
        checked={policy !== null}
        disabled={isReadOnly}
        onChange={(event) => turn(event.currentTarget.checked)}
      />
      {policy === null && hint !== null && (
        <p className={fieldClasses.help}>{t(($) => $.failure.hint, { count: hint.maxAttempts })}</p>
      )}
      {policy !== null && <Policy />}
    </section>
  );
}

function Policy() {
  const { t } = useTranslation('inspector');
  const isReadOnly = useIsReadOnly();
  return (
    <div className={fieldClasses.fields}>
      <NumberField
        name="maxAttempts"
        label={t(($) => $.failure.attempts)}
        help={t(($) => $.failure.attemptsHelp)}
        isWhole
        min={1}
      />
      <NumberField name="backoffMultiplier" label={t(($) => $.failure.factor)} suffix=" ×" min={0.1} isOptional />
      <LengthField name="backoffMs" label={t(($) => $.failure.pause)} min={0} />
      <LengthField
        name="maxDelayMs"
        label={t(($) => $.failure.maxPause)}
        help={t(($) => $.failure.maxPauseHelp)}
        min={1}
        isOptional
      />
      <Kinds isReadOnly={isReadOnly} />
      <Jitter isReadOnly={isReadOnly} />
    </div>
  );
}

/** A number that the policy refuses stays in the field and is not stored. */
function NumberField({
  name,
  label,
  help,
  min,
  isWhole = false,
  suffix,
  isOptional = false,
}: {
  name: string;
  label: string;
  help?: string;
  min: number;
  isWhole?: boolean;
  suffix?: string;
  isOptional?: boolean;
}) {
  const pointer = `${POINTER}/${name}`;
  const id = useId();
  const isReadOnly = useIsReadOnly();
  const { value, set } = useStepValue(pointer);
  return (
    <FieldFrame pointer={pointer} label={label} htmlFor={id} help={help}>
      <NumberInput
        id={id}
        value={typeof value === 'number' ? value : ''}
        min={min}
        clampBehavior="blur"
        allowDecimal={!isWhole}
        allowedDecimalSeparators={['.', ',']}
        allowNegative={false}
        hideControls
        {...(suffix === undefined ? {} : { suffix })}
        disabled={isReadOnly}
        onChange={(next) => {
          if (typeof next === 'number' && next >= min) set(next);
          else if (next === '' && isOptional) set(undefined);
        }}
      />
    </FieldFrame>
  );
}

function LengthField({
  name,
  label,
  min,
  isOptional = false,
  help,
}: {
  name: string;
  label: string;
  min: number;
  isOptional?: boolean;
  help?: string;
}) {
  const pointer = `${POINTER}/${name}`;
  const isReadOnly = useIsReadOnly();
  const { value, set } = useStepValue(pointer);
  return (
    <FieldFrame pointer={pointer} label={label} help={help} wide>
      <DurationInput
        label={label}
        value={typeof value === 'number' ? value : 0}
        min={min}
        isDisabled={isReadOnly}
        onChange={(length) => set(length)}
        {...(isOptional ? { onTyped: (length: number) => (length === 0 ? set(undefined) : undefined) } : {})}
      />
    </FieldFrame>
  );
}

function Kinds({ isReadOnly }: { isReadOnly: boolean }) {
  const { t } = useTranslation('inspector');
  const id = useId();
  const { value, set } = useStepValue(`${POINTER}/retryOn`);
  const chosen = Array.isArray(value) ? value.filter((kind): kind is string => typeof kind === 'string') : [];
  const kinds = useErrorKinds(chosen);
  return (
    <FieldFrame pointer={`${POINTER}/retryOn`} label={t(($) => $.failure.kinds)} htmlFor={id} wide>
      <MultiSelect
        id={id}
        data={kinds}
        value={chosen}
        onChange={(next: Json[]) => set(next.length === 0 ? undefined : next, 'alone')}
        {...(chosen.length === 0 ? { placeholder: t(($) => $.failure.allKinds) } : {})}
        disabled={isReadOnly}
        comboboxProps={{ shadow: 'md' }}
      />
    </FieldFrame>
  );
}

function Jitter({ isReadOnly }: { isReadOnly: boolean }) {
  const { t } = useTranslation('inspector');
  const { value, set } = useStepValue(`${POINTER}/jitter`);
  return (
    <div data-pointer={`${POINTER}/jitter`} data-wide>
      <Switch
        label={t(($) => $.failure.jitter)}
        checked={value === true}
        disabled={isReadOnly}
        onChange={(event) => set(event.currentTarget.checked ? true : undefined, 'alone')}
      />
    </div>
  );
}
