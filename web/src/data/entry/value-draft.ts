import type { ValueType } from '../search.ts';
import { findJsonProblem, type JsonProblem } from './json-problem.ts';

/** A value while it is edited: what was typed stays when the type changes. */
export interface ValueDraft {
  type: ValueType;
  /** Of a text, a number or JSON. */
  text: string;
  flag: boolean;
}

export type DraftReading =
  | { value: unknown; problem: null }
  | { value: undefined; problem: 'numberNeeded' | 'jsonEmpty' | JsonProblem };

export const emptyDraft: ValueDraft = { type: 'string', text: '', flag: true };

/** A value that is not of the type that it was stored as is edited as JSON: nothing of it may be lost. */
export function draftOf(value: unknown, valueType: ValueType): ValueDraft {
  if (valueType === 'boolean' && typeof value === 'boolean') return { type: 'boolean', text: '', flag: value };
  if (valueType === 'string' && typeof value === 'string') return { type: 'string', text: value, flag: true };
  if (valueType === 'number' && typeof value === 'number') return { type: 'number', text: String(value), flag: true };
  return { type: 'json', text: JSON.stringify(value, null, 2) ?? 'null', flag: true };
}

export function readDraft({ type, text, flag }: ValueDraft): DraftReading {
  if (type === 'boolean') return { value: flag, problem: null };
  if (type === 'string') return { value: text, problem: null };
  if (type === 'number') {
    const value = Number(text.trim());
    const isNumber = text.trim() !== '' && Number.isFinite(value);
    return isNumber ? { value, problem: null } : { value: undefined, problem: 'numberNeeded' };
  }
  if (text.trim() === '') return { value: undefined, problem: 'jsonEmpty' };
  try {
    return { value: JSON.parse(text), problem: null };
  } catch {
    return { value: undefined, problem: placeOf(text) };
  }
}

/** A text can be nested deeper than a walk goes; then it is at least said that it is wrong. */
function placeOf(text: string): JsonProblem {
  try {
    return findJsonProblem(text) ?? { line: 1, token: null };
  } catch {
    return { line: 1, token: null };
  }
}
