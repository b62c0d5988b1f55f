import { listRunLinkChanges } from '../../links/list-link-history.ts';
import { assertRunIsThere } from '../../runs/get-run.ts';
import { listRunStoreChanges } from '../../store/list-entry-history.ts';
import { procedure } from '../trpc.ts';
import { changesOutput, runIdInput } from './runs.schema.ts';

const MAX_CHANGES = 200;

/** Entries of the data store and links that the run's steps changed, oldest first. Errors: NOT_FOUND. */
export const changes = procedure
  .input(runIdInput)
  .output(changesOutput)
  .query(({ ctx, input: { runId } }) =>
    ctx.withTenant(async (tx) => {
      await assertRunIsThere(tx, runId);
      const store = await listRunStoreChanges(tx, { runId, limit: MAX_CHANGES });
      const links = await listRunLinkChanges(tx, { runId, limit: MAX_CHANGES });
      return { store: store.items, links: links.items, isCut: store.nextCursor !== null || links.nextCursor !== null };
    }),
  );
