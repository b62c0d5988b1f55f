import { writeAudit } from '../audit/write-audit.ts';
import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import { assertOwnerRemains } from './assert-owner-remains.ts';

/**
 * Ends a membership. A person's account stays, for other tenants and for the audit; a service account ends with its only membership, and its
 * keys with it. Errors: NOT_FOUND, LAST_OWNER.
 */
export async function removeMember(tx: Tx, writer: Writer, userId: string): Promise<void> {
  await assertOwnerRemains(tx, userId);
  const { rowCount } = await tx.query({
    name: 'auth.delete_member',
    text: 'DELETE FROM member WHERE organization_id = $1 AND user_id = $2',
    values: [tx.tenant, userId],
  });
  if (rowCount === 0) throw appError('NOT_FOUND', { resource: 'member', id: userId });
  await tx.query({
    name: 'auth.delete_keys_of_service_account',
    text: `DELETE FROM apikey k USING "user" u
            WHERE k.reference_id = $1::text AND u.id = $1::uuid AND u.type = 'service'`,
    values: [userId],
  });
  await writeAudit(tx, writer, { recordType: 'member', recordId: userId, operation: 'member_remove' });
}
