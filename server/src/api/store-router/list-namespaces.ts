import { listStoreNamespaces } from '../../store/list-namespaces.ts';
import { procedure } from '../trpc.ts';
import { listNamespacesInput, listNamespacesOutput } from './store.schema.ts';

/** Namespaces in use, with how many live entries each holds. */
export const listNamespaces = procedure
  .input(listNamespacesInput)
  .output(listNamespacesOutput)
  .query(({ ctx, input }) => ctx.withTenant((tx) => listStoreNamespaces(tx, input)));
