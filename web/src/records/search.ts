import { readSearch, text } from '../address/read-search.ts';

export const projectsSearch = readSearch({ q: text });

/** `task` is the task that is open; `q` and `status` narrow the list. */
export const projectSearch = readSearch({ task: text, q: text, status: text });
export type ProjectSearch = ReturnType<typeof projectSearch>;
