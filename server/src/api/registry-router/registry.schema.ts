import { z } from 'zod';
import { jsonField, jsonObjectField } from '../../kernel/label.schema.ts';
import { storableText } from '../../kernel/storable.ts';

/** The catalogue is as long as the product: a list of it is always whole, and `nextCursor` is null. */
const wholeList = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.null() });

const fieldEditor = z.union([
  z.object({
    kind: z.literal('softEnum'),
    suggestions: z.enum(['store.namespaces', 'links.namespaces', 'links.types', 'links.relations']),
  }),
  z.object({ kind: z.literal('record'), recordType: z.string() }),
  z.object({ kind: z.enum(['segmented', 'json', 'multiline']) }),
]);

const labels = { labelKey: z.string(), descriptionKey: z.string() };

const actionDescriptor = z.object({
  id: z.string(),
  version: z.number().int(),
  group: z.string(),
  icon: z.string(),
  permission: z.string().nullable(),
  effect: z.enum(['pure', 'transactional', 'keyed', 'at-least-once']),
  keyField: z.object({ name: z.string(), onReuse: z.enum(['refuse', 'ignore']) }).nullable(),
  inputSchema: jsonObjectField,
  outputSchema: jsonObjectField,
  errors: z.array(z.string()).readonly(),
  retryHint: z
    .object({
      maxAttempts: z.number(),
      backoffMs: z.number(),
      backoffMultiplier: z.number().optional(),
      maxDelayMs: z.number().optional(),
    })
    .nullable(),
  editor: z.record(z.string(), fieldEditor),
  examples: z.array(z.object({ input: z.unknown(), output: z.unknown() })).readonly(),
  ...labels,
  groupLabelKey: z.string(),
});

const eventDescriptor = z.object({
  eventType: z.string(),
  category: z.string(),
  status: z.enum(['active', 'beta', 'deprecated']),
  payloadSchemaRef: z.string(),
  payloadSchema: jsonObjectField,
  correlation: z.array(z.string()).readonly(),
  example: jsonField,
  ...labels,
  categoryLabelKey: z.string(),
});

const nodeDescriptor = z.object({
  type: z.string(),
  family: z.enum(['flow', 'values', 'action', 'time', 'people']),
  isSupported: z.boolean(),
  slots: z.array(z.object({ name: z.string(), optional: z.boolean() })).readonly(),
  configSchema: jsonObjectField.nullable(),
  ...labels,
});

export const actionsOutput = wholeList(actionDescriptor);
export const eventsOutput = wholeList(eventDescriptor);
export const nodesOutput = wholeList(nodeDescriptor);

export const schemaInput = z.strictObject({ ref: storableText(1, 256) });
export const schemaOutput = jsonObjectField;

export const designerCatalogOutput = z.object({
  payloads: z.array(z.object({ ref: z.string(), schema: jsonObjectField })),
  groups: z.array(z.object({ group: z.string(), labelKey: z.string(), actions: z.array(actionDescriptor) })),
  nodes: z.array(nodeDescriptor),
});
