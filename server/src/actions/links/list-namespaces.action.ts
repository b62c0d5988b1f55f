import { z } from 'zod';
import { defineAction } from '../../registry/define-action.ts';

/** Every namespace that holds a link, with how many. */
export default defineAction({
  id: 'links.list_namespaces',
  version: 1,
  group: 'links',
  icon: 'folders',
  permission: 'workflow:read',
  effect: 'transactional',
  input: z.strictObject({}),
  output: z.strictObject({
    namespaces: z.array(z.strictObject({ namespace: z.string(), link_count: z.number().int() })),
  }),
  errors: [],
  examples: [{ input: {}, output: { namespaces: [{ namespace: 'project-task-mirror', link_count: 12 }] } }],
  async run(_input, { ports }) {
    const namespaces = await ports.links.listNamespaces();
    return { namespaces: namespaces.map(({ namespace, linkCount }) => ({ namespace, link_count: linkCount })) };
  },
});
