import { listRunSnapshots } from '../../runs/list-run-snapshots.ts';
import { procedure } from '../trpc.ts';
import { snapshotsInput, snapshotsOutput } from './runs.schema.ts';
import { viewOf } from './view-of.ts';

/** Redacted envelopes, newest first. Errors: NOT_FOUND, CURSOR_INVALID. */
export const snapshots = procedure
  .input(snapshotsInput)
  .output(snapshotsOutput)
  .query(({ ctx, input }) =>
    ctx.platform.db.prismaForTenant(ctx.tenant, (prisma) =>
      listRunSnapshots(prisma, ctx.tenant, { ...input, view: viewOf(ctx.principal) }),
    ),
  );
