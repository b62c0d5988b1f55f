import { timingSafeEqual } from 'node:crypto';
import { createFirstOwner, isSetUpNeeded } from '../../auth/set-up.ts';
import { appError } from '../../kernel/errors.ts';
import { anyProcedure } from '../trpc.ts';
import { createOwnerInput, createOwnerOutput } from './create-owner.schema.ts';

/** Makes the first tenant and its owner; works once. Errors: SETUP_ALREADY_DONE, SETUP_TOKEN_INVALID. */
export const createOwner = anyProcedure
  .input(createOwnerInput)
  .output(createOwnerOutput)
  .mutation(async ({ ctx, input }) => {
    if (!(await isSetUpNeeded(ctx.platform))) throw appError('SETUP_ALREADY_DONE', {});
    if (typeof ctx.setupToken === 'string' && !isSame(ctx.setupToken, input.token ?? '')) {
      throw appError('SETUP_TOKEN_INVALID', {});
    }
    const { email, name, password, tenantName } = input;
    const { userId } = await createFirstOwner(ctx.platform, { email, name, password, tenantName }, 'ui');
    return { userId, email };
  });

function isSame(expected: string, given: string): boolean {
  const left = Buffer.from(expected);
  const right = Buffer.from(given);
  return left.length === right.length && timingSafeEqual(left, right);
}
