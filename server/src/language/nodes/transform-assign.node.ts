import { z } from 'zod';
import { assignmentsSchema } from '../definition/values.schema.ts';
import { evaluateAssignments } from './assignments.ts';
import { defineNode } from './define-node.ts';

const configSchema = z.strictObject({ assign: assignmentsSchema });

/** Writes values of expressions, one after the other; each sees the ones before it. All or none. */
export default defineNode({
  id: 'transform.assign',
  family: 'values',
  isSupported: true,
  configSchema,
  async enter(step) {
    const { assign } = step.planned.config as z.infer<typeof configSchema>;
    return { type: 'done', writes: await evaluateAssignments(step, assign) };
  },
});
