import { can } from '../../kernel/permissions.ts';
import { listRunLinkChanges } from '../../links/list-link-history.ts';
import { listRunRecordChanges } from '../../records/list-record-changes.ts';
import { assertRunIsThere } from '../../runs/get-run.ts';
import { listRunStoreChanges } from '../../store/list-entry-history.ts';
import { nameEnds } from '../links-router/name-ends.ts';
import { procedure } from '../trpc.ts';
import { changesOutput, runIdInput } from './runs.schema.ts';

const MAX_CHANGES = 200;

/** Entries of the data store, links and records that the run's steps changed, oldest first; records for those who may read them. Errors: NOT_FOUND. */
export const changes = procedure
  .input(runIdInput)
  .output(changesOutput)
  .query(({ ctx, input: { runId } }) =>
    ctx.withTenant(async (tx) => {
      await assertRunIsThere(tx, runId);
      const store = await listRunStoreChanges(tx, { runId, limit: MAX_CHANGES });
      const links = await listRunLinkChanges(tx, { runId, limit: MAX_CHANGES });
      const records = can(ctx.principal.role, 'project:read')
        ? await listRunRecordChanges(tx, { runId, limit: MAX_CHANGES })
        : { items: [], nextCursor: null };
      const isCut = [store, links, records].some((page) => page.nextCursor !== null);
      const named = await nameEnds(tx, ctx.principal, links.items);
      return { store: store.items, links: named, records: records.items, isCut };
    }),
  );
