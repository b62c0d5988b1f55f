import type { Tx } from '../db/tx.ts';
import { appError } from '../kernel/errors.ts';

/**
 * Before an owner leaves or gets another role. The owners' rows are locked in one order, so two owners that step down at once wait for each
 * other and the second one is counted again. Errors: LAST_OWNER when no other person would own the tenant.
 */
export async function assertOwnerRemains(tx: Tx, leavingUserId: string): Promise<void> {
  const { rows } = await tx.query<{ user_id: string; type: string }>({
    name: 'auth.lock_owners',
    text: `SELECT m.user_id, u.type
             FROM member m
             JOIN "user" u ON u.id = m.user_id
            WHERE m.organization_id = $1 AND m.role = 'owner'
            ORDER BY m.user_id
              FOR UPDATE OF m`,
    values: [tx.tenant],
  });
  const people = rows.filter((row) => row.type === 'user');
  const isOwner = people.some((row) => row.user_id === leavingUserId);
  if (isOwner && people.length === 1) throw appError('LAST_OWNER', {});
}
