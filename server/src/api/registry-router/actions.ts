import { describeAction } from '../../registry/describe-action.ts';
import { procedure } from '../trpc.ts';
import { actionsOutput } from './registry.schema.ts';

/** Every action that a workflow can call, with its schemas. */
export const actions = procedure
  .output(actionsOutput)
  .query(({ ctx }) => ({ items: ctx.platform.registry.actions().map(describeAction), nextCursor: null }));
