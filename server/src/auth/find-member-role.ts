import type { Tx } from '../db/tx.ts';
import type { Role } from '../kernel/actor.ts';

/** The role that a person or service account has in the tenant now, or null when it is not a member. */
export async function findMemberRole(tx: Tx, userId: string): Promise<Role | null> {
  const { rows } = await tx.query<{ role: Role }>({
    name: 'auth.find_member_role',
    text: 'SELECT role FROM member WHERE organization_id = $1 AND user_id = $2',
    values: [tx.tenant, userId],
  });
  return rows[0]?.role ?? null;
}
