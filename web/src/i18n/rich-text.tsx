import { Fragment, type ReactNode } from 'react';

// Private-use characters: no text of a person holds them.
const OPEN = '\uE000';
const CLOSE = '\uE001';

/** Values for a sentence whose named places are filled with bold words or code by `fillPlaces`. */
export function places<Name extends string>(...names: Name[]): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, `${OPEN}${name}${CLOSE}`])) as Record<Name, string>;
}

/** The sentence with its places filled. Values are never read as markup, whatever characters they hold. */
export function fillPlaces(sentence: string, nodes: Readonly<Record<string, ReactNode>>): ReactNode {
  const parts = sentence.split(new RegExp(`${OPEN}(\\w+)${CLOSE}`));
  // biome-ignore lint/suspicious/noArrayIndexKey: a place has no identity but its position
  return parts.map((part, index) => <Fragment key={index}>{index % 2 === 1 ? nodes[part] : part}</Fragment>);
}
