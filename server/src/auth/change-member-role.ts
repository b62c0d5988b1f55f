import { writeAudit } from '../audit/write-audit.ts';
import type { Tx } from '../db/tx.ts';
import type { Role, Writer } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import { assertOwnerRemains } from './assert-owner-remains.ts';

/** Gives a member another role; it counts within seconds, for open sessions and keys too. Errors: NOT_FOUND, LAST_OWNER. */
export async function changeMemberRole(tx: Tx, writer: Writer, input: { userId: string; role: Role }): Promise<void> {
  if (input.role !== 'owner') await assertOwnerRemains(tx, input.userId);
  const { rowCount } = await tx.query({
    name: 'auth.change_member_role',
    text: 'UPDATE member SET role = $3 WHERE organization_id = $1 AND user_id = $2',
    values: [tx.tenant, input.userId, input.role],
  });
  if (rowCount === 0) throw appError('NOT_FOUND', { resource: 'member', id: input.userId });
  const details = { role: input.role };
  await writeAudit(tx, writer, {
    recordType: 'member',
    recordId: input.userId,
    operation: 'member_change_role',
    details,
  });
}
