import type { JsonObject } from '../../kernel/json.ts';

/** What validation knows of the world around a definition: plain data, the same on the server and in the browser. */
export interface ValidationContext {
  actions: readonly ActionFacts[];
  /** Event type → what is known of it. */
  events: readonly EventFacts[];
  /** `payload.Name.v1` → JSON Schema. */
  payloadSchemas: Readonly<Record<string, JsonObject>>;
  /** Workflows that can be called; null = not known, so targets are not checked. */
  workflows: readonly WorkflowFacts[] | null;
  /** inferred: the payload contract follows the trigger's event. */
  payloadSchemaMode: 'pinned' | 'inferred';
}

export interface ActionFacts {
  id: string;
  version: number;
  /** JSON Schema of the input as an author writes it: members with a default are optional. */
  inputSchema: JsonObject;
}

export interface EventFacts {
  eventType: string;
  payloadSchemaRef: string;
  /** Payload members that can be a correlation key; empty = none. */
  correlation: readonly string[];
}

export interface WorkflowFacts {
  workflowId: string;
  key: string;
  versions: readonly number[];
}
