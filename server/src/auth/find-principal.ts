import type { Pool } from 'pg';
import type { Role } from '../kernel/actor.ts';
import { hashApiKey } from './hash-api-key.ts';
import type { Principal } from './principal.ts';

interface Row {
  tenant: string;
  user_id: string;
  user_type: 'user' | 'service';
  role: Role;
}

/**
 * The member behind an API key, or null when the key is unknown, switched off or over, or its account is no member any more.
 * Runs outside a tenant, because the key is what names the tenant; reads sign-in tables only.
 */
export async function findPrincipalOfApiKey(pool: Pool, key: string, now: Date): Promise<Principal | null> {
  const { rows } = await pool.query<Row>({
    name: 'auth.find_principal_of_api_key',
    text: `SELECT m.organization_id AS tenant, u.id AS user_id, u.type AS user_type, m.role
             FROM apikey k
             JOIN "user" u ON u.id::text = k.reference_id
             JOIN member m ON m.user_id = u.id
            WHERE k.key = $1 AND k.enabled IS NOT FALSE AND (k.expires_at IS NULL OR k.expires_at > $2)
            ORDER BY m.created_at
            LIMIT 1`,
    values: [hashApiKey(key), now],
  });
  return toPrincipal(rows[0], 'api-key');
}

/**
 * The membership that a session works in: the active tenant's, or else the first one's, when the active one was lost. Null when the user
 * belongs to no tenant.
 */
export async function findPrincipalOfUser(
  pool: Pool,
  userId: string,
  activeTenant: string | null,
): Promise<Principal | null> {
  const { rows } = await pool.query<Row>({
    name: 'auth.find_principal_of_user',
    text: `SELECT m.organization_id AS tenant, u.id AS user_id, u.type AS user_type, m.role
             FROM member m
             JOIN "user" u ON u.id = m.user_id
            WHERE m.user_id = $1 AND u.banned IS NOT TRUE
            ORDER BY (m.organization_id = $2::uuid) DESC NULLS LAST, m.created_at
            LIMIT 1`,
    values: [userId, activeTenant],
  });
  return toPrincipal(rows[0], 'session');
}

/** Notes that a key was used, at most once a minute. */
export async function touchApiKey(pool: Pool, key: string, now: Date): Promise<void> {
  await pool.query({
    name: 'auth.touch_api_key',
    text: `UPDATE apikey SET last_request = $2
            WHERE key = $1 AND (last_request IS NULL OR last_request < $2::timestamptz - interval '1 minute')`,
    values: [hashApiKey(key), now],
  });
}

function toPrincipal(row: Row | undefined, via: Principal['via']): Principal | null {
  if (row === undefined) return null;
  return { tenant: row.tenant, actor: { id: row.user_id, type: row.user_type }, role: row.role, via };
}
