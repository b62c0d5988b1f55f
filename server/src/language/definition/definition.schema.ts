import { z } from 'zod';
import { pipeSchema } from './step.schema.ts';
import { triggerSchema } from './trigger.schema.ts';

/** The tree of a workflow, as it is stored, exported and edited. Without a trigger it is started by hand or by another workflow. */
export const workflowDefinitionSchema = z.strictObject({
  id: z.string().min(1),
  /** A draft carries the number that its publication will get. */
  version: z.int().positive(),
  name: z.string().min(1),
  description: z.string().optional(),
  payloadSchemaRef: z.string().min(1),
  trigger: triggerSchema.optional(),
  steps: pipeSchema,
});
export type WorkflowDefinition = z.infer<typeof workflowDefinitionSchema>;

export type { Step } from './step.schema.ts';
