import { useId } from 'react';
import { problemOf } from '../../../ui/schema-form/check-value.ts';
import { useValueText } from '../../../ui/schema-form/use-value-text.ts';
import { ExpressionInput, ReferenceInput } from './expression-input.tsx';
import { FieldFrame } from './field-frame.tsx';
import { useFieldWords } from './field-words.ts';
import { FixedInput } from './fixed-input.tsx';
import type { MappedFieldProps } from './mapped-props.ts';
import { ModeControl } from './mode-control.tsx';
import { secretOf } from './modes.ts';
import { SecretBox } from './secret-box.tsx';
import { type MappedValue, useMappedValue } from './use-mapped-value.ts';
import { useIsReadOnly } from './use-step-value.ts';

/** One input: its name, the way it is given, and the control for that way. */
export function MappedLeaf(props: MappedFieldProps) {
  const { field, pointer } = props;
  const words = useFieldWords();
  const text = useValueText();
  const isReadOnly = useIsReadOnly();
  const id = useId();
  const mapped = useMappedValue(props);
  const label = props.label ?? words.label(field);
  const problem = mapped.mode === 'fixed' ? problemOf(field, mapped.value) : null;
  const editor = words.editor(field)?.kind;
  const isWide = field.kind === 'json' || editor === 'multiline' || mapped.mode === 'expression';
  return (
    <FieldFrame
      pointer={pointer}
      label={label}
      {...(mapped.mode === 'fixed' ? { htmlFor: id } : {})}
      isRequired={field.isRequired && props.label === undefined}
      help={mapped.mode === 'fixed' ? (field.description ?? text.ofLimits(field)) : field.description}
      {...(problem === null ? {} : { problem: text.ofProblem(problem) })}
      wide={isWide}
      tools={<ModeControl label={label} mode={mapped.mode} onChange={mapped.switchTo} isDisabled={isReadOnly} />}
    >
      <MappedControl {...props} id={id} label={label} mapped={mapped} />
    </FieldFrame>
  );
}

/** The control alone, for the way that is chosen. */
export function MappedControl({
  field,
  pointer,
  id,
  label,
  mapped,
}: MappedFieldProps & { id: string; label: string; mapped: MappedValue }) {
  const isReadOnly = useIsReadOnly();
  const secret = secretOf(mapped.value);
  if (secret !== null) return <SecretBox name={secret} onReplace={() => mapped.set(undefined)} />;
  const shared = {
    label,
    value: mapped.expression,
    onChange: mapped.setExpression,
    expects: field.schema,
    isReadOnly,
  };
  if (mapped.mode === 'reference') return <ReferenceInput {...shared} />;
  if (mapped.mode === 'expression') return <ExpressionInput {...shared} isMultiline={field.kind === 'json'} />;
  return (
    <FixedInput field={field} pointer={pointer} id={id} label={label} value={mapped.value} onChange={mapped.set} />
  );
}
