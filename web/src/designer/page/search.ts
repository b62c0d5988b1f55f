import * as z from 'zod/mini';

export const designerViews = ['design', 'versions'] as const;

/** What the address of the designer says; what it does not understand is left out. */
export const designerSearch = z.object({
  view: z.catch(z.optional(z.enum(designerViews)), undefined),
  /** The published version that is looked at. */
  version: z.catch(z.optional(z.coerce.number()), undefined),
});
export type DesignerSearch = z.infer<typeof designerSearch>;
