import type { Json } from '../../kernel/json.ts';

/** Names that an expression sees. */
export type Roots = Readonly<Record<string, Json | undefined>>;

export interface EvaluateOptions {
  /** Names the place in errors: `condition`, `project_id`, `assign.vars.title`. */
  field: string;
  /** What nowIso(), $now() and $millis() answer. ISO 8601 UTC. */
  now: string;
  /** array: the target takes a list, so a selection of one member stays a list. */
  expects?: 'any' | 'array';
}
