import type { z } from 'zod';
import { appError } from '../../kernel/errors.ts';
import { procedure } from '../trpc.ts';
import { schemaInput, schemaOutput } from './registry.schema.ts';

/** The JSON Schema behind `payload.<Name>.v<n>`. Errors: NOT_FOUND. */
export const schema = procedure
  .input(schemaInput)
  .output(schemaOutput)
  .query(({ ctx, input: { ref } }) => {
    const found = ctx.platform.registry.payloadSchema(ref);
    if (found === undefined) throw appError('NOT_FOUND', { resource: 'payload_schema', id: ref });
    return found as z.output<typeof schemaOutput>;
  });
