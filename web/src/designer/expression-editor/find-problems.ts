import { compileExpression, suggest } from '@penstock/server/language';
import { compatibility } from '../scope/compatibility.ts';
import { type Path, parsePath } from '../scope/paths.ts';
import { readAt, readableMembers, type Schema } from '../scope/schema-reading.ts';
import { resolve, rootNames, type Scope } from '../scope/scope.ts';

export const ProblemCodes = [
  'unclosedText',
  'unclosedName',
  'unclosedComment',
  'unclosedPattern',
  'unexpectedEnd',
  'unexpected',
  'missingBefore',
  'badEscape',
  'badNumber',
  'tooLong',
  'tooDeep',
  'unknownFunction',
  'functionAsValue',
  'functionHere',
  'unknownVariable',
  'reservedName',
  'notAllowed',
  'badPattern',
  'other',
  'unknownRoot',
  'unknownMember',
  'convertible',
  'wrongType',
] as const;
export type ProblemCode = (typeof ProblemCodes)[number];

export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly code: ProblemCode;
  readonly from: number;
  readonly to: number;
  /** What the text of the problem names. */
  readonly name: string;
  /** What was probably meant; '' = nobody knows. */
  readonly nearest: string;
}

const REASONS: Readonly<Record<string, ProblemCode>> = {
  S0101: 'unclosedText',
  S0102: 'badNumber',
  S0103: 'badEscape',
  S0104: 'badEscape',
  S0105: 'unclosedName',
  S0106: 'unclosedComment',
  S0201: 'unexpected',
  S0202: 'unexpected',
  S0203: 'unexpectedEnd',
  S0204: 'unexpected',
  S0205: 'unexpected',
  S0207: 'unexpectedEnd',
  S0211: 'unexpected',
  S0301: 'badPattern',
  S0302: 'unclosedPattern',
  TOO_LONG: 'tooLong',
  TOO_DEEP: 'tooDeep',
  FUNCTION_UNKNOWN: 'unknownFunction',
  FUNCTION_AS_VALUE: 'functionAsValue',
  LAMBDA_NOT_ALLOWED: 'functionHere',
  VARIABLE_UNKNOWN: 'unknownVariable',
  NAME_RESERVED: 'reservedName',
  CONSTRUCT_NOT_ALLOWED: 'notAllowed',
  PATTERN_NOT_SUPPORTED: 'badPattern',
};

export interface Checked {
  readonly scope: Scope;
  /** Schema of what the field takes; null = anything. */
  readonly expects: Schema | null;
  readonly functions: readonly string[];
}

/** What is wrong with an expression, and what probably is. A text that cannot be read has one problem. */
export function findProblems(text: string, { scope, expects, functions }: Checked): Problem[] {
  if (text.trim() === '') return [];
  try {
    const { pathsRead } = compileExpression(text);
    return [...pathsRead.flatMap((path) => checkPath(text, path, scope)), ...checkType(text, scope, expects)];
  } catch (thrown) {
    const details = detailsOf(thrown);
    if (details === null) throw thrown;
    return [syntaxProblem(text, details, functions)];
  }
}

interface Details {
  position: number;
  reason: string;
  token?: string;
}

function detailsOf(thrown: unknown): Details | null {
  if (!(thrown instanceof Error) || !('details' in thrown)) return null;
  const details = thrown.details as Partial<Details>;
  return typeof details.reason === 'string' && typeof details.position === 'number' ? (details as Details) : null;
}

function syntaxProblem(text: string, { position, reason, token = '' }: Details, functions: readonly string[]): Problem {
  const read = REASONS[reason] ?? 'other';
  // A closing bracket that comes too early: something in front of it is missing.
  const code = read === 'unexpected' && /^[)\]}]$/.test(token) ? 'missingBefore' : read;
  const at = token === '' || token === '(end)' ? -1 : text.lastIndexOf(token, position);
  const end = Math.min(Math.max(position, 1), text.length);
  const [from, to] = at === -1 ? [end - 1, end] : [at, at + token.length];
  const nearest = code === 'unknownFunction' ? (suggest(token, functions) ?? '') : '';
  const name = at === -1 && code === 'unexpected' ? text.slice(from, to) : token;
  return { severity: 'error', code, from, to, name, nearest };
}

function checkPath(text: string, path: readonly string[], scope: Scope): Problem[] {
  const wildcard = path.findIndex((name) => name === '*' || name === '**');
  const names = wildcard === -1 ? path : path.slice(0, wildcard);
  const [root] = names;
  if (root === undefined) return [];
  const found = resolve(scope, names);
  if (found === null) {
    // `vars` is a root of its own: what is missing is its member.
    const at = root === 'vars' && names.length > 1 ? 1 : 0;
    const known =
      at === 1
        ? scope.variables.flatMap(({ path: [first, name] }) => (first === 'vars' ? [name] : []))
        : rootNames(scope);
    return [
      warning(
        text,
        'unknownRoot',
        names,
        at,
        known.filter((name) => typeof name === 'string'),
      ),
    ];
  }
  if (found.known !== 'no' || found.variable === null) return [];
  const { rest, variable } = found;
  const good = rest.findIndex((_, at) => readAt(variable.schema, rest.slice(0, at + 1)).known === 'no');
  const members = readableMembers(readAt(variable.schema, rest.slice(0, good)).schema);
  return [
    warning(
      text,
      'unknownMember',
      names,
      names.length - rest.length + good,
      members.map(({ name }) => name),
    ),
  ];
}

function warning(text: string, code: ProblemCode, path: Path, at: number, known: readonly string[]): Problem {
  const name = String(path[at]);
  const [from, to] = placeOfName(text, name, at > 0);
  return { severity: 'warning', code, from, to, name, nearest: suggest(name, known) ?? '' };
}

function placeOfName(text: string, name: string, isMember: boolean): [number, number] {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`(?<![\\w$])${escaped}(?!\\w)`, 'g');
  const places = [...text.matchAll(pattern)].map((match) => match.index);
  const isAfterDot = (at: number) => /\.\s*`?$/.test(text.slice(0, at));
  const at = places.find((place) => isAfterDot(place) === isMember) ?? places[0];
  return at === undefined ? [0, text.length] : [at, at + name.length];
}

/** Only of a plain path is known what it gives. */
function checkType(text: string, scope: Scope, expects: Schema | null): Problem[] {
  const path = parsePath(text);
  const found = path === null || expects === null ? null : resolve(scope, path);
  if (found === null || found.known !== 'yes') return [];
  const fit = compatibility(found.schema, expects);
  if (fit === 'exact' || fit === 'unknown') return [];
  const code = fit === 'coercible' ? 'convertible' : 'wrongType';
  return [{ severity: 'warning', code, from: 0, to: text.length, name: text.trim(), nearest: '' }];
}
