import * as z from 'zod/mini';

export const dataTabs = ['entries', 'links'] as const;
export const valueTypes = ['string', 'number', 'boolean', 'json'] as const;
export type ValueType = (typeof valueTypes)[number];
export const expiryFilters = ['expires', 'never'] as const;
export const directions = ['forward', 'reverse', 'either'] as const;
export type Direction = (typeof directions)[number];
export const aroundViews = ['graph', 'table'] as const;

const text = z.catch(z.optional(z.string()), undefined);

/** What the address of the page says; what it does not understand is left out. */
export const dataSearch = z.object({
  collection: text,
  tab: z.catch(z.optional(z.enum(dataTabs)), undefined),
  /** Beginning of the key. */
  q: text,
  type: z.catch(z.optional(z.enum(valueTypes)), undefined),
  expiry: z.catch(z.optional(z.enum(expiryFilters)), undefined),
  from: text,
  to: text,
  relation: text,
  /** Key of the entry, or id of the link, that is looked at. */
  entry: text,
  link: text,
  /** Record that the picture of links is drawn around. */
  recordType: text,
  recordId: text,
  direction: z.catch(z.optional(z.enum(directions)), undefined),
  view: z.catch(z.optional(z.enum(aroundViews)), undefined),
});
export type DataSearch = z.infer<typeof dataSearch>;
