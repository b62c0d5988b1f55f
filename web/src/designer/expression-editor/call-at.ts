import type { ExpressionFunction } from '@penstock/server/language';
import { functionNamed, tokensOf } from './tokens.ts';

export interface CallAt {
  readonly fn: ExpressionFunction;
  /** Place of the function's name. */
  readonly from: number;
  /** Which argument the place is in, from 0. */
  readonly argument: number;
}

interface Open {
  readonly fn: ExpressionFunction | null;
  readonly from: number;
  commas: number;
}

/** The innermost call of a known function whose brackets are around a place. */
export function callAt(text: string, position: number): CallAt | null {
  const open: Open[] = [];
  let called: { fn: ExpressionFunction; from: number } | null = null;
  for (const { kind, from, to } of tokensOf(text)) {
    if (to > position) break;
    const piece = text.slice(from, to);
    if (kind === 'bracket' && '([{'.includes(piece)) {
      open.push({ fn: piece === '(' ? (called?.fn ?? null) : null, from: called?.from ?? from, commas: 0 });
    } else if (kind === 'bracket') open.pop();
    else if (piece === ',') {
      const innermost = open.at(-1);
      if (innermost !== undefined) innermost.commas += 1;
    }
    if (kind !== 'space') {
      const fn = kind === 'function' ? functionNamed(piece) : undefined;
      called = fn === undefined ? null : { fn, from };
    }
  }
  const around = open.at(-1);
  return around === undefined || around.fn === null
    ? null
    : { fn: around.fn, from: around.from, argument: around.commas };
}

/** Which parameter takes an argument; the last one takes the rest where it says so. */
export function parameterOf(fn: ExpressionFunction, argument: number): number {
  const last = fn.parameters.length - 1;
  return argument > last && fn.parameters[last]?.rest === true ? last : argument;
}
