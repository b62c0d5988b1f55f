import { router } from '../trpc.ts';
import { around } from './around.ts';
import { deleteMany } from './delete.ts';
import { history } from './history.ts';
import { list } from './list.ts';
import { listNamespaces } from './list-namespaces.ts';
import { lookup } from './lookup.ts';
import { runChanges } from './run-changes.ts';
import { suggestions } from './suggestions.ts';
import { upsert } from './upsert.ts';

export const linksRouter = router({
  listNamespaces,
  list,
  around,
  lookup,
  upsert,
  delete: deleteMany,
  history,
  runChanges,
  suggestions,
});
