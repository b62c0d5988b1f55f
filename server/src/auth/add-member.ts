import { writeAudit } from '../audit/write-audit.ts';
import type { Tx } from '../db/tx.ts';
import type { Role, Writer } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import { insertMember } from './insert-member.ts';
import { insertUser } from './insert-user.ts';

export interface AddMemberInput {
  email: string;
  name: string;
  role: Role;
  /** Of a new account; one that exists keeps its password. */
  passwordHash: string;
}

/**
 * Joins a person to the tenant, making the account when the e-mail address is new.
 * Errors: RECORD_ALREADY_EXISTS when the person is a member already.
 */
export async function addMember(
  tx: Tx,
  writer: Writer,
  { email, name, role, passwordHash }: AddMemberInput,
): Promise<{ userId: string; created: boolean }> {
  const createdId = await insertUser(tx, { email, name, type: 'user', passwordHash });
  const userId = createdId ?? (await idOfEmail(tx, email));
  if (!(await insertMember(tx, userId, role)))
    throw appError('RECORD_ALREADY_EXISTS', { resource: 'member', id: email });
  const details = { role, created: createdId !== null };
  await writeAudit(tx, writer, { recordType: 'member', recordId: userId, operation: 'member_add', details });
  return { userId, created: createdId !== null };
}

async function idOfEmail(tx: Tx, email: string): Promise<string> {
  const { rows } = await tx.query<{ id: string }>({
    name: 'auth.find_user_by_email',
    text: `SELECT id FROM "user" WHERE email = $1 AND type = 'user'`,
    values: [email],
  });
  const userId = rows[0]?.id;
  // The address belongs to a service account, which is made with its key and never added by hand.
  if (userId === undefined) throw appError('RECORD_ALREADY_EXISTS', { resource: 'user', id: email });
  return userId;
}
