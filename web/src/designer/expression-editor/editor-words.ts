import type { ExpressionFunction, ExpressionValueType } from '@penstock/server/language';
import type { Schema } from '../scope/schema-reading.ts';
import type { Doubt, Variable } from '../scope/scope.ts';

/** Words that an editor shows around the text; they change with the language while the editor stays. */
export interface EditorWords {
  type(schema: Schema | null): string;
  valueType(type: ExpressionValueType): string;
  /** Who made a value, and on which ways it is there. */
  source(variable: Variable): string;
  doubt(doubt: Doubt): string;
  /** What a function does, in one line. */
  help(fn: ExpressionFunction): string;
  /** `$trim('  a ') gives "a"` */
  example(fn: ExpressionFunction): { expression: string; result: string; gives: string };
  section(kind: 'values' | 'functions'): string;
}

/** The editor's own words, by the English ones. */
export type Phrases = Record<string, string>;
