import { listRunSteps } from '../../runs/list-run-steps.ts';
import { procedure } from '../trpc.ts';
import { stepsInput, stepsOutput } from './runs.schema.ts';
import { viewOf } from './view-of.ts';

/** Steps in the order in which they began, one row per try. Errors: NOT_FOUND, CURSOR_INVALID. */
export const steps = procedure
  .input(stepsInput)
  .output(stepsOutput)
  .query(({ ctx, input }) =>
    ctx.platform.db.prismaForTenant(ctx.tenant, (prisma) =>
      listRunSteps(prisma, ctx.tenant, { ...input, view: viewOf(ctx.principal) }),
    ),
  );
