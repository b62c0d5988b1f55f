import { z } from 'zod';
import { defineNode } from './define-node.ts';

const configSchema = z.strictObject({ state: z.string().min(1) });

/** Names the stage that the run has reached: `meta.state`. */
export default defineNode({
  id: 'state.set',
  family: 'values',
  isSupported: true,
  configSchema,
  enter(step) {
    const { state } = step.planned.config as z.infer<typeof configSchema>;
    return { type: 'done', writes: [{ path: ['meta', 'state'], value: state }], result: { state } };
  },
});
