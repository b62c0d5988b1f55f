import { z } from 'zod';
import { revokeApiKey } from '../../auth/revoke-api-key.ts';
import { procedure } from '../trpc.ts';
import { apiKeyInput } from './api-keys.schema.ts';

/** Ends a key. Errors: NOT_FOUND. */
export const revoke = procedure
  .input(apiKeyInput)
  .output(z.object({ apiKeyId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    await ctx.withTenant((tx) => revokeApiKey(tx, ctx.writer, input.apiKeyId));
    ctx.forgetPrincipals?.();
    return { apiKeyId: input.apiKeyId };
  });
