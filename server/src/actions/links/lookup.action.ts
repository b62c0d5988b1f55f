import { z } from 'zod';
import { jsonObjectField, labelField } from '../../kernel/label.schema.ts';
import { defineAction } from '../../registry/define-action.ts';
import { LinkDirections } from '../../registry/ports.ts';
import { pageLimitField } from '../fields.ts';
import { namespaceEditor, recordRefField, relationEditor, typeEditor } from './fields.ts';

/** The records linked to one record: those it points to (forward), those that point to it (reverse), or both. */
export default defineAction({
  id: 'links.lookup',
  version: 1,
  group: 'links',
  icon: 'list-search',
  permission: 'workflow:read',
  effect: 'transactional',
  input: z
    .strictObject({
      namespace: labelField,
      from: recordRefField,
      direction: z.enum(LinkDirections).default('forward'),
      relation: labelField.optional(),
      // Type of the record at the other end; both names are in use.
      to_type: labelField.optional(),
      right_type: labelField.optional().meta({ deprecated: true }),
      limit: pageLimitField,
    })
    .refine(
      ({ to_type: toType, right_type: rightType }) =>
        toType === undefined || rightType === undefined || toType === rightType,
      { path: ['right_type'], message: 'to_type and right_type are two names of one filter and must agree' },
    ),
  output: z.strictObject({
    matches: z.array(
      z.strictObject({
        link_id: z.uuid(),
        type: z.string(),
        id: z.string(),
        relation: z.string(),
        attributes: jsonObjectField,
      }),
    ),
  }),
  errors: [],
  editor: {
    '/namespace': namespaceEditor,
    '/from/type': typeEditor,
    '/direction': { kind: 'segmented' },
    '/relation': relationEditor,
    '/to_type': typeEditor,
    '/right_type': typeEditor,
  },
  examples: [
    {
      input: { namespace: 'project-task-mirror', from: { type: 'project_task', id: 'task-a' }, relation: 'mirrors' },
      output: {
        matches: [
          {
            link_id: '0198c0de-0000-7000-8000-000000000001',
            type: 'project_task',
            id: 'task-b',
            relation: 'mirrors',
            attributes: {},
          },
        ],
      },
    },
  ],
  async run({ namespace, from, direction, relation, to_type, right_type, limit }, { ports }) {
    const toType = to_type ?? right_type;
    const matches = await ports.links.lookup({
      namespace,
      from,
      direction,
      limit,
      ...(relation !== undefined && { relation }),
      ...(toType !== undefined && { toType }),
    });
    return { matches: matches.map(({ linkId, ...match }) => ({ link_id: linkId, ...match })) };
  },
});
