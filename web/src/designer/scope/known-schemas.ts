import type { Schema } from './schema-reading.ts';

const text: Schema = { type: 'string' };
const instant: Schema = { type: 'string', format: 'date-time' };
const whole: Schema = { type: 'integer' };
const flag: Schema = { type: 'boolean' };

function objectOf(properties: Record<string, Schema>): Schema {
  return { type: 'object', properties, required: Object.keys(properties) };
}

/** What `catch` sees of a failure. */
export const errorSchema = objectOf({
  message: text,
  code: text,
  category: text,
  details: {},
  stepId: text,
  nodePath: text,
  at: instant,
});

/** Failures of a loop's items, in the order of the items. */
export const itemErrorsSchema: Schema = {
  type: 'array',
  items: { ...errorSchema, properties: { ...(errorSchema.properties as Record<string, Schema>), index: whole } },
};

export const runSchemas = { runId: text, workflowId: text, workflowVersion: whole } as const;
export const stateSchema = text;
export const loopSchemas = { index: whole, length: whole, isFirst: flag, isLast: flag } as const;
export const timeWaitSchema = objectOf({ mode: { enum: ['duration', 'until'] }, dueAt: instant, resumedAt: instant });
export const eventNameSchema = text;

export function eventSchemas(payload: Schema | null): Record<string, Schema | null> {
  return { payload, name: text, correlationKey: { type: ['string', 'null'] }, payloadSchemaRef: text };
}
