import { z } from 'zod';
import { appError } from '../../kernel/errors.ts';
import { defineAction } from '../../registry/define-action.ts';

/** Writes to the store and then fails the first `failures` times: what it wrote must be gone. Tests only. */
export const flakyTestAction = defineAction({
  id: 'test.flaky',
  version: 1,
  group: 'test',
  icon: 'flask',
  permission: 'workflow:manage',
  effect: 'transactional',
  keyField: { name: 'idempotency_key', onReuse: 'refuse' },
  input: z.strictObject({ failures: z.number().int().min(0), idempotency_key: z.string().optional() }),
  output: z.strictObject({ attempt: z.number().int(), count: z.number() }),
  errors: ['UPSTREAM_UNAVAILABLE'],
  examples: [{ input: { failures: 0 }, output: { attempt: 1, count: 1 } }],
  async run({ failures }, { attempt, ports }) {
    const { value } = await ports.store.increment({ namespace: 'flaky', key: 'calls', by: 1, initial: 0 });
    if (attempt <= failures) throw appError('UPSTREAM_UNAVAILABLE', { upstream: 'flaky' });
    return { attempt, count: value };
  },
});
