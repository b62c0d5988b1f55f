import type { Json } from '@penstock/server/language';
import type { Field } from '../../../ui/schema-form/field-model.ts';

/** How many of the values that a form asks for are given. A group that is given as a whole counts for all its members. */
export function countInputs(fields: readonly Field[], value: Json | undefined): { filled: number; total: number } {
  const members = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  const isWhole = '$expr' in members || '$secret' in members;
  let filled = 0;
  let total = 0;
  for (const field of fields) {
    const member = Object.hasOwn(members, field.name) ? members[field.name] : undefined;
    const counted =
      field.kind === 'object' ? countInputs(field.fields, member) : { filled: isGiven(member) ? 1 : 0, total: 1 };
    total += counted.total;
    filled += isWhole ? counted.total : counted.filled;
  }
  return { filled, total };
}

/** An expression that nobody has written yet gives nothing. */
function isGiven(value: Json | undefined): boolean {
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && '$expr' in value) {
    return String(value.$expr).trim() !== '';
  }
  return value !== undefined;
}
