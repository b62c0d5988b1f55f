import { z } from 'zod';
import { jsonField, labelField } from '../../kernel/label.schema.ts';
import { cursorField, limitField } from '../../kernel/pagination.ts';
import { storableText } from '../../kernel/storable.ts';

const MAX_TTL_SECONDS = 31_536_000;

const instant = z.iso.datetime();
const valueType = z.enum(['string', 'number', 'boolean', 'json']);
const prefix = storableText(0, 256).optional();
const page = { limit: limitField, cursor: cursorField };

export const entryAddress = z.strictObject({ namespace: labelField, key: labelField });

export const listNamespacesInput = z.strictObject({ prefix, ...page });
export const listNamespacesOutput = z.object({
  items: z.array(z.object({ namespace: z.string(), keyCount: z.number().int() })),
  nextCursor: z.string().nullable(),
});

export const listEntriesInput = z.strictObject({ namespace: labelField, prefix, ...page });
export const entryOutput = z.object({
  storeId: z.uuid(),
  namespace: z.string(),
  key: z.string(),
  value: jsonField,
  valueType,
  revision: z.number().int(),
  expiresAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
});
export const listEntriesOutput = z.object({ items: z.array(entryOutput), nextCursor: z.string().nullable() });

export const setEntryInput = entryAddress.extend({
  value: jsonField,
  valueType: valueType.default('json'),
  ttlSeconds: z.number().int().min(1).max(MAX_TTL_SECONDS).optional(),
  ifRevision: z.number().int().min(0).optional(),
});
export const setEntryOutput = z.object({
  namespace: z.string(),
  key: z.string(),
  revision: z.number().int(),
  created: z.boolean(),
});

export const deleteEntryOutput = z.object({ deleted: z.boolean() });

export const historyInput = entryAddress.extend(page);
export const runChangesInput = z.strictObject({ runId: z.uuid(), ...page });
export const changesOutput = z.object({
  items: z.array(
    z.object({
      historyId: z.uuid(),
      namespace: z.string(),
      key: z.string(),
      operation: z.enum(['set', 'increment', 'delete', 'expire']),
      revision: z.number().int(),
      hadValue: z.boolean(),
      hasValue: z.boolean(),
      valueBefore: jsonField,
      valueAfter: jsonField,
      valueType: z.string().nullable(),
      expiresAt: instant.nullable(),
      actorId: z.uuid().nullable(),
      actorType: z.string(),
      source: z.string(),
      runId: z.uuid().nullable(),
      stepPath: z.string().nullable(),
      stepId: z.string().nullable(),
      iterationKey: z.string().nullable(),
      reason: z.string().nullable(),
      changedAt: instant,
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const suggestionsInput = z.strictObject({ prefix });
export const suggestionsOutput = z.object({ curated: z.array(z.string()), used: z.array(z.string()) });
