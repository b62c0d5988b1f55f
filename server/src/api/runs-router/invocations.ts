import { listRunInvocations } from '../../runs/list-run-invocations.ts';
import { procedure } from '../trpc.ts';
import { invocationsOutput, ofRunInput } from './runs.schema.ts';
import { viewOf } from './view-of.ts';

/** Calls of actions, oldest first. Errors: NOT_FOUND, CURSOR_INVALID. */
export const invocations = procedure
  .input(ofRunInput)
  .output(invocationsOutput)
  .query(({ ctx, input }) =>
    ctx.platform.db.prismaForTenant(ctx.tenant, (prisma) =>
      listRunInvocations(prisma, ctx.tenant, { ...input, view: viewOf(ctx.principal) }),
    ),
  );
