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

/** JSON pointers of required members that have no value; members of an optional group count once the group is begun. */
export function missingIn(fields: readonly Field[], value: Json | undefined): string[] {
  const members = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  return fields.flatMap((field) => {
    const pointer = `/${field.name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const member = Object.hasOwn(members, field.name) ? members[field.name] : undefined;
    if (member === undefined) {
      if (!field.isRequired || field.defaultValue !== undefined) return [];
      // A group is named by what is missing in it.
      const inside = missingIn(field.fields, {});
      return inside.length === 0 ? [pointer] : inside.map((rest) => pointer + rest);
    }
    return field.kind === 'object' && member !== null
      ? missingIn(field.fields, member).map((rest) => pointer + rest)
      : [];
  });
}
