import { z } from 'zod';
import { assignmentsSchema, expressionSchema } from '../definition/values.schema.ts';
import { evaluateAssignments } from './assignments.ts';
import { defineNode } from './define-node.ts';
import { laterBy, toInstant } from './instants.ts';
import { type Outcome, type StepContext, StepFailure } from './node-type.ts';

const configSchema = z
  .strictObject({
    mode: z.enum(['duration', 'until']),
    durationMs: z.int().positive().optional(),
    until: expressionSchema.optional(),
    assign: assignmentsSchema.optional(),
  })
  .refine(({ mode, durationMs }) => mode !== 'duration' || durationMs !== undefined, {
    error: 'duration needs durationMs',
    path: ['durationMs'],
  })
  .refine(({ mode, until }) => mode !== 'until' || until !== undefined, {
    error: 'until needs until',
    path: ['until'],
  });
type Config = z.infer<typeof configSchema>;

/** Parks the run for a time or until an instant; one that has passed goes on at once. Then `vars.timeWait` tells how it went. */
export default defineNode({
  id: 'time.wait',
  family: 'time',
  isSupported: true,
  configSchema,
  async enter(step) {
    const dueAt = await dueOf(step);
    return dueAt <= step.now ? resumed(step, dueAt, step.now) : { type: 'wait', wait: { type: 'time', dueAt } };
  },
  resume(step, answer) {
    if (answer.type !== 'wait' || answer.resolution.type !== 'time') return { type: 'done' };
    const { resumedAt } = answer.resolution;
    return resumed(step, answer.wait.dueAt ?? resumedAt, resumedAt);
  },
});

async function dueOf(step: StepContext): Promise<string> {
  const { mode, durationMs, until } = step.planned.config as Config;
  if (mode === 'duration' || until === undefined) return laterBy(step.now, durationMs ?? 0);
  const value = await step.evaluateRequired(until, { field: 'until' });
  const instant = toInstant(value);
  if (instant !== null) return instant;
  const details = { expression: until.$expr, field: 'until', position: 0, reason: 'it gave no ISO 8601 date-time' };
  throw new StepFailure('ValidationError', 'EXPRESSION_FAILED', details, `${until.$expr}: ${details.reason}`);
}

async function resumed(step: StepContext, dueAt: string, resumedAt: string): Promise<Outcome> {
  const { mode, assign } = step.planned.config as Config;
  const before = [{ path: ['vars', 'timeWait'], value: { mode, dueAt, resumedAt } }];
  return { type: 'done', writes: await evaluateAssignments(step, assign, before), result: { dueAt } };
}
