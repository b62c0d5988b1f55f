import { expressionFunctions, helperNames } from '@penstock/server/language';

export type TokenKind =
  | 'comment'
  | 'text'
  | 'number'
  | 'pattern'
  | 'function'
  | 'variable'
  | 'word'
  | 'root'
  | 'name'
  | 'operator'
  | 'bracket'
  | 'space'
  | 'unknown';

/** What is remembered from one piece to the next, also over the end of a line. */
export interface TokenState {
  inComment: boolean;
  /** A value came last, so that `/` divides; after a dot a name is a member. */
  last: 'value' | 'dot' | 'other';
}

export interface Token {
  readonly kind: TokenKind;
  readonly from: number;
  readonly to: number;
}

export const startState = (): TokenState => ({ inComment: false, last: 'other' });

const RULES: readonly [RegExp, TokenKind | 'identifier'][] = [
  [/\s+/y, 'space'],
  [/"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?/y, 'text'],
  [/`[^`]*`?/y, 'identifier'],
  [/\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/y, 'number'],
  [/\$[A-Za-z_]\w*(?=\s*\()/y, 'function'],
  [/\$\$?\w*/y, 'variable'],
  [/[A-Za-z_]\w*/y, 'identifier'],
  [/:=|!=|<=|>=|==|~>|\.\.|\*\*|\?:|\?\?|[-+*/%=<>&?:^@#|!.,;]/y, 'operator'],
  [/[()[\]{}]/y, 'bracket'],
];
const PATTERN = /\/(?:[^/\\\n]|\\.)+\/[im]*/y;
const WORDS: ReadonlySet<string> = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);

/** The piece of a line that begins at a place. Changes the state. */
export function readToken(line: string, from: number, state: TokenState): Token {
  if (state.inComment || line.startsWith('/*', from)) return comment(line, from, state);
  if (line[from] === '/' && state.last !== 'value') {
    const to = matchAt(PATTERN, line, from);
    if (to > from) return take('pattern', from, to, line, state);
  }
  for (const [rule, kind] of RULES) {
    const to = matchAt(rule, line, from);
    if (to > from) return take(kind === 'identifier' ? kindOfName(line, from, to, state) : kind, from, to, line, state);
  }
  return take('unknown', from, from + 1, line, state);
}

/** Every piece of an expression's text. */
export function tokensOf(text: string): Token[] {
  const state = startState();
  const tokens: Token[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    for (let at = 0; at < line.length; ) {
      const token = readToken(line, at, state);
      tokens.push({ kind: token.kind, from: start + token.from, to: start + token.to });
      at = token.to;
    }
    start += line.length + 1;
  }
  return tokens;
}

function comment(line: string, from: number, state: TokenState): Token {
  const end = line.indexOf('*/', state.inComment ? from : from + 2);
  state.inComment = end === -1;
  return { kind: 'comment', from, to: end === -1 ? line.length : end + 2 };
}

function matchAt(rule: RegExp, line: string, from: number): number {
  rule.lastIndex = from;
  return rule.test(line) ? rule.lastIndex : from;
}

function kindOfName(line: string, from: number, to: number, state: TokenState): TokenKind {
  const name = line.slice(from, to);
  if (state.last === 'dot') return 'name';
  if (WORDS.has(name)) return 'word';
  return helperNames.has(name) && /^\s*\(/.test(line.slice(to)) ? 'function' : 'root';
}

function take(kind: TokenKind, from: number, to: number, line: string, state: TokenState): Token {
  const text = line.slice(from, to);
  if (kind !== 'space') state.last = text === '.' ? 'dot' : endsValue(kind, text) ? 'value' : 'other';
  return { kind, from, to };
}

function endsValue(kind: TokenKind, text: string): boolean {
  if (kind === 'bracket') return text === ')' || text === ']' || text === '}';
  if (kind === 'word') return text === 'true' || text === 'false' || text === 'null';
  return kind !== 'operator' && kind !== 'unknown';
}

/** The function that a token names, without `$`. */
export function functionNamed(text: string) {
  return expressionFunctions.get(text.replace(/^\$/, ''));
}
