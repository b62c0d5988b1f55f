import { z } from 'zod';
import { defineAction } from '../../registry/define-action.ts';

/** Every namespace of the data store that holds a value, with how many. */
export default defineAction({
  id: 'store.list_namespaces',
  version: 1,
  group: 'store',
  icon: 'folders',
  permission: 'workflow:read',
  effect: 'transactional',
  input: z.strictObject({}),
  output: z.strictObject({
    namespaces: z.array(z.strictObject({ namespace: z.string(), key_count: z.number().int() })),
  }),
  errors: [],
  examples: [{ input: {}, output: { namespaces: [{ namespace: 'sync-cursor', key_count: 3 }] } }],
  async run(_input, { ports }) {
    const namespaces = await ports.store.listNamespaces();
    return { namespaces: namespaces.map(({ namespace, keyCount }) => ({ namespace, key_count: keyCount })) };
  },
});
