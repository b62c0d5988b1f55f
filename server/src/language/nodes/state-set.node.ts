import { z } from 'zod';
import type { NodeType } from './node-type.ts';

const configSchema = z.strictObject({ state: z.string().min(1) });

/** Names the stage that the run has reached: `meta.state`. */
export const stateSet: NodeType = {
  id: 'state.set',
  family: 'values',
  isSupported: true,
  configSchema,
  enter(step) {
    const { state } = step.planned.config as z.infer<typeof configSchema>;
    return { type: 'done', writes: [{ path: ['meta', 'state'], value: state }], result: { state } };
  },
};
