import { z } from 'zod';
import { defineAction } from '../../registry/define-action.ts';
import { appendOutside } from './outside-file.ts';

/** A call to an outside world that takes an idempotency key; each arrival is one line of a file. Tests only. */
export const keyedTestAction = defineAction({
  id: 'test.keyed',
  version: 1,
  group: 'test',
  icon: 'flask',
  permission: null,
  effect: 'keyed',
  keyField: { name: 'idempotency_key', onReuse: 'refuse' },
  input: z.strictObject({ value: z.string(), idempotency_key: z.string().optional() }),
  output: z.strictObject({ answer: z.string() }),
  errors: [],
  examples: [{ input: { value: 'a' }, output: { answer: 'a' } }],
  run({ value }, { idempotencyKey, runId }) {
    appendOutside({ action: 'test.keyed', key: idempotencyKey, runId, value });
    return { answer: value };
  },
});
