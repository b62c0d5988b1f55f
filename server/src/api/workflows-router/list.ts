import { listWorkflows } from '../../authoring/list-workflows.ts';
import { can } from '../../kernel/permissions.ts';
import { procedure } from '../trpc.ts';
import { listInput, listOutput } from './workflows.schema.ts';

/** Workflows with how their newest runs went. Hidden ones are for admins. Errors: CURSOR_INVALID. */
export const list = procedure
  .input(listInput)
  .output(listOutput)
  .query(({ ctx, input }) =>
    ctx.withTenant((tx) => listWorkflows(tx, { ...input, withInvisible: can(ctx.principal.role, 'workflow:admin') })),
  );
