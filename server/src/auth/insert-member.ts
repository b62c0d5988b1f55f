import type { Tx } from '../db/tx.ts';
import type { Role } from '../kernel/actor.ts';

/** Joins a user to the tenant; answers false when it is a member already. */
export async function insertMember(tx: Tx, userId: string, role: Role): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'auth.insert_member',
    text: `INSERT INTO member (id, organization_id, user_id, role, created_at)
           VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (organization_id, user_id) DO NOTHING`,
    values: [tx.newId(), tx.tenant, userId, role, tx.now],
  });
  return rowCount === 1;
}
