import { z } from 'zod';
import { jsonField, labelField } from '../../kernel/label.schema.ts';
import { storableText } from '../../kernel/storable.ts';
import { defineAction } from '../../registry/define-action.ts';
import { instantField, nextCursorField, pageCursorField, pageLimitField } from '../fields.ts';
import { valueTypeField } from './fields.ts';

/** The values of a namespace in order of their keys, page by page. */
export default defineAction({
  id: 'store.list',
  version: 1,
  group: 'store',
  icon: 'list-search',
  permission: 'workflow:read',
  effect: 'transactional',
  input: z.strictObject({
    namespace: labelField,
    prefix: storableText(0, 256).optional(),
    limit: pageLimitField,
    cursor: pageCursorField,
  }),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        store_id: z.uuid(),
        namespace: z.string(),
        key: z.string(),
        value: jsonField,
        value_type: valueTypeField,
        revision: z.number().int(),
        expires_at: instantField.nullable(),
        created_at: instantField,
        updated_at: instantField,
      }),
    ),
    next_cursor: nextCursorField,
  }),
  errors: ['CURSOR_INVALID'],
  editor: { '/namespace': { kind: 'softEnum', suggestions: 'store.namespaces' } },
  examples: [{ input: { namespace: 'sync-cursor', prefix: 'crm-' }, output: { items: [], next_cursor: null } }],
  async run({ namespace, prefix, limit, cursor }, { ports }) {
    const page = await ports.store.list({
      namespace,
      limit,
      ...(prefix !== undefined && { prefix }),
      ...(cursor !== undefined && { cursor }),
    });
    return {
      items: page.items.map((entry) => ({
        store_id: entry.storeId,
        namespace: entry.namespace,
        key: entry.key,
        value: entry.value,
        value_type: entry.valueType,
        revision: entry.revision,
        expires_at: entry.expiresAt,
        created_at: entry.createdAt,
        updated_at: entry.updatedAt,
      })),
      next_cursor: page.nextCursor,
    };
  },
});
