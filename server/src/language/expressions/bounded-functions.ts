import { canonicalJsonCompact, type Json } from '../../kernel/json.ts';
import { expressionFunctions } from './function-table.ts';
import { assertWithin } from './limits.ts';

/** What jsonata hands to a function as `this`. */
interface Focus {
  environment: { lookup(name: string): unknown; timestamp: Date };
  createSequence(): unknown[];
}

type Implementation = (this: Focus, ...args: never[]) => unknown;

export interface BoundFunction {
  /** jsonata's notation; absent = arguments come as they are, missing ones as undefined. */
  signature?: string;
  implementation: Implementation;
}

/** Name under which the occurrence's instant is bound in every evaluation. */
export const INSTANT = ':instant';

/** No author can write this name, so nothing can stand in for our function. */
export function boundedName(name: string): string {
  return `:${name}`;
}

/** The name in errors: what the author wrote. */
export function authoredName(name: string): string {
  return name.startsWith(':') ? name.slice(1) : name;
}

/** Functions of the table that run in our version, because jsonata's reads the clock, knows no bound, or is not there. */
export function isBounded(name: string): boolean {
  return expressionFunctions.has(name) && boundFunctions.has(name);
}

function builtin(focus: Focus, name: string, args: readonly unknown[]): unknown {
  const found = focus.environment.lookup(name) as { implementation: (...args: unknown[]) => unknown };
  return found.implementation.apply(focus, [...args]);
}

/** jsonata's version, with texts that are not longer than allowed going in and coming out. */
function limitedText(name: string, signature: string): [string, BoundFunction] {
  const implementation: Implementation = function (...args: readonly unknown[]) {
    const usesPattern = args.some((arg) => typeof arg === 'function');
    for (const arg of args) {
      if (typeof arg === 'string') assertWithin(usesPattern ? 'patternTextLength' : 'textLength', arg.length);
    }
    return limitedResult(builtin(this, name, args));
  };
  return [name, { signature, implementation }];
}

function limitedResult<T>(result: T): T {
  if (typeof result === 'string') assertWithin('textLength', result.length);
  else if (Array.isArray(result)) assertWithin('listLength', result.length);
  else if (result instanceof Promise) return result.then(limitedResult) as T;
  return result;
}

/** A picture that is short, and a text that is short enough for every way to split it between the picture's parts. */
function limitedPicture(name: string, signature: string): [string, BoundFunction] {
  const implementation: Implementation = function (value: unknown, picture: unknown, ...rest: readonly unknown[]) {
    assertPicture(picture);
    if (typeof value === 'string') assertWithin('pictureTextLength', value.length);
    return builtin(this, name, [value, picture, ...rest]);
  };
  return [name, { signature, implementation }];
}

function assertPicture(picture: unknown): void {
  if (typeof picture === 'string') assertWithin('pictureLength', picture.length);
}

function instant(focus: Focus): string {
  return String(focus.environment.lookup(INSTANT));
}

function textOf(focus: Focus, value: unknown): string {
  return value === undefined ? '' : String(builtin(focus, 'string', [value]));
}

const helpers: [string, BoundFunction][] = [
  ['nowIso', { implementation: asFunction((focus) => instant(focus)) }],
  [
    'coalesce',
    {
      implementation: asFunction(
        (_focus, ...values) => values.find((value) => value !== undefined && value !== null) ?? null,
      ),
    },
  ],
  [
    'len',
    {
      implementation: asFunction((_focus, value) =>
        typeof value === 'string' || Array.isArray(value) ? value.length : 0,
      ),
    },
  ],
  ['toString', { implementation: asFunction((focus, value) => (value === null ? '' : textOf(focus, value))) }],
  ['append', { implementation: asFunction((_focus, list, value) => append(list, value)) }],
];

/** Hands `this` over as the first argument. */
function asFunction(run: (focus: Focus, ...args: readonly unknown[]) => unknown): Implementation {
  return function (...args: readonly unknown[]) {
    return run(this, ...args);
  };
}

function append(list: unknown, value: unknown): unknown[] {
  const base = list === undefined || list === null ? [] : Array.isArray(list) ? list : [list];
  const added = value === undefined ? [] : Array.isArray(value) ? value : [value];
  assertWithin('listLength', base.length + added.length);
  return [...base, ...added];
}

