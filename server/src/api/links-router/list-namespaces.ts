import { listLinkNamespaces } from '../../links/list-namespaces.ts';
import { procedure } from '../trpc.ts';
import { listNamespacesInput, listNamespacesOutput } from './links.schema.ts';

/** Namespaces in use, with how many links each holds. */
export const listNamespaces = procedure
  .input(listNamespacesInput)
  .output(listNamespacesOutput)
  .query(({ ctx, input }) => ctx.withTenant((tx) => listLinkNamespaces(tx, input)));
