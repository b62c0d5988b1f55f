import { oneOf, ordinal, readSearch } from '../../address/read-search.ts';

export const designerViews = ['design', 'versions'] as const;

/** What the address of the designer says; what it does not understand is left out. */
export const designerSearch = readSearch({
  view: oneOf(designerViews),
  /** The published version that is looked at. */
  version: ordinal,
});
export type DesignerSearch = ReturnType<typeof designerSearch>;
