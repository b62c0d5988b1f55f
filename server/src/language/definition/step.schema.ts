import { z } from 'zod';
import { expressionSchema, mappingSchema, onErrorSchema, retryPolicySchema } from './values.schema.ts';

const id = z.string().min(1);
const itemVar = z.string().min(1);
const version = z.int().positive();

/** Steps one after the other. An interface, because a step may hold pipes and a pipe holds steps. */
export interface Pipe extends Array<Step> {}
export const pipeSchema: z.ZodType<Pipe> = z.lazy(() => z.array(stepSchema));

/** Steps with pipes of their own. Their fields are strict: no name, and retry and onError only where a call can fail by itself. */
export const ifStepSchema = z.strictObject({
  id,
  type: z.literal('control.if'),
  condition: expressionSchema,
  then: pipeSchema,
  else: pipeSchema.optional(),
});
export type IfStep = z.infer<typeof ifStepSchema>;

export const forEachStepSchema = z.strictObject({
  id,
  type: z.literal('control.forEach'),
  items: expressionSchema,
  itemVar,
  /** Items under way at once; absent = 1. */
  concurrency: z.int().positive().optional(),
  body: pipeSchema,
  onItemError: z.enum(['continue', 'fail']).optional(),
});
export type ForEachStep = z.infer<typeof forEachStepSchema>;

export const tryCatchStepSchema = z.strictObject({
  id,
  type: z.literal('control.tryCatch'),
  try: pipeSchema,
  catch: pipeSchema,
  captureErrorAs: z.string().min(1).optional(),
});
export type TryCatchStep = z.infer<typeof tryCatchStepSchema>;

const callWorkflowFields = {
  id,
  type: z.literal('control.callWorkflow'),
  workflowVersion: version,
  inputMapping: mappingSchema.optional(),
  outputMapping: z.record(z.string().min(1), expressionSchema).optional(),
  retry: retryPolicySchema.optional(),
  onError: onErrorSchema.optional(),
};

/** The target is named by `workflowKey`, or by `workflowId`, which holds an id or a key. */
export const callWorkflowStepSchema = z
  .strictObject({
    ...callWorkflowFields,
    workflowId: z.string().min(1).optional(),
    /** Empty while the author has not chosen yet; publishing refuses it. */
    workflowKey: z.string().optional(),
  })
  .refine((step) => (step.workflowId === undefined) !== (step.workflowKey === undefined), {
    error: 'Name the workflow by workflowKey or by workflowId, not both',
    path: ['workflowKey'],
  });
export type CallWorkflowStep = z.infer<typeof callWorkflowStepSchema>;

export const returnStepSchema = z.strictObject({ id, type: z.literal('control.return') });
export type ReturnStep = z.infer<typeof returnStepSchema>;

/** A step without pipes. Its config belongs to its node type, which checks it when the workflow is published. */
export const nodeStepSchema = z.strictObject({
  id,
  type: z
    .string()
    .min(1)
    .refine((type) => !type.startsWith('control.'), { error: 'Not a known control step', abort: true }),
  name: z.string().optional(),
  config: z.record(z.string(), z.json()).optional(),
  retry: retryPolicySchema.optional(),
  onError: onErrorSchema.optional(),
});
export type NodeStep = z.infer<typeof nodeStepSchema>;

export const controlStepSchemas = [
  ifStepSchema,
  forEachStepSchema,
  tryCatchStepSchema,
  callWorkflowStepSchema,
  returnStepSchema,
] as const;

const controlStepSchema = z.discriminatedUnion('type', controlStepSchemas);
export type ControlStep = IfStep | ForEachStep | TryCatchStep | CallWorkflowStep | ReturnStep;
export type Step = ControlStep | NodeStep;

export const stepSchema: z.ZodType<Step> = z.lazy(() => z.union([controlStepSchema, nodeStepSchema]));
