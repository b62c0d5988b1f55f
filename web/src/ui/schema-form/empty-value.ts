import type { Json } from '@penstock/server/language';
import type { Field } from './field-model.ts';

/** What a new entry of a list begins with: a list has no gaps. */
export function emptyValueOf(field: Field): Json {
  if (field.defaultValue !== undefined) return field.defaultValue;
  switch (field.kind) {
    case 'object':
      return {};
    case 'list':
      return [];
    case 'number':
      return field.limits.min ?? 0;
    case 'boolean':
      return false;
    case 'choice':
      return field.choices[0] ?? '';
    case 'json':
      return null;
    default:
      return '';
  }
}
