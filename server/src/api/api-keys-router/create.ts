import { createApiKey } from '../../auth/create-api-key.ts';
import { procedure } from '../trpc.ts';
import { createApiKeyInput, createApiKeyOutput } from './api-keys.schema.ts';

/** A key of a new service account; the answer is the only place where it can be read. */
export const create = procedure
  .input(createApiKeyInput)
  .output(createApiKeyOutput)
  .mutation(({ ctx, input }) => ctx.withTenant((tx) => createApiKey(tx, ctx.writer, input)));
