import { z } from 'zod';
import { changeMemberRole } from '../../auth/change-member-role.ts';
import { procedure } from '../trpc.ts';
import { changeRoleInput } from './members.schema.ts';

/** Gives a member another role. Errors: NOT_FOUND, LAST_OWNER. */
export const changeRole = procedure
  .input(changeRoleInput)
  .output(z.object({ userId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    await ctx.withTenant((tx) => changeMemberRole(tx, ctx.writer, input));
    ctx.forgetPrincipals?.();
    return { userId: input.userId };
  });
