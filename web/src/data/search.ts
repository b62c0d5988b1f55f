import { oneOf, readSearch, text } from '../address/read-search.ts';

export const dataTabs = ['entries', 'links'] as const;
export const valueTypes = ['string', 'number', 'boolean', 'json'] as const;
export type ValueType = (typeof valueTypes)[number];
export const expiryFilters = ['expires', 'never'] as const;
export const directions = ['forward', 'reverse', 'either'] as const;
export type Direction = (typeof directions)[number];
export const aroundViews = ['graph', 'table'] as const;

/** What the address of the page says; what it does not understand is left out. */
export const dataSearch = readSearch({
  collection: text,
  tab: oneOf(dataTabs),
  /** Beginning of the key. */
  q: text,
  type: oneOf(valueTypes),
  expiry: oneOf(expiryFilters),
  from: text,
  to: text,
  relation: text,
  /** Key of the entry, or id of the link, that is looked at. */
  entry: text,
  link: text,
  /** Record that the picture of links is drawn around. */
  recordType: text,
  recordId: text,
  direction: oneOf(directions),
  view: oneOf(aroundViews),
});
export type DataSearch = ReturnType<typeof dataSearch>;
