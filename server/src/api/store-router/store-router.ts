import { router } from '../trpc.ts';
import { collections } from './collections.ts';
import { deleteOne } from './delete.ts';
import { get } from './get.ts';
import { history } from './history.ts';
import { increment } from './increment.ts';
import { limits } from './limits.ts';
import { list } from './list.ts';
import { listNamespaces } from './list-namespaces.ts';
import { runChanges } from './run-changes.ts';
import { set } from './set.ts';
import { suggestions } from './suggestions.ts';

export const storeRouter = router({
  collections,
  limits,
  listNamespaces,
  list,
  get,
  set,
  delete: deleteOne,
  increment,
  history,
  runChanges,
  suggestions,
});
