import { listVersions } from '../../authoring/list-versions.ts';
import { procedure } from '../trpc.ts';
import { versionsInput, versionsOutput } from './workflows.schema.ts';

/** Published versions, newest first. Errors: NOT_FOUND, CURSOR_INVALID. */
export const versions = procedure
  .input(versionsInput)
  .output(versionsOutput)
  .query(({ ctx, input }) => ctx.withTenant((tx) => listVersions(tx, input)));
