import { z } from 'zod';
import { jsonField, labelField } from '../../kernel/label.schema.ts';
import { cursorField, limitField } from '../../kernel/pagination.ts';
import { storableText } from '../../kernel/storable.ts';
import { StoreValueTypes } from '../../registry/ports.ts';
import { changeOriginFields, originNamesField } from '../change-origin.schema.ts';

const MAX_TTL_SECONDS = 31_536_000;

const instant = z.iso.datetime();
const valueType = z.enum(StoreValueTypes);
const prefix = storableText(0, 256).optional();
const page = { limit: limitField, cursor: cursorField };
/** Why a person changes by hand what workflows remember. */
const reason = storableText(1, 500).optional();

export const entryAddress = z.strictObject({ namespace: labelField, key: labelField });

export const listNamespacesInput = z.strictObject({ prefix, ...page });
export const listNamespacesOutput = z.object({
  items: z.array(z.object({ namespace: z.string(), keyCount: z.number().int() })),
  nextCursor: z.string().nullable(),
});

export const collectionsInput = z.strictObject({ search: prefix, namespace: labelField.optional(), ...page });
export const collectionsOutput = z.object({
  items: z.array(z.object({ namespace: z.string(), keyCount: z.number().int(), linkCount: z.number().int() })),
  nextCursor: z.string().nullable(),
});

export const listEntriesInput = z.strictObject({
  namespace: labelField,
  prefix,
  valueType: valueType.optional(),
  expiry: z.enum(['expires', 'never']).optional(),
  ...page,
});
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
export const listEntriesOutput = z.object({
  items: z.array(
    entryOutput.extend({
      /** Null only where the history is gone. */
      lastWrite: z.object({ ...changeOriginFields, names: originNamesField }).nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const setEntryInput = entryAddress.extend({
  value: jsonField,
  valueType: valueType.default('json'),
  ttlSeconds: z.number().int().min(1).max(MAX_TTL_SECONDS).optional(),
  ifRevision: z.number().int().min(0).optional(),
  reason,
});
export const setEntryOutput = z.object({
  namespace: z.string(),
  key: z.string(),
  revision: z.number().int(),
  created: z.boolean(),
});

export const deleteEntryInput = entryAddress.extend({ reason });
export const deleteEntryOutput = z.object({ deleted: z.boolean() });

export const historyInput = entryAddress.extend(page);
export const runChangesInput = z.strictObject({ runId: z.uuid(), ...page });
const changeOutput = z.object({
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
  ...changeOriginFields,
});
export const changesOutput = z.object({ items: z.array(changeOutput), nextCursor: z.string().nullable() });
export const historyOutput = z.object({
  items: z.array(changeOutput.extend({ names: originNamesField })),
  nextCursor: z.string().nullable(),
});

export const limitsOutput = z.object({ maxValueBytes: z.number().int() });

export const suggestionsInput = z.strictObject({ prefix });
export const suggestionsOutput = z.object({ curated: z.array(z.string()), used: z.array(z.string()) });
