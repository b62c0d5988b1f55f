import type { JsonObject } from '../../kernel/json.ts';
import type { RetryPolicy } from '../definition/values.schema.ts';

/** What the interpreter needs to know of an action; the registry answers with it. */
export interface ActionDescription {
  id: string;
  version: number;
  /** JSON Schema of the input as an author writes it: members with a default are optional. */
  inputSchema: JsonObject;
  /** Used where the step has no policy of its own. */
  retryHint: RetryPolicy | null;
}
