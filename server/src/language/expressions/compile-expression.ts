import jsonata, { type Expression } from 'jsonata';
import { type AppError, appError } from '../../kernel/errors.ts';
import type { Json } from '../../kernel/json.ts';
import { analyse, Refusal } from './analyse.ts';
import { type AstNode, liveAst, plainNames } from './ast.ts';
import { type BoundFunction, boundedName, boundFunctions, INSTANT, internalFunctions } from './bounded-functions.ts';
import { evaluationError } from './evaluation-error.ts';
import { readNames, SLOW } from './fast-path.ts';
import { expressionLimits } from './limits.ts';
import { LinearPattern } from './linear-pattern.ts';
import { toPlainJson } from './plain-json.ts';
import { keepList, prepare, replaceNode, selectsMembers } from './prepare.ts';
import type { EvaluateOptions, Roots } from './roots.ts';
import { normalizeSource } from './source.ts';

export interface CompiledExpression {
  source: string;
  /** Member names from the roots: `['payload', 'title']`; `*` and `**` where any member is read. */
  pathsRead: readonly (readonly string[])[];
  /** Names without `$`. */
  functionsUsed: readonly string[];
  /**
   * undefined = it yielded nothing. The result is a copy, plain JSON of at most 256 KiB.
   * Errors: EXPRESSION_FAILED, EXPRESSION_BUDGET_EXCEEDED.
   */
  evaluate(roots: Roots, options: EvaluateOptions): Promise<Json | undefined>;
}

const CACHE_SIZE = 5_000;
const cache = new Map<string, CompiledExpression | AppError<'EXPRESSION_INVALID'>>();

/** Compiled once and kept: the most recently used stay. Errors: EXPRESSION_INVALID. */
export function compileExpression(source: string): CompiledExpression {
  const known = cache.get(source);
  const compiled = known ?? compileOrError(source);
  // Taken out and put back, the entry becomes the youngest.
  cache.delete(source);
  cache.set(source, compiled);
  if (cache.size > CACHE_SIZE) cache.delete(cache.keys().next().value ?? '');
  if (compiled instanceof Error) throw compiled;
  return compiled;
}

function compileOrError(source: string): CompiledExpression | AppError<'EXPRESSION_INVALID'> {
  try {
    return compile(source);
  } catch (thrown) {
    return compileError(source, thrown);
  }
}

const evaluatorOptions = {
  timeout: expressionLimits.milliseconds,
  stack: expressionLimits.depth,
  sequence: expressionLimits.listLength,
  // jsonata calls `exec` and `lastIndex` and nothing else of the class.
  RegexEngine: LinearPattern as unknown as RegExpConstructor,
};

function compile(source: string): CompiledExpression {
  if (source.length > expressionLimits.sourceLength) throw new Refusal('TOO_LONG', { type: 'source' });
  if (source.trim() === '') throw new Refusal('EMPTY', { type: 'source' });
  const normalized = normalizeSource(source);
  const parsed = parse(normalized.text);
  const { pathsRead, functionsUsed } = analyse(liveAst(parsed));
  const simple = simpleExpression(liveAst(parsed));
  const plain = lazy(() => runnable(parsed, 'any', functionsUsed));
  const forList = lazy(() => runnable(parse(normalized.text), 'array', functionsUsed));
  const place = { expression: source, originalPosition: normalized.originalPosition };

  return {
    source,
    pathsRead,
    functionsUsed,
    async evaluate(roots, { field, now, expects }) {
      try {
        const quick = simple === null ? SLOW : simple(roots);
        if (quick !== SLOW) return toPlainJson(quick);
        return toPlainJson(await (expects === 'array' ? forList() : plain())(roots, now));
      } catch (thrown) {
        throw evaluationError(thrown, { ...place, field });
      }
    },
  };
}

/** Literals and paths of names need no evaluator. */
function simpleExpression(node: AstNode): ((roots: Roots) => unknown) | null {
  if (['string', 'number', 'value'].includes(node.type) && !node.predicate && !node.group && !node.keepArray) {
    return () => node.value;
  }
  const names = plainNames(node);
  return names === null ? null : (roots) => readNames(names, roots);
}

type Run = (roots: Roots, now: string) => Promise<unknown>;

function runnable(expression: Expression, expects: 'any' | 'array', functionsUsed: readonly string[]): Run {
  const root = liveAst(expression);
  const emptyWhenNothing = expects === 'array' && selectsMembers(root);
  if (expects === 'array') replaceNode(root, keepList({ ...root }));
  prepare(root);
  for (const name of [...functionsUsed, ...internalFunctions]) {
    const bound = boundFunctions.get(name);
    if (bound !== undefined) register(expression, boundedName(name), bound);
  }
  return async (roots, now) => {
    const result: unknown = await expression.evaluate(roots, { [INSTANT]: now });
    return result === undefined && emptyWhenNothing ? [] : result;
  };
}

function register(expression: Expression, name: string, { implementation, signature }: BoundFunction): void {
  // The typings know less of `this` than there is.
  expression.registerFunction(name, implementation as (...args: unknown[]) => unknown, signature);
}

function parse(text: string): Expression {
  return jsonata(text, evaluatorOptions);
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function compileError(source: string, thrown: unknown): AppError<'EXPRESSION_INVALID'> {
  const { reason, position, token, message } = readRefusal(source, thrown);
  // The text may be the problem: no error carries a megabyte.
  const expression = source.length > 1_000 ? `${source.slice(0, 1_000)}…` : source;
  return appError('EXPRESSION_INVALID', { expression, position, reason, token }, message);
}

function readRefusal(source: string, thrown: unknown) {
  const { originalPosition } = normalizeSource(source.slice(0, expressionLimits.sourceLength));
  if (thrown instanceof Refusal) {
    const { reason, position, token } = thrown;
    return { reason, position: originalPosition(position), token, message: `${reason} ${token}` };
  }
  if (thrown instanceof RangeError) return { reason: 'TOO_DEEP', position: 0, token: '', message: thrown.message };
  const { code, position, token, message } = thrown as {
    code?: string;
    position?: number;
    token?: unknown;
    message?: string;
  };
  return {
    reason: code ?? 'SYNTAX',
    position: originalPosition(position ?? 0),
    token: typeof token === 'string' ? token : '',
    message: message ?? String(thrown),
  };
}
