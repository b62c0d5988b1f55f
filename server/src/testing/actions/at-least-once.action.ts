import { z } from 'zod';
import { defineAction } from '../../registry/define-action.ts';
import { appendOutside } from './outside-file.ts';

/** A call to an outside world without keys: after a crash nobody knows whether it arrived. Tests only. */
export const atLeastOnceTestAction = defineAction({
  id: 'test.at_least_once',
  version: 1,
  group: 'test',
  icon: 'flask',
  permission: null,
  effect: 'at-least-once',
  input: z.strictObject({ value: z.string() }),
  output: z.strictObject({ answer: z.string() }),
  errors: [],
  examples: [{ input: { value: 'a' }, output: { answer: 'a' } }],
  run({ value }, { idempotencyKey, runId }) {
    appendOutside({ action: 'test.at_least_once', key: idempotencyKey, runId, value });
    return { answer: value };
  },
});
