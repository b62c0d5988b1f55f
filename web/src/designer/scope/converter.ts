import type { Schema } from './schema-reading.ts';
import { type TypeName, typesOf } from './value-type.ts';

const CONVERTERS: Readonly<Partial<Record<TypeName, string>>> = {
  text: 'toString',
  number: '$number',
  boolean: '$boolean',
};

/** The call that makes a value of the kind that a field takes. */
export function converterFor(path: string, wanted: Schema | null): string {
  const name = typesOf(wanted).flatMap((type) => CONVERTERS[type.name] ?? [])[0];
  return name === undefined ? `coalesce(${path}, …)` : `${name}(${path})`;
}
