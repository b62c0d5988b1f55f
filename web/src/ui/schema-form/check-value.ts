import type { Json } from '@penstock/server/language';
import type { Field } from './field-model.ts';

export type ValueProblem =
  | { readonly kind: 'needed' }
  | { readonly kind: 'wholeNumber' }
  | { readonly kind: 'tooSmall'; readonly limit: number }
  | { readonly kind: 'tooLarge'; readonly limit: number }
  | { readonly kind: 'tooLong'; readonly limit: number };

/** What is wrong with a value by itself, as far as its control cannot prevent it; null = nothing. */
export function problemOf(field: Field, value: Json | undefined): ValueProblem | null {
  const { min, max, maxLength, minLength, isWhole } = field.limits;
  if (typeof value === 'number' && field.kind === 'number') {
    if (isWhole && !Number.isInteger(value)) return { kind: 'wholeNumber' };
    if (min !== null && value < min) return { kind: 'tooSmall', limit: min };
    if (max !== null && value > max) return { kind: 'tooLarge', limit: max };
  }
  if (typeof value === 'string' && field.kind === 'text') {
    if (value === '' && minLength !== null && minLength > 0) return { kind: 'needed' };
    if (maxLength !== null && value.length > maxLength) return { kind: 'tooLong', limit: maxLength };
  }
  return null;
}
