import { z } from 'zod';
import { defineAction } from '../../registry/define-action.ts';
import { idempotencyKeyField } from '../fields.ts';
import { entryAddress } from './fields.ts';

/** Adds to a counter and answers its new value. A missing or expired counter starts from `initial`; a live one keeps its end. */
export default defineAction({
  id: 'store.increment',
  version: 1,
  group: 'store',
  icon: 'database-plus',
  permission: 'workflow:manage',
  effect: 'transactional',
  keyField: { name: 'idempotency_key', onReuse: 'refuse' },
  input: z.strictObject({
    ...entryAddress,
    by: z.number().default(1),
    initial: z.number().default(0),
    idempotency_key: idempotencyKeyField,
  }),
  output: z.strictObject({ value: z.number(), revision: z.number().int() }),
  errors: ['STORE_NOT_A_NUMBER', 'STORE_NUMBER_OUT_OF_RANGE'],
  editor: { '/namespace': { kind: 'softEnum', suggestions: 'store.namespaces' } },
  examples: [{ input: { namespace: 'onboarding', key: 'welcome-emails' }, output: { value: 1, revision: 1 } }],
  run: ({ namespace, key, by, initial }, { ports }) => ports.store.increment({ namespace, key, by, initial }),
});
