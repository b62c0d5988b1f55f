import { validateForTenant } from '../../authoring/validate-definition.ts';
import { procedure } from '../trpc.ts';
import { validateInput, validateOutput } from './workflows.schema.ts';

/** What publishing would say about a definition; nothing is saved. `id` and `version` may be absent, they are set when it is saved. */
export const validate = procedure
  .input(validateInput)
  .output(validateOutput)
  .mutation(({ ctx, input }) =>
    ctx.withTenant(async (tx) => {
      const definition = { id: 'draft', version: 1, ...input.definition };
      const { errors, warnings } = await validateForTenant(
        tx,
        ctx.platform.registry,
        definition,
        input.payloadSchemaMode,
      );
      return { ok: errors.length === 0, errors, warnings };
    }),
  );
