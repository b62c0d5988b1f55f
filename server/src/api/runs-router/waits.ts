import { listRunWaits } from '../../runs/list-run-waits.ts';
import { procedure } from '../trpc.ts';
import { ofRunInput, waitsOutput } from './runs.schema.ts';
import { viewOf } from './view-of.ts';

/** What the run waited for and still waits for, oldest first. Errors: NOT_FOUND, CURSOR_INVALID. */
export const waits = procedure
  .input(ofRunInput)
  .output(waitsOutput)
  .query(({ ctx, input }) =>
    ctx.platform.db.prismaForTenant(ctx.tenant, (prisma) =>
      listRunWaits(prisma, ctx.tenant, { ...input, view: viewOf(ctx.principal) }),
    ),
  );
