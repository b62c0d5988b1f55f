import { z } from 'zod';
import { jsonField } from '../../kernel/label.schema.ts';
import { defineAction } from '../../registry/define-action.ts';
import { idempotencyKeyField } from '../fields.ts';
import { entryAddress, MAX_TTL_SECONDS, valueTypeField } from './fields.ts';

/**
 * Writes a value that outlives the run. `ttl_seconds` left out = it never expires, also where an earlier value did.
 * `if_revision` 0 = only create, n = only replace revision n.
 */
export default defineAction({
  id: 'store.set',
  version: 1,
  group: 'store',
  icon: 'database-edit',
  permission: 'workflow:manage',
  effect: 'transactional',
  keyField: { name: 'idempotency_key', onReuse: 'refuse' },
  input: z.strictObject({
    ...entryAddress,
    value: jsonField,
    value_type: valueTypeField.default('json'),
    ttl_seconds: z.number().int().min(1).max(MAX_TTL_SECONDS).optional(),
    if_revision: z.number().int().min(0).optional(),
    idempotency_key: idempotencyKeyField,
  }),
  output: z.strictObject({ revision: z.number().int(), created: z.boolean() }),
  errors: ['STORE_REVISION_CONFLICT', 'STORE_VALUE_TOO_LARGE', 'INVALID_INPUT'],
  editor: {
    '/namespace': { kind: 'softEnum', suggestions: 'store.namespaces' },
    '/value': { kind: 'json' },
  },
  examples: [
    {
      input: { namespace: 'invoice-dunning-sent', key: 'inv-1042', value: true, if_revision: 0 },
      output: { revision: 1, created: true },
    },
  ],
  run(input, { ports }) {
    const { namespace, key, value, value_type: valueType, ttl_seconds: ttlSeconds, if_revision: ifRevision } = input;
    return ports.store.set({
      namespace,
      key,
      value,
      valueType,
      ...(ttlSeconds !== undefined && { ttlSeconds }),
      ...(ifRevision !== undefined && { ifRevision }),
    });
  },
});
