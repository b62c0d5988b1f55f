import * as z from 'zod/mini';

export const workflowStates = ['active', 'draft', 'paused'] as const;

/** What the address of the list says; what it does not understand is left out. */
export const workflowsSearch = z.object({
  q: z.catch(z.optional(z.string()), undefined),
  status: z.catch(z.optional(z.enum(workflowStates)), undefined),
});
export type WorkflowsSearch = z.infer<typeof workflowsSearch>;
