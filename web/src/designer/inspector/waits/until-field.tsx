import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldOf } from '../../../ui/schema-form/field-model.ts';
import { ValueControl } from '../../../ui/schema-form/value-control.tsx';
import { ExpressionInput, ReferenceInput } from '../fields/expression-input.tsx';
import { FieldFrame } from '../fields/field-frame.tsx';
import { ModeControl } from '../fields/mode-control.tsx';
import { useModeMemory } from '../fields/mode-memory.ts';
import { asExpression, expressionOf, type InputMode, isPath, switched } from '../fields/modes.ts';
import { useIsReadOnly, useStepValue } from '../fields/use-step-value.ts';
import { momentExpression, momentOf } from './until.ts';

const POINTER = '/config/until';
const MOMENT = { type: 'string', format: 'date-time' };
const momentField = fieldOf(MOMENT);

/** A moment: chosen from the calendar, picked, or calculated. */
export function UntilField() {
  const { t } = useTranslation('inspector');
  const id = useId();
  const isReadOnly = useIsReadOnly();
  const { value, set } = useStepValue(POINTER);
  const memory = useModeMemory(POINTER);
  const text = expressionOf(value) ?? '';
  const mode = modeOfUntil(text, memory.chosen);
  const label = t(($) => $.timeWait.moment);
  const change = (next: string) => {
    if (memory.chosen !== mode) memory.choose(mode, memory.values);
    set(asExpression(next));
  };
  const switchTo = (next: InputMode) => {
    const values = text === '' ? memory.values : { ...memory.values, [mode]: asExpression(text) };
    memory.choose(next, values);
    set(switched(next, value, values) ?? asExpression(''), 'alone');
  };
  const shared = { label, value: text, onChange: change, expects: MOMENT, isReadOnly };
  return (
    <FieldFrame
      pointer={POINTER}
      label={label}
      isRequired
      wide
      {...(mode === 'fixed' ? { htmlFor: id } : {})}
      tools={<ModeControl label={label} mode={mode} onChange={switchTo} isDisabled={isReadOnly} />}
    >
      {mode === 'reference' && <ReferenceInput {...shared} />}
      {mode === 'expression' && <ExpressionInput {...shared} />}
      {mode === 'fixed' && (
        <ValueControl
          field={momentField}
          id={id}
          label={label}
          isLabelHidden
          value={momentOf(text) ?? undefined}
          onChange={(next) => change(typeof next === 'string' ? momentExpression(next) : '')}
          isDisabled={isReadOnly}
        />
      )}
    </FieldFrame>
  );
}

function modeOfUntil(text: string, chosen: InputMode | undefined): InputMode {
  if (text.trim() === '') return chosen ?? 'fixed';
  if (momentOf(text) !== null) return chosen === 'expression' ? 'expression' : 'fixed';
  return isPath(text) && chosen !== 'expression' ? 'reference' : 'expression';
}
