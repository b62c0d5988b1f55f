import { nameOrigins } from '../../audit/name-origins.ts';
import { listEntryHistory } from '../../store/list-entry-history.ts';
import { procedure } from '../trpc.ts';
import { historyInput, historyOutput } from './store.schema.ts';

/** Every revision of an entry, newest first: what was before and after, and which run and step wrote it. */
export const history = procedure
  .input(historyInput)
  .output(historyOutput)
  .query(({ ctx, input }) =>
    ctx.withTenant(async (tx) => {
      const { items, nextCursor } = await listEntryHistory(tx, input);
      return { items: await nameOrigins(tx, items), nextCursor };
    }),
  );
