import * as z from 'zod/mini';

const text = z.catch(z.optional(z.string()), undefined);

export const projectsSearch = z.object({ q: text });

/** `task` is the task that is open; `q` and `status` narrow the list. */
export const projectSearch = z.object({ task: text, q: text, status: text });
export type ProjectSearch = z.infer<typeof projectSearch>;
