import type { Json, JsonObject } from '@penstock/server/language';
import type { Field } from '../../../ui/schema-form/field-model.ts';

export const INPUT_MODES = ['reference', 'fixed', 'expression'] as const;
/** How an input is given. Only the value is stored; its form tells the way, but for an empty one. */
export type InputMode = (typeof INPUT_MODES)[number];

/** Values that one field had in each way of giving it, kept while the editor is open. */
export type ModeMemory = Partial<Record<InputMode, Json>>;

export function expressionOf(value: Json | undefined): string | null {
  return isSpecial(value, '$expr') ? String(value.$expr) : null;
}

export function secretOf(value: Json | undefined): string | null {
  return isSpecial(value, '$secret') ? String(value.$secret) : null;
}

/** `payload.taskId`, `matches[0].id`: a place that can be picked. Anything else is written by hand. */
export function isPath(expression: string): boolean {
  return /^\s*\$?[A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*|\[\d+\])*\s*$/.test(expression);
}

/** The way that a value is given; `chosen` is what the author chose last for this field, if anything. */
export function modeOf(field: Field, value: Json | undefined, chosen: InputMode | undefined): InputMode {
  const expression = expressionOf(value);
  if (expression !== null) {
    if (chosen === 'expression') return 'expression';
    return isPath(expression) || (expression.trim() === '' && chosen === 'reference') ? 'reference' : 'expression';
  }
  if (value !== undefined) return 'fixed';
  return chosen ?? defaultModeOf(field);
}

/** Words to choose from, yes or no and numbers are mostly written; the rest mostly comes from somewhere. */
export function defaultModeOf(field: Field): InputMode {
  return ['choice', 'boolean', 'number', 'object'].includes(field.kind) ? 'fixed' : 'reference';
}

/** The value after a change of the way; undefined = nothing is given yet. */
export function switched(to: InputMode, value: Json | undefined, memory: ModeMemory): Json | undefined {
  const remembered = memory[to];
  const expression = expressionOf(value);
  // A path that was picked is where an expression begins, and one that is only a path can be picked.
  if (to === 'expression' && expression !== null && expression.trim() !== '') return value;
  if (to === 'reference' && expression !== null && isPath(expression)) return value;
  return remembered;
}

export function asExpression(text: string): JsonObject {
  return { $expr: text };
}

function isSpecial(value: Json | undefined, key: '$expr' | '$secret'): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && key in value;
}
