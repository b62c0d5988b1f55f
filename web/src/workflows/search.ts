import { oneOf, readSearch, text } from '../address/read-search.ts';

export const workflowStates = ['active', 'draft', 'paused'] as const;

/** What the address of the list says; what it does not understand is left out. */
export const workflowsSearch = readSearch({
  q: text,
  status: oneOf(workflowStates),
});
export type WorkflowsSearch = ReturnType<typeof workflowsSearch>;
