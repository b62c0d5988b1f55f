import type { z } from 'zod';
import { UsageError } from './command-error.ts';

/** A value as its schema takes it. Errors: UsageError naming the option. */
export function fieldOf<T>(schema: z.ZodType<T>, option: string, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new UsageError(`${option}: ${result.error.issues.map((issue) => issue.message).join('; ')}`);
}
