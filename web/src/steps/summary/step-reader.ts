import { isJsonObject } from './json-object.ts';
import type { Missing, Needed, Part } from './sentence.ts';

/** Words for what an author has chosen from a list; null = their own token, which speaks for itself. */
export interface Words {
  recordType(token: string): string | null;
  relation(token: string): string | null;
  event(name: string): string;
  duration(milliseconds: number): string;
}

/** Reads the settings of a step as pieces of a sentence. Drafts and old versions may hold anything. */
export interface StepReader {
  readonly words: Words;
  /** As it is stored; undefined when nothing is there. */
  raw(...path: readonly string[]): unknown;
  /** What is written there; null = nothing. */
  part(...path: readonly string[]): Part | null;
  /** The same, where the step cannot do without it. */
  must(needed: Needed, ...path: readonly string[]): Part | Missing;
  /** A token of a curated list, by its word where it has one. */
  mustToken(needed: Needed, list: 'recordType' | 'relation', ...path: readonly string[]): Part | Missing;
}

export function stepReader(fields: unknown, words: Words): StepReader {
  const raw = (...path: readonly string[]) =>
    path.reduce<unknown>(
      (value, name) => (isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined),
      fields,
    );
  const part = (...path: readonly string[]) => partOf(raw(...path));
  return {
    words,
    raw,
    part,
    must: (needed, ...path) => part(...path) ?? { needed },
    mustToken(needed, list, ...path) {
      const found = part(...path);
      if (found === null) return { needed };
      return found.look === 'code' ? found : { look: 'object', text: words[list](found.text) ?? found.text };
    },
  };
}

export function object(text: string): Part {
  return { look: 'object', text };
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Ids say little to people: their beginning is enough to tell two of them apart. */
function readable(text: string): Part {
  return UUID.test(text) ? { look: 'code', text: `${text.slice(0, 8)}…` } : object(text);
}

export function partOf(value: unknown): Part | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value === '' ? null : readable(value);
  if (typeof value !== 'object') return object(String(value));
  const text = codeOf(value).trim();
  return text === '' ? null : { look: 'code', text };
}

/** Expressions as they are written, also inside objects and lists; on one line. */
function codeOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(codeOf).join(', ')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value) ?? '';
  if (typeof value.$expr === 'string') return value.$expr.replace(/\s+/g, ' ');
  if (typeof value.$secret === 'string') return value.$secret;
  return `{${Object.entries(value)
    .map(([name, member]) => `${name}: ${codeOf(member)}`)
    .join(', ')}}`;
}
