import { z } from 'zod';
import { labelField } from '../../kernel/label.schema.ts';
import { defineAction } from '../../registry/define-action.ts';
import { idempotencyKeyField } from '../fields.ts';
import { namespaceEditor, recordRefField, relationEditor, typeEditor } from './fields.ts';

/** Takes links away. With one end only, all links that begin (or end) at that record. */
export default defineAction({
  id: 'links.delete',
  version: 1,
  group: 'links',
  icon: 'link-minus',
  permission: 'workflow:manage',
  effect: 'transactional',
  keyField: { name: 'idempotency_key', onReuse: 'refuse' },
  input: z.strictObject({
    namespace: labelField,
    from: recordRefField.optional(),
    to: recordRefField.optional(),
    relation: labelField.optional(),
    idempotency_key: idempotencyKeyField,
  }),
  output: z.strictObject({ deleted_count: z.number().int() }),
  errors: ['LINK_ENDPOINT_REQUIRED'],
  editor: {
    '/namespace': namespaceEditor,
    '/from/type': typeEditor,
    '/to/type': typeEditor,
    '/relation': relationEditor,
  },
  examples: [
    {
      input: { namespace: 'project-task-mirror', from: { type: 'project_task', id: 'task-a' } },
      output: { deleted_count: 2 },
    },
  ],
  async run({ namespace, from, to, relation }, { ports }) {
    const { deletedCount } = await ports.links.delete({
      namespace,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(relation !== undefined && { relation }),
    });
    return { deleted_count: deletedCount };
  },
});
