import type { Tx } from '../db/tx.ts';

export interface NewUser {
  email: string;
  name: string;
  type: 'user' | 'service';
  /** As better-auth hashes it; null for a service account, which never signs in with a password. */
  passwordHash: string | null;
}

/**
 * Adds an account, or answers null when the e-mail address is taken. One statement decides, so two callers cannot both win; the password
 * lies in better-auth's own table, as its sign-in expects it.
 */
export async function insertUser(tx: Tx, { email, name, type, passwordHash }: NewUser): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>({
    name: 'auth.insert_user',
    text: `INSERT INTO "user" (id, email, name, type, email_verified, created_at, updated_at)
           VALUES ($1, $2, $3, $4, true, $5, $5)
           ON CONFLICT (email) DO NOTHING
           RETURNING id`,
    values: [tx.newId(), email, name, type, tx.now],
  });
  const userId = rows[0]?.id;
  if (userId === undefined) return null;
  if (passwordHash !== null) {
    await tx.query({
      name: 'auth.insert_password',
      text: `INSERT INTO account (id, account_id, provider_id, user_id, password, created_at, updated_at)
             VALUES ($1, $2::text, 'credential', $2::uuid, $3, $4, $4)`,
      values: [tx.newId(), userId, passwordHash, tx.now],
    });
  }
  return userId;
}
