import { type ExpressionFunction, expressionFunctions } from '@penstock/server/language';
import { formatName, formatPath, parsePath } from '../scope/paths.ts';
import { readableMembers, type Schema } from '../scope/schema-reading.ts';
import { resolve, type Scope, type Variable } from '../scope/scope.ts';
import { tokensOf } from './tokens.ts';

export interface CompletionItem {
  readonly kind: 'root' | 'member' | 'function' | 'variable';
  /** What is shown and matched against what is typed. */
  readonly label: string;
  readonly insert: string;
  readonly schema: Schema | null;
  /** Whose value it is, where that is worth telling. */
  readonly variable: Variable | null;
  readonly fn: ExpressionFunction | null;
}

export interface Completions {
  /** Where the word begins that is being typed. */
  readonly from: number;
  readonly items: readonly CompletionItem[];
}

const BEFORE = /((?:(?:[A-Za-z_]\w*|`[^`]*`)(?:\[\d*\])*\s*\.\s*)*)(`?\w*|\$\w*)$/;
const OPENING: ReadonlySet<string> = new Set(['text', 'comment', 'pattern', 'number']);

/** What may come at a place of an expression; null = nothing. `explicit`: somebody asked for it. */
export function completionsAt(text: string, position: number, scope: Scope, explicit: boolean): Completions | null {
  const before = text.slice(0, position);
  const inside = tokensOf(text).find(({ from, to }) => from < position && position <= to);
  if (inside !== undefined && OPENING.has(inside.kind)) return null;
  const [, prefix = '', word = ''] = BEFORE.exec(before) ?? [];
  const from = position - word.length;
  const previous =
    before
      .slice(0, from - prefix.length)
      .trimEnd()
      .at(-1) ?? '';
  // A member of something that is no plain path: nobody knows its members.
  if (previous === '.' || (prefix !== '' && previous === ']')) return null;
  if (prefix !== '') return found(from, membersAt(prefix, scope));
  if (word.startsWith('$')) return found(from, [...boundIn(text, word), ...functions(true)]);
  if (word === '' && !explicit && previous !== '(') return null;
  return found(from, [...roots(scope), ...functions(false)]);
}

function found(from: number, items: CompletionItem[]): Completions | null {
  return items.length === 0 ? null : { from, items };
}

function membersAt(prefix: string, scope: Scope): CompletionItem[] {
  const path = parsePath(prefix.replaceAll('[]', '').trim().replace(/\.$/, ''));
  if (path === null) return [];
  const inner = scope.variables.filter(
    (variable) => variable.path.length > path.length && path.every((segment, at) => variable.path[at] === segment),
  );
  const ofVariables = inner.map((variable) => {
    const name = String(variable.path[path.length]);
    const isWhole = variable.path.length === path.length + 1;
    return item('member', name, formatName(name), isWhole ? variable.schema : null, isWhole ? variable : null);
  });
  const ofSchema = readableMembers(resolve(scope, path)?.schema ?? null).map(({ name, schema }) =>
    item('member', name, formatName(name), schema, null),
  );
  return onceEach([...ofVariables, ...ofSchema]);
}

function roots(scope: Scope): CompletionItem[] {
  return onceEach(
    scope.variables.map((variable) => {
      const text = formatPath(variable.path);
      return item('root', text, text, variable.schema, variable);
    }),
  );
}

/** Helpers may be called without `$`; who types `$` sees every function. */
function functions(withSign: boolean): CompletionItem[] {
  return [...expressionFunctions.values()].map((fn) => {
    const label = fn.helper && !withSign ? fn.name : `$${fn.name}`;
    return { kind: 'function', label, insert: label, schema: null, variable: null, fn } as const;
  });
}

/** Names that the expression itself binds: `$x := …`, `function($x)`. The one that is being typed is none. */
function boundIn(text: string, typed: string): CompletionItem[] {
  const names = [...text.matchAll(/(\$[A-Za-z_]\w*)\s*(?::=|,|\)\s*\{)/g)].map((match) => match[1] ?? '');
  return [...new Set(names)].filter((name) => name !== typed).map((name) => item('variable', name, name, null, null));
}

function item(
  kind: CompletionItem['kind'],
  label: string,
  insert: string,
  schema: Schema | null,
  variable: Variable | null,
): CompletionItem {
  return { kind, label, insert, schema, variable, fn: null };
}

function onceEach(items: CompletionItem[]): CompletionItem[] {
  return [...new Map(items.toReversed().map((one) => [one.label, one])).values()].toReversed();
}
