import { listRunInvocations } from '../../runs/list-run-invocations.ts';
import { procedure } from '../trpc.ts';
import { invocationsInput, invocationsOutput } from './runs.schema.ts';
import { viewOf } from './view-of.ts';

/** Calls of actions in the order of their steps. Errors: NOT_FOUND, CURSOR_INVALID. */
export const invocations = procedure
  .input(invocationsInput)
  .output(invocationsOutput)
  .query(({ ctx, input }) => ctx.withTenant((tx) => listRunInvocations(tx, { ...input, view: viewOf(ctx.principal) })));
