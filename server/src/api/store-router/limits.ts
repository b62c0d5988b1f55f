import { procedure } from '../trpc.ts';
import { limitsOutput } from './store.schema.ts';

/** What a value may take; attributes of links share it. */
export const limits = procedure
  .output(limitsOutput)
  .query(({ ctx }) => ({ maxValueBytes: ctx.platform.config.WORKFLOW_STORE_MAX_VALUE_BYTES }));
