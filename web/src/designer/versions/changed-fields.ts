import type { Json } from '@penstock/server/language';
import { isSame } from '../conflict/compare.ts';
import type { StepBody } from '../model/document.ts';

export interface ChangedField {
  /** JSON pointer inside the step, without its first slash. */
  readonly pointer: string;
  /** As short JSON; empty = was not there. */
  readonly before: string;
  readonly after: string;
}

const LONGEST = 60;

/** Leaves that differ between two bodies of one step, in the order in which they are written. */
export function changedFields(before: StepBody, after: StepBody): ChangedField[] {
  const found: ChangedField[] = [];
  collect(before as never, after as never, [], found);
  return found;
}

function collect(
  before: Json | undefined,
  after: Json | undefined,
  path: readonly string[],
  found: ChangedField[],
): void {
  if (isSame(before, after)) return;
  if (isObject(before) && isObject(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      collect(before[name], after[name], [...path, name], found);
    }
    return;
  }
  // An expression is one value to its author, whatever it is stored as.
  const at = path.at(-1) === '$expr' ? path.slice(0, -1) : path;
  found.push({ pointer: at.join('/'), before: short(before), after: short(after) });
}

function short(value: Json | undefined): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
