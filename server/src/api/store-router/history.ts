import { listEntryHistory } from '../../store/list-entry-history.ts';
import { procedure } from '../trpc.ts';
import { changesOutput, historyInput } from './store.schema.ts';

/** Every revision of an entry, newest first: what was before and after, and which run and step wrote it. */
export const history = procedure
  .input(historyInput)
  .output(changesOutput)
  .query(({ ctx, input }) => ctx.withTenant((tx) => listEntryHistory(tx, input)));
