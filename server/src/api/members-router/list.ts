import { listMembers } from '../../auth/list-members.ts';
import { procedure } from '../trpc.ts';
import { listMembersInput, listMembersOutput } from './members.schema.ts';

/** People and service accounts of the tenant. */
export const list = procedure
  .input(listMembersInput)
  .output(listMembersOutput)
  .query(({ ctx, input }) => ctx.withTenant((tx) => listMembers(tx, input)));
