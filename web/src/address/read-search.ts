/** Reads one value of an address; undefined = it is not there, or means nothing. */
export type Reader<T> = (value: unknown) => T | undefined;

export const text: Reader<string> = (value) => (typeof value === 'string' && value !== '' ? value : undefined);

export function matching(pattern: RegExp): Reader<string> {
  return (value) => (typeof value === 'string' && pattern.test(value) ? value : undefined);
}

export function oneOf<const T extends string>(known: readonly T[]): Reader<T> {
  return (value) => known.find((each) => each === value);
}

/** A whole number from 1. */
export const ordinal: Reader<number> = (value) => {
  const number = Number(value);
  return value !== '' && Number.isSafeInteger(number) && number > 0 ? number : undefined;
};

type Readers = Readonly<Record<string, Reader<unknown>>>;

/**
 * What the address of a page says; what nobody understands is left out. Ten lines instead of a library: this is on the way of every first
 * visit, and anything that shares a package with the designer brings all of it along.
 */
export function readSearch<const Shape extends Readers>(
  readers: Shape,
): (search: Record<string, unknown>) => { [Name in keyof Shape]?: ReturnType<Shape[Name]> } {
  return (search) => {
    const read = Object.entries(readers).map(([name, reader]) => [name, reader(search[name])] as const);
    return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as never;
  };
}
