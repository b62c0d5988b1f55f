import { z } from 'zod';
import { jsonObjectField, labelField } from '../../kernel/label.schema.ts';
import { defineAction } from '../../registry/define-action.ts';
import { instantField, nextCursorField, pageCursorField, pageLimitField } from '../fields.ts';
import { namespaceEditor, relationEditor, typeEditor } from './fields.ts';

const recordField = z.strictObject({ type: z.string(), id: z.string() });

/** The links of a namespace, oldest first, page by page. */
export default defineAction({
  id: 'links.list',
  version: 1,
  group: 'links',
  icon: 'list-details',
  permission: 'workflow:read',
  effect: 'transactional',
  input: z.strictObject({
    namespace: labelField,
    left_type: labelField.optional(),
    right_type: labelField.optional(),
    relation: labelField.optional(),
    limit: pageLimitField,
    cursor: pageCursorField,
  }),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        link_id: z.uuid(),
        namespace: z.string(),
        from: recordField,
        to: recordField,
        relation: z.string(),
        attributes: jsonObjectField,
        created_at: instantField,
        updated_at: instantField,
      }),
    ),
    next_cursor: nextCursorField,
  }),
  errors: ['CURSOR_INVALID'],
  editor: {
    '/namespace': namespaceEditor,
    '/left_type': typeEditor,
    '/right_type': typeEditor,
    '/relation': relationEditor,
  },
  examples: [
    {
      input: { namespace: 'project-task-mirror', relation: 'mirrors' },
      output: { items: [], next_cursor: null },
    },
  ],
  async run({ namespace, left_type: leftType, right_type: rightType, relation, limit, cursor }, { ports }) {
    const page = await ports.links.list({
      namespace,
      limit,
      ...(leftType !== undefined && { leftType }),
      ...(rightType !== undefined && { rightType }),
      ...(relation !== undefined && { relation }),
      ...(cursor !== undefined && { cursor }),
    });
    return {
      items: page.items.map(({ linkId, createdAt, updatedAt, ...link }) => ({
        link_id: linkId,
        ...link,
        created_at: createdAt,
        updated_at: updatedAt,
      })),
      next_cursor: page.nextCursor,
    };
  },
});
