import { RE2JS } from 're2js';
import { BudgetStop, expressionLimits } from './limits.ts';

// jsonata makes one engine per evaluation of a pattern; the compiled program lives as long as the pattern's node does.
const programs = new WeakMap<RegExp, RE2JS>();

/** Errors: a pattern that needs back-tracking (look-around, back-references) or is out of bounds throws. */
export function compilePattern(pattern: RegExp): RE2JS {
  const known = programs.get(pattern);
  if (known !== undefined) return known;
  if (pattern.source.length > expressionLimits.patternLength) throw new BudgetStop('patternLength');
  if (programSize(pattern.source) > expressionLimits.patternSize) throw new BudgetStop('patternSize');
  let flags = 0;
  if (pattern.flags.includes('i')) flags |= RE2JS.CASE_INSENSITIVE;
  if (pattern.flags.includes('m')) flags |= RE2JS.MULTILINE;
  const program = RE2JS.compile(pattern.source, flags);
  programs.set(pattern, program);
  return program;
}

/** Roughly the instructions that a pattern becomes: counted repetitions multiply what they repeat, also inside each other. */
function programSize(source: string): number {
  const open: number[] = [];
  let total = 0;
  let last = 0;
  for (let at = 0; at < source.length; at += 1) {
    const character = source.charAt(at);
    const count = character === '{' ? /^\{(\d+)(?:,(\d*))?\}/.exec(source.slice(at, at + 24)) : null;
    if (count !== null) {
      const [whole, from = '', to = ''] = count;
      total += last * (Math.max(1, Number(from), Number(to)) - 1);
      last = 0;
      at += whole.length - 1;
    } else if (character === '(') {
      open.push(total);
    } else if (character === ')') {
      last = total - (open.pop() ?? 0) + 1;
    } else {
      if (character === '\\') at += 1;
      last = 1;
      total += 1;
    }
  }
  return total;
}

/**
 * What jsonata expects of a RegExp class, over an engine whose time grows with the text and not with the ways to match it.
 * Only `exec` and `lastIndex` are used.
 */
export class LinearPattern {
  lastIndex = 0;
  private readonly program: RE2JS;

  constructor(pattern: RegExp) {
    this.program = compilePattern(pattern);
  }

  exec(text: string): RegExpExecArray | null {
    const matcher = this.program.matcher(text);
    if (this.lastIndex > text.length || !matcher.find(this.lastIndex)) {
      this.lastIndex = 0;
      return null;
    }
    const groups: (string | null)[] = [];
    for (let group = 0; group <= matcher.groupCount(); group += 1) groups.push(matcher.group(group));
    this.lastIndex = matcher.end();
    return Object.assign(groups.map((group) => group ?? undefined) as [string, ...string[]], {
      index: matcher.start(),
      input: text,
    });
  }
}
