import { z } from 'zod';
import { jsonObjectField, labelField } from '../../kernel/label.schema.ts';
import { defineAction } from '../../registry/define-action.ts';
import { idempotencyKeyField } from '../fields.ts';
import { namespaceEditor, recordRefField, relationEditor, typeEditor } from './fields.ts';

/** Links two records. The same link again replaces its attributes as a whole; another relation between the two is another link. */
export default defineAction({
  id: 'links.upsert',
  version: 1,
  group: 'links',
  icon: 'link-plus',
  permission: 'workflow:manage',
  effect: 'transactional',
  keyField: { name: 'idempotency_key', onReuse: 'refuse' },
  input: z.strictObject({
    namespace: labelField,
    from: recordRefField,
    to: recordRefField,
    relation: labelField.default('related'),
    attributes: jsonObjectField.default({}),
    idempotency_key: idempotencyKeyField,
  }),
  output: z.strictObject({ link_id: z.uuid(), created: z.boolean() }),
  errors: ['STORE_VALUE_TOO_LARGE', 'INVALID_INPUT'],
  editor: {
    '/namespace': namespaceEditor,
    '/from/type': typeEditor,
    '/to/type': typeEditor,
    '/relation': relationEditor,
    '/attributes': { kind: 'json' },
  },
  examples: [
    {
      input: {
        namespace: 'project-task-mirror',
        from: { type: 'project_task', id: 'task-a' },
        to: { type: 'project_task', id: 'task-b' },
        relation: 'mirrors',
        attributes: { fieldMap: { title: 'title' } },
      },
      output: { link_id: '0198c0de-0000-7000-8000-000000000001', created: true },
    },
  ],
  async run({ namespace, from, to, relation, attributes }, { ports }) {
    const { linkId, created } = await ports.links.upsert({ namespace, from, to, relation, attributes });
    return { link_id: linkId, created };
  },
});
