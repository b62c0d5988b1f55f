import type { AnyTRPCRouter } from '@trpc/server';
import { z } from 'zod';
import type { JsonObject } from '../../kernel/json.ts';
import { inputJsonSchema } from './coerce-query.ts';

/** What the REST table and the OpenAPI document need to know of a procedure. */
export interface ProcedureFacts {
  name: string;
  type: 'query' | 'mutation' | 'subscription';
  /** JSON Schema of the input; `{}` when it takes none. */
  input: JsonObject;
  /** JSON Schema of the answer; null when the procedure declares none. */
  output: JsonObject | null;
}

interface RuntimeDefinition {
  type: ProcedureFacts['type'];
  inputs?: unknown[];
  output?: unknown;
}

/** Every procedure of a router by its name, `<router>.<operation>`. */
export function proceduresOf(router: AnyTRPCRouter): ReadonlyMap<string, ProcedureFacts> {
  const facts = new Map<string, ProcedureFacts>();
  for (const [name, procedure] of Object.entries(
    router._def.procedures as Record<string, { _def: RuntimeDefinition }>,
  )) {
    const { type, inputs, output } = procedure._def;
    const input = inputs?.at(-1);
    facts.set(name, {
      name,
      type,
      input: input instanceof z.ZodType ? inputJsonSchema(input) : {},
      output: output instanceof z.ZodType ? outputJsonSchema(output) : null,
    });
  }
  return facts;
}

function outputJsonSchema(output: z.ZodType): JsonObject {
  return z.toJSONSchema(output, { io: 'output', unrepresentable: 'any', target: 'draft-2020-12' }) as JsonObject;
}
