import { z } from 'zod';
import type { Json } from '../../kernel/json.ts';
import { assignmentsSchema, expressionSchema } from '../definition/values.schema.ts';
import type { EventFilter } from '../interpreter/types.ts';
import { checkEventWait } from '../validation/check-event-wait.ts';
import { evaluateAssignments } from './assignments.ts';
import { defineNode } from './define-node.ts';
import { laterBy } from './instants.ts';
import { StepFailure } from './node-type.ts';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const LIST_OPERATORS: ReadonlySet<string> = new Set(['in', 'not_in']);
const PRESENCE_OPERATORS: ReadonlySet<string> = new Set(['exists', 'not_exists']);
const TEXT_OPERATORS: ReadonlySet<string> = new Set(['contains', 'starts_with', 'ends_with']);

const filterSchema = z
  .strictObject({
    path: z.string().min(1),
    op: z.enum([
      '=',
      '!=',
      'in',
      'not_in',
      'exists',
      'not_exists',
      '>',
      '>=',
      '<',
      '<=',
      'contains',
      'starts_with',
      'ends_with',
    ]),
    value: z.union([scalar, z.array(scalar)]).optional(),
  })
  .superRefine(({ op, value }, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['value'], message });
    if (PRESENCE_OPERATORS.has(op)) {
      if (value !== undefined) refuse(`${op} takes no value`);
    } else if (LIST_OPERATORS.has(op)) {
      if (!Array.isArray(value)) refuse(`${op} takes a list`);
    } else if (TEXT_OPERATORS.has(op)) {
      if (typeof value !== 'string') refuse(`${op} takes a text`);
    } else if (value === undefined || Array.isArray(value)) refuse(`${op} takes one value`);
  });

const configSchema = z.strictObject({
  eventName: z.string().min(1),
  correlationKey: expressionSchema,
  filters: z.array(filterSchema).optional(),
  /** How many waiting runs one event resumes: the oldest, or all. */
  resume: z.enum(['one', 'all']).optional(),
  /** An event that came up to this long before the wait began meets it too. */
  bufferMs: z.int().min(0).optional(),
  timeoutMs: z.int().positive().optional(),
  assign: assignmentsSchema.optional(),
});

/** Parks the run until an event with its name and key comes. Then `vars.event` is its payload. Errors: TimeoutError, ValidationError. */
export default defineNode({
  id: 'event.wait',
  family: 'time',
  isSupported: true,
  configSchema,
  validate: checkEventWait,
  async enter(step) {
    const config = step.planned.config as z.infer<typeof configSchema>;
    const key = await step.evaluateRequired(config.correlationKey, { field: 'correlationKey' });
    return {
      type: 'wait',
      wait: {
        type: 'event',
        eventName: config.eventName,
        correlationKey: keyText(key, config.correlationKey.$expr),
        filters: (config.filters ?? []) as EventFilter[],
        resume: config.resume ?? 'one',
        bufferMs: config.bufferMs ?? 0,
        dueAt: config.timeoutMs === undefined ? null : laterBy(step.now, config.timeoutMs),
      },
    };
  },
  async resume(step, answer) {
    if (answer.type !== 'wait' || answer.resolution.type !== 'event') return { type: 'done' };
    const config = step.planned.config as z.infer<typeof configSchema>;
    const { eventName, eventId, payload } = answer.resolution;
    const event = [
      { path: ['vars', 'event'], value: payload },
      { path: ['vars', 'eventName'], value: eventName },
    ];
    return {
      type: 'done',
      writes: await evaluateAssignments(step, config.assign, event),
      result: { eventName, eventId },
    };
  },
});

/** No event carries a longer key, and no index takes one. */
const MAX_KEY_LENGTH = 256;

function keyText(value: Json, expression: string): string {
  if (value === null) return '';
  const key = typeof value === 'string' ? value : JSON.stringify(value);
  if (key.length <= MAX_KEY_LENGTH) return key;
  const reason = `a correlation key has at most ${MAX_KEY_LENGTH} characters, this one has ${key.length}`;
  const details = { expression, field: 'correlationKey', position: 0, reason };
  throw new StepFailure('ValidationError', 'EXPRESSION_FAILED', details, `${expression}: ${reason}`);
}
