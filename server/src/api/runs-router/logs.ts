import { listRunLogs } from '../../runs/list-run-logs.ts';
import { procedure } from '../trpc.ts';
import { logsInput, logsOutput } from './runs.schema.ts';
import { viewOf } from './view-of.ts';

/** Log lines, oldest first. Errors: NOT_FOUND, CURSOR_INVALID. */
export const logs = procedure
  .input(logsInput)
  .output(logsOutput)
  .query(({ ctx, input }) =>
    ctx.platform.db.prismaForTenant(ctx.tenant, (prisma) =>
      listRunLogs(prisma, ctx.tenant, { ...input, view: viewOf(ctx.principal) }),
    ),
  );
