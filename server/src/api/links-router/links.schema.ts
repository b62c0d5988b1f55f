import { z } from 'zod';
import { jsonObjectField, labelField } from '../../kernel/label.schema.ts';
import { cursorField, limitField } from '../../kernel/pagination.ts';
import { storableText } from '../../kernel/storable.ts';
import { LinkDirections } from '../../registry/ports.ts';
import { changeOriginFields, originNamesField } from '../change-origin.schema.ts';

const instant = z.iso.datetime();
const prefix = storableText(0, 256).optional();
const page = { limit: limitField, cursor: cursorField };
const recordRef = z.strictObject({ type: labelField, id: labelField });
const recordOutput = z.object({ type: z.string(), id: z.string() });
const direction = z.enum(LinkDirections);
/** Why a person changes links by hand. */
const reason = storableText(1, 500).optional();
const recordName = z.object({ name: z.string(), projectId: z.uuid(), projectName: z.string() }).nullable();
/** What people call the ends, where they are records that we know and the caller may read. */
export const recordNames = { fromName: recordName, toName: recordName };

export const listNamespacesInput = z.strictObject({ prefix, ...page });
export const listNamespacesOutput = z.object({
  items: z.array(z.object({ namespace: z.string(), linkCount: z.number().int() })),
  nextCursor: z.string().nullable(),
});

/** Ends as a query can say them. */
const ends = {
  fromType: labelField.optional(),
  fromId: labelField.optional(),
  toType: labelField.optional(),
  toId: labelField.optional(),
};
interface Ends {
  fromType?: string | undefined;
  fromId?: string | undefined;
  toType?: string | undefined;
  toId?: string | undefined;
}
/** Names the member that is missing. */
const pairIssues = (needsId: boolean) => (value: Ends, context: z.RefinementCtx) => {
  for (const [type, id] of [
    ['fromType', 'fromId'],
    ['toType', 'toId'],
  ] as const) {
    if (value[id] !== undefined && value[type] === undefined) {
      context.addIssue({ code: 'custom', path: [type], message: `${id} needs ${type}` });
    }
    if (needsId && value[type] !== undefined && value[id] === undefined) {
      context.addIssue({ code: 'custom', path: [id], message: `${type} needs ${id}` });
    }
  }
};

export const listLinksInput = z
  .strictObject({
    namespace: labelField,
    ...ends,
    relation: labelField.optional(),
    direction: direction.default('forward'),
    ...page,
  })
  .superRefine(pairIssues(false));

const linkOutput = z.object({
  linkId: z.uuid(),
  namespace: z.string(),
  from: recordOutput,
  to: recordOutput,
  relation: z.string(),
  attributes: jsonObjectField,
  createdAt: instant,
  updatedAt: instant,
});
export const listLinksOutput = z.object({
  items: z.array(
    linkOutput.extend({
      ...recordNames,
      /** The record at the other end, where one record was asked about. */
      type: z.string().optional(),
      id: z.string().optional(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const aroundInput = z.strictObject({ type: labelField, id: labelField, ...page });
export const linksPageOutput = z.object({
  items: z.array(linkOutput.extend(recordNames)),
  nextCursor: z.string().nullable(),
});

export const lookupInput = z.strictObject({
  namespace: labelField,
  from: recordRef,
  direction: direction.default('forward'),
  relation: labelField.optional(),
  toType: labelField.optional(),
  limit: limitField,
});
export const lookupOutput = z.object({
  matches: z.array(
    z.object({
      linkId: z.uuid(),
      type: z.string(),
      id: z.string(),
      relation: z.string(),
      attributes: jsonObjectField,
    }),
  ),
});

export const upsertInput = z.strictObject({
  namespace: labelField,
  from: recordRef,
  to: recordRef,
  relation: labelField.default('related'),
  attributes: jsonObjectField.default({}),
  reason,
});
export const upsertOutput = z.object({ linkId: z.uuid(), created: z.boolean() });

export const deleteInput = z
  .strictObject({
    namespace: labelField,
    ...ends,
    relation: labelField.optional(),
    direction: direction.default('forward'),
    reason,
  })
  .superRefine(pairIssues(true));
export const deleteOutput = z.object({ deletedCount: z.number().int() });

export const historyInput = z.strictObject({ linkId: z.uuid(), ...page });
export const runChangesInput = z.strictObject({ runId: z.uuid(), ...page });
const changeOutput = z.object({
  historyId: z.uuid(),
  linkId: z.uuid(),
  namespace: z.string(),
  operation: z.enum(['upsert', 'delete']),
  from: recordOutput,
  to: recordOutput,
  relation: z.string(),
  attributesBefore: jsonObjectField.nullable(),
  attributesAfter: jsonObjectField.nullable(),
  ...changeOriginFields,
});
export const changesOutput = z.object({ items: z.array(changeOutput), nextCursor: z.string().nullable() });
export const historyOutput = z.object({
  items: z.array(changeOutput.extend({ names: originNamesField, ...recordNames })),
  nextCursor: z.string().nullable(),
});

export const suggestionsInput = z.strictObject({
  kind: z.enum(['namespaces', 'types', 'relations']),
  namespace: labelField.optional(),
  prefix,
});
export const suggestionsOutput = z.object({ curated: z.array(z.string()), used: z.array(z.string()) });
