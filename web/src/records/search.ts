import * as z from 'zod/mini';

const text = z.catch(z.optional(z.string()), undefined);

export const projectsSearch = z.object({ q: text });
/** `task` is the task whose form is open. */
export const projectSearch = z.object({ task: text });
