import { findIdentity } from '../../auth/find-identity.ts';
import { rolePermissions } from '../../kernel/permissions.ts';
import { anyProcedure } from '../trpc.ts';
import { currentSessionSchema } from './current.schema.ts';

/** Who is asking; null without a sign-in. */
export const current = anyProcedure.output(currentSessionSchema).query(async ({ ctx }) => {
  const { principal, platform } = ctx;
  if (principal === null) return null;
  const identity = await platform.db.withTenant(principal.tenant, (tx) => findIdentity(tx, principal.actor.id));
  if (identity === null) return null;
  return { ...identity, role: principal.role, permissions: [...rolePermissions[principal.role]] };
});
