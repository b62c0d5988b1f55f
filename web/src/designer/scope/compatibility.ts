import type { Schema } from './schema-reading.ts';
import { type TypeName, typesOf, type ValueType } from './value-type.ts';

/**
 * exact = fits as it is; coercible = a function of the language makes it fit; unknown = nobody knows what one of the sides is.
 * The order is the order in which fields are offered.
 */
export const Compatibilities = ['exact', 'coercible', 'unknown', 'incompatible'] as const;
export type Compatibility = (typeof Compatibilities)[number];

const COERCIBLE: Readonly<Partial<Record<TypeName, readonly TypeName[]>>> = {
  text: ['number', 'boolean', 'date'],
  number: ['text', 'boolean'],
  boolean: ['text'],
  nothing: ['text', 'number', 'boolean', 'date', 'object', 'list'],
};

/** Does a value of one schema fit where the other is asked for? */
export function compatibility(given: Schema | null, wanted: Schema | null): Compatibility {
  return compareTypes(typesOf(given), typesOf(wanted));
}

export function compareTypes(given: readonly ValueType[], wanted: readonly ValueType[]): Compatibility {
  if (wanted.some(({ name }) => name === 'any')) return 'exact';
  if (given.length === 0 || wanted.length === 0) return 'unknown';
  // That a value may be missing is said where it is read; here counts what it is when it is there.
  const values = given.filter(({ name }) => name !== 'nothing');
  return worstOf(
    (values.length === 0 ? given : values).map((type) => bestOf(wanted.map((one) => compareOne(type, one)))),
  );
}

function compareOne(given: ValueType, wanted: ValueType): Compatibility {
  if (given.name === 'any') return 'unknown';
  if (given.name === 'list' && wanted.name === 'list') {
    return given.items.length === 0 || wanted.items.length === 0 ? 'exact' : compareTypes(given.items, wanted.items);
  }
  if (given.name === wanted.name) return 'exact';
  // A date is a text of a certain form.
  if (given.name === 'date' && wanted.name === 'text') return 'exact';
  return COERCIBLE[given.name]?.includes(wanted.name) === true ? 'coercible' : 'incompatible';
}

function bestOf(found: readonly Compatibility[]): Compatibility {
  return Compatibilities.find((one) => found.includes(one)) ?? 'unknown';
}

function worstOf(found: readonly Compatibility[]): Compatibility {
  return Compatibilities.findLast((one) => found.includes(one)) ?? 'unknown';
}
