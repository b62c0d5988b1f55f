import { z } from 'zod';
import type { Json } from '../../kernel/json.ts';

/** `{ $expr }`: text of an expression. An empty text is legal while an author is still writing; publishing refuses it. */
export const expressionSchema = z.strictObject({ $expr: z.string() });
export type Expression = z.infer<typeof expressionSchema>;

/** `{ $secret }`: name of a secret, resolved at the edge of the action that uses it and nowhere before. */
export const secretSchema = z.strictObject({ $secret: z.string() });
export type SecretReference = z.infer<typeof secretSchema>;

/** An expression, a secret, or a literal that may hold expressions and secrets at any depth. */
export const mappingValueSchema: z.ZodType<Json> = z.json();

/** Target member → mapping value. */
export const mappingSchema = z.record(z.string(), mappingValueSchema);
export type Mapping = z.infer<typeof mappingSchema>;

/** Assignment path → expression, written in the order of its members. */
export const assignmentsSchema = z.record(z.string().min(1), expressionSchema);
export type Assignments = z.infer<typeof assignmentsSchema>;

export const retryPolicySchema = z.strictObject({
  /** Counts the first attempt. */
  maxAttempts: z.int().positive(),
  backoffMs: z.int().min(0),
  backoffMultiplier: z.number().positive().optional(),
  jitter: z.boolean().optional(),
  /** Cap of one delay, jitter included. */
  maxDelayMs: z.int().positive().optional(),
  /** Error categories; absent = every category. */
  retryOn: z.array(z.string()).optional(),
});
export type RetryPolicy = z.infer<typeof retryPolicySchema>;

export const onErrorSchema = z.strictObject({ policy: z.enum(['fail', 'continue']) });
export type OnError = z.infer<typeof onErrorSchema>;
