import type { Json } from '../../kernel/json.ts';

/** One change of the envelope: `path` starts with payload, vars, meta or error. Without a value the member goes away. */
export interface Write {
  path: string[];
  value?: Json;
}
