import { helperNames } from './function-table.ts';

/** Text that jsonata parses, and the way back to positions in the author's text. */
export interface NormalizedSource {
  text: string;
  originalPosition(position: number): number;
}

interface Edit {
  /** Position in the author's text. */
  at: number;
  remove: number;
  insert: string;
}

const BLANK = ' \t\n\r\v';
const OPERATORS = new Set('.[]{}(),@#;:?+-*/%|=<>^&!~');
const TWO_CHARACTER_OPERATORS = new Set(['..', ':=', '!=', '>=', '<=', '**', '~>', '?:', '??']);
const WORD_OPERATORS = new Set(['and', 'or', 'in']);

/**
 * What authors may write beyond jsonata: `==` for `=`, and the five helpers without `$`.
 * Works on tokens, so texts, quoted names, comments and patterns stay as they are.
 */
export function normalizeSource(source: string): NormalizedSource {
  const edits = findEdits(source);
  let text = '';
  let from = 0;
  for (const edit of edits) {
    text += source.slice(from, edit.at) + edit.insert;
    from = edit.at + edit.remove;
  }
  return { text: text + source.slice(from), originalPosition: (position) => undo(edits, position) };
}

function undo(edits: readonly Edit[], position: number): number {
  let shift = 0;
  for (const edit of edits) {
    if (edit.at + shift >= position) break;
    shift += edit.insert.length - edit.remove;
  }
  return Math.max(0, position - shift);
}

function findEdits(source: string): Edit[] {
  const edits: Edit[] = [];
  // After an operand `/` divides; everywhere else it begins a pattern.
  let afterOperand = false;
  for (let at = 0; at < source.length; ) {
    const character = source.charAt(at);
    if (BLANK.includes(character)) {
      at += 1;
    } else if (source.startsWith('/*', at)) {
      at = after(source, '*/', at + 2);
    } else if (character === '"' || character === "'") {
      at = afterText(source, at);
      afterOperand = true;
    } else if (character === '`') {
      at = after(source, '`', at + 1);
      afterOperand = true;
    } else if (character === '/' && !afterOperand) {
      at = afterPattern(source, at);
      afterOperand = true;
    } else if (OPERATORS.has(character)) {
      if (source.startsWith('==', at)) edits.push({ at, remove: 2, insert: '=' });
      const length = source.startsWith('==', at) || TWO_CHARACTER_OPERATORS.has(source.slice(at, at + 2)) ? 2 : 1;
      afterOperand = endsOperand(source.slice(at, at + length), afterOperand);
      at += length;
    } else {
      const end = endOfWord(source, at);
      const word = source.slice(at, end);
      if (helperNames.has(word) && isCalled(source, end)) edits.push({ at, remove: 0, insert: '$' });
      afterOperand = !(WORD_OPERATORS.has(word) && afterOperand);
      at = end;
    }
  }
  return edits;
}

/** `)`, `]` and `}` end an operand; `*`, `**` and `%` are operands where one is expected. */
function endsOperand(operator: string, afterOperand: boolean): boolean {
  if (operator === ')' || operator === ']' || operator === '}') return true;
  return (operator === '*' || operator === '**' || operator === '%') && !afterOperand;
}

function endOfWord(source: string, at: number): number {
  let end = at;
  while (end < source.length && !BLANK.includes(source.charAt(end)) && !OPERATORS.has(source.charAt(end))) end += 1;
  return end;
}

function isCalled(source: string, at: number): boolean {
  let next = at;
  while (next < source.length && BLANK.includes(source.charAt(next))) next += 1;
  return source.charAt(next) === '(';
}

function after(source: string, end: string, from: number): number {
  const found = source.indexOf(end, from);
  return found < 0 ? source.length : found + end.length;
}

function afterText(source: string, at: number): number {
  const quote = source.charAt(at);
  let next = at + 1;
  while (next < source.length && source.charAt(next) !== quote) next += source.charAt(next) === '\\' ? 2 : 1;
  return next + 1;
}

/** Follows jsonata's own scanner: a `/` inside brackets does not end the pattern. */
function afterPattern(source: string, at: number): number {
  let depth = 0;
  let next = at + 1;
  for (; next < source.length; next += 1) {
    const character = source.charAt(next);
    if (character === '\\') {
      next += 1;
    } else if (character === '/' && depth === 0) {
      next += 1;
      while (next < source.length && 'im'.includes(source.charAt(next))) next += 1;
      return next;
    } else if ('([{'.includes(character)) {
      depth += 1;
    } else if (')]}'.includes(character)) {
      depth -= 1;
    }
  }
  return next;
}
