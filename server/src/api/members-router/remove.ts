import { z } from 'zod';
import { removeMember } from '../../auth/remove-member.ts';
import { procedure } from '../trpc.ts';
import { memberInput } from './members.schema.ts';

/** Ends a membership. Errors: NOT_FOUND, LAST_OWNER. */
export const remove = procedure
  .input(memberInput)
  .output(z.object({ userId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    await ctx.withTenant((tx) => removeMember(tx, ctx.writer, input.userId));
    ctx.forgetPrincipals?.();
    return { userId: input.userId };
  });
