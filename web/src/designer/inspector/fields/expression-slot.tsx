import type { JsonObject } from '@penstock/server/language';
import type { ReactNode } from 'react';
import { ExpressionInput, ReferenceInput } from './expression-input.tsx';
import { FieldFrame } from './field-frame.tsx';
import { ModeControl } from './mode-control.tsx';
import { useModeMemory } from './mode-memory.ts';
import { asExpression, expressionOf, type InputMode, isPath } from './modes.ts';
import { useIsReadOnly, useStepValue } from './use-step-value.ts';

const MODES = ['reference', 'expression'] as const;

/** A value that is always an expression: a place that is picked, or a text that is written. */
export function ExpressionSlot({
  pointer,
  label,
  help,
  problem,
  expects,
  usual = 'expression',
  isRequired = false,
  isOptional = false,
  isMultiline = false,
  placeholder,
}: {
  pointer: string;
  label: string;
  help?: ReactNode;
  problem?: ReactNode;
  expects?: JsonObject;
  usual?: 'reference' | 'expression';
  isRequired?: boolean;
  /** An empty one is left out instead of being stored empty. */
  isOptional?: boolean;
  isMultiline?: boolean;
  placeholder?: string;
}) {
  const isReadOnly = useIsReadOnly();
  const { value, set } = useStepValue(pointer);
  const memory = useModeMemory(pointer);
  const text = expressionOf(value) ?? '';
  const mode = slotMode(text, memory.chosen ?? usual);
  const change = (next: string) => {
    if (memory.chosen !== mode) memory.choose(mode, memory.values);
    set(next.trim() === '' && isOptional ? undefined : asExpression(next));
  };
  const switchTo = (next: InputMode) => {
    const values = text === '' ? memory.values : { ...memory.values, [mode]: value ?? null };
    memory.choose(next, values);
    // What cannot be picked stays where it was written.
    if (next === 'reference' && text !== '' && !isPath(text)) set(isOptional ? undefined : asExpression(''), 'alone');
    else if (text === '' && expressionOf(values[next]) !== null) set(values[next], 'alone');
  };
  const shared = { label, value: text, onChange: change, expects, placeholder, isReadOnly };
  return (
    <FieldFrame
      pointer={pointer}
      label={label}
      isRequired={isRequired}
      help={help}
      problem={problem}
      wide
      tools={<ModeControl label={label} mode={mode} modes={MODES} onChange={switchTo} isDisabled={isReadOnly} />}
    >
      {mode === 'reference' ? (
        <ReferenceInput {...shared} />
      ) : (
        <ExpressionInput {...shared} isMultiline={isMultiline} />
      )}
    </FieldFrame>
  );
}

function slotMode(text: string, chosen: InputMode): 'reference' | 'expression' {
  if (text.trim() !== '' && !isPath(text)) return 'expression';
  return chosen === 'fixed' ? 'expression' : chosen;
}
