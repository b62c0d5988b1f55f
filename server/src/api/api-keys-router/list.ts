import { listApiKeys } from '../../auth/list-api-keys.ts';
import { procedure } from '../trpc.ts';
import { listApiKeysInput, listApiKeysOutput } from './api-keys.schema.ts';

/** Keys of the tenant, without the keys themselves. */
export const list = procedure
  .input(listApiKeysInput)
  .output(listApiKeysOutput)
  .query(({ ctx, input }) => ctx.withTenant((tx) => listApiKeys(tx, input)));
