import { z } from 'zod';
import { defineAction } from '../../registry/define-action.ts';
import { idempotencyKeyField } from '../fields.ts';
import { entryAddress } from './fields.ts';

/** Takes a value away. `deleted` says whether there was one. */
export default defineAction({
  id: 'store.delete',
  version: 1,
  group: 'store',
  icon: 'database-minus',
  permission: 'workflow:manage',
  effect: 'transactional',
  keyField: { name: 'idempotency_key', onReuse: 'refuse' },
  input: z.strictObject({ ...entryAddress, idempotency_key: idempotencyKeyField }),
  output: z.strictObject({ deleted: z.boolean() }),
  errors: [],
  editor: { '/namespace': { kind: 'softEnum', suggestions: 'store.namespaces' } },
  examples: [{ input: { namespace: 'sync-cursor', key: 'acme' }, output: { deleted: true } }],
  run: ({ namespace, key }, { ports }) => ports.store.delete({ namespace, key }),
});
