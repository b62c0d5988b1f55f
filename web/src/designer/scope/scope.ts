import type { StepKey } from '../model/document.ts';
import type { Path } from './paths.ts';
import { type Reading, readAt, type Schema } from './schema-reading.ts';

/** Where a value comes from, in the order in which sources are offered. */
export const ScopeKinds = ['event', 'childRun', 'payload', 'loop', 'error', 'steps', 'meta'] as const;
export type ScopeKind = (typeof ScopeKinds)[number];

/** On which ways only a value is there; `step` decides it. */
export interface Doubt {
  readonly step: StepKey;
  readonly when: 'then' | 'else' | 'items' | 'try' | 'catch' | 'succeeded' | 'failed' | 'earlierRound' | 'branch';
}

/** A value that an expression can read. */
export interface Variable {
  readonly kind: ScopeKind;
  /** How an expression names it. */
  readonly path: Path;
  /** null = nobody knows what it is. */
  readonly schema: Schema | null;
  /** The step that wrote it; null = it is there from the beginning. */
  readonly madeBy: StepKey | null;
  /** null = it is there on every way. */
  readonly doubt: Doubt | null;
}

/** Everything that expressions at one place can read; names that hide others come first. */
export interface Scope {
  readonly variables: readonly Variable[];
}

export const emptyScope: Scope = { variables: [] };

export interface Resolved extends Reading {
  /** null = a root as a whole, such as `vars`. */
  readonly variable: Variable | null;
  /** What follows the variable. */
  readonly rest: Path;
}

/** What a path leads to; null = no name of the scope begins it. A member of `vars` may be read by its bare name. */
export function resolve(scope: Scope, path: Path): Resolved | null {
  const asWritten = longest(scope, path);
  if (asWritten !== null) return asWritten;
  const inVars = longest(scope, ['vars', ...path]);
  if (inVars !== null) return inVars;
  // `vars.item` is the item of a loop.
  if (path[0] === 'vars' && path.length > 1) {
    const item = longest({ variables: scope.variables.filter(({ kind }) => kind === 'loop') }, path.slice(1));
    if (item !== null) return item;
  }
  // Runs carry more in `meta` than is promised, and `error` stays after `catch`.
  return isPartOfVariable(scope, path) || path[0] === 'error' || path[0] === 'meta'
    ? { variable: null, rest: [], known: 'open', schema: null }
    : null;
}

function longest(scope: Scope, path: Path): Resolved | null {
  let best: Variable | null = null;
  for (const variable of scope.variables) {
    const begins = variable.path.every((segment, at) => path[at] === segment);
    if (begins && variable.path.length > (best?.path.length ?? 0)) best = variable;
  }
  if (best === null) return null;
  const rest = path.slice(best.path.length);
  return { variable: best, rest, ...readAt(best.schema, rest) };
}

/** `vars`, or `vars.a` where `vars.a.b` is written. */
function isPartOfVariable(scope: Scope, path: Path): boolean {
  return scope.variables.some(
    (variable) => variable.path.length > path.length && path.every((segment, at) => variable.path[at] === segment),
  );
}

/** First names that an expression may begin with. */
export function rootNames(scope: Scope): string[] {
  const names = scope.variables.flatMap(({ path }) => [path[0], path[0] === 'vars' ? path[1] : undefined]);
  return [...new Set(names.filter((name) => typeof name === 'string'))];
}

/** Schema of what an expression gives, where the text alone tells. */
export function schemaOfText(text: string, scope: Scope, parse: (text: string) => Path | null): Schema | null {
  const path = parse(text);
  if (path !== null) return resolve(scope, path)?.schema ?? null;
  const source = text.trim();
  if (/^"(?:[^"\\]|\\.)*"$|^'(?:[^'\\]|\\.)*'$/.test(source)) return { type: 'string' };
  if (/^-?\d+(?:\.\d+)?$/.test(source)) return { type: 'number' };
  if (source === 'true' || source === 'false') return { type: 'boolean' };
  return null;
}
