import { randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { addMember } from '../../auth/add-member.ts';
import { procedure } from '../trpc.ts';
import { addMemberInput, addMemberOutput } from './members.schema.ts';

/** Joins a person to the tenant. Errors: RECORD_ALREADY_EXISTS. */
export const add = procedure
  .input(addMemberInput)
  .output(addMemberOutput)
  .mutation(async ({ ctx, input }) => {
    const { email, name = email, role } = input;
    const password = input.password ?? randomBytes(12).toString('base64url');
    const passwordHash = await hashPassword(password);
    const { userId, created } = await ctx.withTenant((tx) =>
      addMember(tx, ctx.writer, { email, name, role, passwordHash }),
    );
    return { userId, password: created && input.password === undefined ? password : null };
  });
