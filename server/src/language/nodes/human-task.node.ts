import { z } from 'zod';
import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { assignmentsSchema, expressionSchema, mappingSchema } from '../definition/values.schema.ts';
import { evaluateAssignments } from './assignments.ts';
import { defineNode } from './define-node.ts';
import { laterBy } from './instants.ts';

const configSchema = z.strictObject({
  taskType: z.string().min(1),
  title: expressionSchema,
  description: expressionSchema.optional(),
  contextData: mappingSchema.optional(),
  /** JSON Schema of the answer; absent = the tenant's form of the task type. */
  formSchema: z.record(z.string(), z.json()).optional(),
  timeoutMs: z.int().positive().optional(),
  assign: assignmentsSchema.optional(),
});
type Config = z.infer<typeof configSchema>;

/** Parks the run until a person has done a task; `vars.event` is then the answer. Its runtime part is not built yet. */
export default defineNode({
  id: 'human.task',
  family: 'people',
  isSupported: false,
  configSchema,
  async enter(step) {
    const config = step.planned.config as Config;
    const title = await step.evaluateRequired(config.title, { field: 'title' });
    const description = config.description && (await step.evaluate(config.description, { field: 'description' }));
    return {
      type: 'wait',
      wait: {
        type: 'human',
        taskType: config.taskType,
        title: String(title),
        description: description === undefined || description === null ? null : String(description),
        contextData: await step.evaluateMapping(config.contextData ?? {}, null),
        formSchema: (config.formSchema as JsonObject | undefined) ?? null,
        dueAt: config.timeoutMs === undefined ? null : laterBy(step.now, config.timeoutMs),
      },
    };
  },
  async resume(step, answer) {
    if (answer.type !== 'wait' || answer.resolution.type !== 'human') return { type: 'done' };
    const { taskId, output } = answer.resolution;
    const event = [
      { path: ['vars', 'event'], value: { ...(isJsonObject(output) ? output : {}), taskId } as JsonObject },
    ];
    const { assign } = step.planned.config as Config;
    return { type: 'done', writes: await evaluateAssignments(step, assign, event), result: { taskId } };
  },
});
