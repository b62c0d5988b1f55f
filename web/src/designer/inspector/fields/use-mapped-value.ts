import type { Json } from '@penstock/server/language';
import { emptyValueOf } from '../../../ui/schema-form/empty-value.ts';
import type { Field } from '../../../ui/schema-form/field-model.ts';
import { useFieldWords } from './field-words.ts';
import type { MappedFieldProps } from './mapped-props.ts';
import { useModeMemory } from './mode-memory.ts';
import { asExpression, expressionOf, type InputMode, modeOf, switched } from './modes.ts';
import { useStepValue } from './use-step-value.ts';

export interface MappedValue {
  readonly value: Json | undefined;
  readonly mode: InputMode;
  /** Text of the expression; empty where another way is used. */
  readonly expression: string;
  readonly set: (value: Json | undefined) => void;
  readonly setExpression: (text: string) => void;
  readonly switchTo: (mode: InputMode) => void;
}

/** An input's value and the way it is given; going to another way and back loses nothing. */
export function useMappedValue({ field, pointer, isEntry = false }: MappedFieldProps): MappedValue {
  const words = useFieldWords();
  const { value, set } = useStepValue(pointer);
  const memory = useModeMemory(pointer);
  const mode = modeOf(field, value, memory.chosen ?? usualMode(field, words.editor(field)?.kind));
  const emptied = (of: InputMode) => (isEntry ? (of === 'fixed' ? emptyValueOf(field) : asExpression('')) : undefined);
  return {
    value,
    mode,
    expression: expressionOf(value) ?? '',
    set: (next) => set(next ?? emptied('fixed')),
    setExpression(text) {
      if (memory.chosen !== mode) memory.choose(mode, memory.values);
      set(text.trim() === '' ? emptied('expression') : asExpression(text));
    },
    switchTo(next) {
      const values = value === undefined ? memory.values : { ...memory.values, [mode]: value };
      memory.choose(next, values);
      set(switched(next, value, values) ?? emptied(next), 'alone');
    },
  };
}

/** Words that are the same in every run are written; undefined = as the kind of the value has it. */
function usualMode(_field: Field, editor: string | undefined): InputMode | undefined {
  return editor === 'softEnum' || editor === 'segmented' ? 'fixed' : undefined;
}