const texts: [string, BoundFunction][] = [
  limitedText('string', '<x-b?:s>'),
  limitedText('substring', '<s-nn?:s>'),
  limitedText('match', '<s-f<s:o>n?:a<o>>'),
  limitedText('contains', '<s-(sf):b>'),
  limitedText('split', '<s-(sf)n?:a<s>>'),
  limitedText('base64encode', '<s-:s>'),
  limitedText('base64decode', '<s-:s>'),
  limitedText('encodeUrl', '<s-:s>'),
  limitedText('encodeUrlComponent', '<s-:s>'),
  limitedText('decodeUrl', '<s-:s>'),
  limitedText('decodeUrlComponent', '<s-:s>'),
  ['length', { signature: '<s-:n>', implementation: asFunction((_focus, text) => codePoints(text)) }],
  [
    'pad',
    {
      signature: '<s-ns?:s>',
      implementation: asFunction((focus, text, width, fill) => {
        assertWithin('textLength', Math.abs(Number(width)));
        assertWithin('textLength', String(text ?? '').length);
        return builtin(focus, 'pad', [text, width, fill]);
      }),
    },
  ],
  [
    'join',
    {
      signature: '<a<s>s?:s>',
      implementation: asFunction((_focus, list, mark) => {
        if (list === undefined) return undefined;
        const parts = list as string[];
        const marks = String(mark ?? '');
        assertWithin(
          'textLength',
          parts.reduce((sum, part) => sum + part.length, marks.length * parts.length),
        );
        return parts.join(marks);
      }),
    },
  ],
  [
    'replace',
    {
      signature: '<s-(sf)(sf)n?:s>',
      implementation: asFunction((focus, text, mark, by, limit) => {
        const usesPattern = typeof mark === 'function';
        assertWithin(usesPattern ? 'patternTextLength' : 'textLength', String(text ?? '').length);
        // Every match writes the new text once, and a text may match at each of its characters.
        if (typeof by === 'string') assertWithin('replacementWork', String(text ?? '').length * by.length);
        return limitedResult(builtin(focus, 'replace', [text, mark, by, limit]));
      }),
    },
  ],
  limitedPicture('formatNumber', '<n-so?:s>'),
  limitedPicture('formatInteger', '<n-s:s>'),
  limitedPicture('parseInteger', '<s-s:n>'),
];

/** jsonata counts characters, not code units; without making a list of them. */
function codePoints(text: unknown): number | undefined {
  if (typeof text !== 'string') return undefined;
  let count = 0;
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) count += 1;
  return count;
}

const times: [string, BoundFunction][] = [
  ['now', { signature: '<s?s?:s>', implementation: asFunction((focus, picture, zone) => now(focus, picture, zone)) }],
  ['millis', { signature: '<:n>', implementation: asFunction((focus) => Date.parse(instant(focus))) }],
  [
    'fromMillis',
    {
      signature: '<n-s?s?:s>',
      implementation: asFunction((focus, millis, picture, zone) => {
        assertPicture(picture);
        return builtin(focus, 'fromMillis', [millis, picture, zone]);
      }),
    },
  ],
  [
    'toMillis',
    { signature: '<s-s?:n>', implementation: asFunction((focus, text, picture) => toMillis(focus, text, picture)) },
  ],
];

function now(focus: Focus, picture: unknown, zone: unknown): unknown {
  assertPicture(picture);
  if (picture === undefined && zone === undefined) return instant(focus);
  return builtin(focus, 'fromMillis', [Date.parse(instant(focus)), picture, zone]);
}

function toMillis(focus: Focus, text: unknown, picture: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  assertWithin('pictureTextLength', text.length);
  // Without an offset the machine's zone would decide; here it is always UTC.
  if (picture === undefined) return builtin(focus, 'toMillis', [/T[\d:.]+$/.test(text) ? `${text}Z` : text]);
  assertPicture(picture);
  const parts = String(picture).match(/\[/g)?.length ?? 0;
  assertWithin('pictureParts', parts);
  // Numbers in words are read with a pattern that tries too many ways.
  if (/\[[^\]]*[wW][^\]]*\]/.test(String(picture).replace(/\[[wW]\d*\]/g, ''))) assertWithin('pictureParts', Infinity);
  // A picture of hours alone means today: the occurrence's, not the machine's.
  const today = { ...focus, environment: { ...focus.environment, timestamp: new Date(instant(focus)) } };
  return builtin(today, 'toMillis', [text, picture]);
}

const lists: [string, BoundFunction][] = [
  ['distinct', { signature: '<x:x>', implementation: asFunction((focus, list) => distinct(focus, list)) }],
  [
    'zip',
    {
      signature: '<a+>',
      implementation: asFunction((focus, ...all) => limitedResult(builtin(focus, 'zip', all))),
    },
  ],
];

/** By canonical text, so that a list of n costs n and not n × n. */
function distinct(focus: Focus, list: unknown): unknown {
  if (!Array.isArray(list) || list.length <= 1) return list;
  const seen = new Set<string>();
  const result = 'sequence' in list ? focus.createSequence() : [];
  for (const value of list) {
    const text = canonicalJsonCompact(value);
    if (seen.has(text)) continue;
    seen.add(text);
    result.push(value);
  }
  return result;
}

const internal: [string, BoundFunction][] = [
  [
    'concat',
    {
      implementation: asFunction((focus, left, right) => {
        const [before, behind] = [textOf(focus, left), textOf(focus, right)];
        assertWithin('textLength', before.length + behind.length);
        return before + behind;
      }),
    },
  ],
  ['copy', { implementation: asFunction((_focus, value) => (Array.isArray(value) ? [...value] : value)) }],
  [
    'keep',
    { implementation: asFunction((_focus, value) => (value === undefined || Array.isArray(value) ? value : [value])) },
  ],
  [
    'members',
    {
      // (a.b.c, a, a.b): the walk passed a list where one of the shorter paths is one.
      implementation: asFunction((_focus, value, ...passed) =>
        value === undefined || Array.isArray(value) || !passed.some(Array.isArray) ? value : [value as Json],
      ),
    },
  ],
];

/** Called by changed trees only. */
export const internalFunctions: readonly string[] = internal.map(([name]) => name);

export const boundFunctions: ReadonlyMap<string, BoundFunction> = new Map([
  ...helpers,
  ...texts,
  ...times,
  ...lists,
  ...internal,
]);
