import type { Tx } from '../db/tx.ts';

export interface Identity {
  user: { id: string; name: string; email: string; type: 'user' | 'service' };
  tenant: { id: string; name: string; slug: string };
}

interface Row {
  user_id: string;
  user_name: string;
  email: string;
  type: 'user' | 'service';
  tenant_name: string;
  slug: string;
}

/** Names of a member and of its tenant, or null when it is not (or no longer) a member. */
export async function findIdentity(tx: Tx, userId: string): Promise<Identity | null> {
  const { rows } = await tx.query<Row>({
    name: 'auth.find_identity',
    text: `SELECT u.id AS user_id, u.name AS user_name, u.email, u.type, o.name AS tenant_name, o.slug
             FROM member m
             JOIN "user" u ON u.id = m.user_id
             JOIN organization o ON o.id = m.organization_id
            WHERE m.organization_id = $1 AND m.user_id = $2`,
    values: [tx.tenant, userId],
  });
  const row = rows[0];
  if (row === undefined) return null;
  return {
    user: { id: row.user_id, name: row.user_name, email: row.email, type: row.type },
    tenant: { id: tx.tenant, name: row.tenant_name, slug: row.slug },
  };
}
