import type { Tx } from '../db/tx.ts';
import type { Role } from '../kernel/actor.ts';
import { decodeCursor, type Page, toPage } from '../kernel/pagination.ts';

export interface ApiKey {
  apiKeyId: string;
  name: string;
  /** First characters of the key. */
  start: string;
  serviceAccountId: string;
  role: Role;
  createdAt: string;
  /** To the minute; null = never. */
  lastUsedAt: string | null;
  expiresAt: string | null;
}

interface Row {
  id: string;
  name: string | null;
  start: string | null;
  user_id: string;
  role: Role;
  created_at: Date;
  last_request: Date | null;
  expires_at: Date | null;
}

/** Keys of the tenant's service accounts, oldest first; never the keys themselves. Errors: CURSOR_INVALID. */
export async function listApiKeys(
  tx: Tx,
  input: { limit: number; cursor?: string | undefined },
): Promise<Page<ApiKey>> {
  const after = input.cursor === undefined ? null : String(decodeCursor(input.cursor, 1)[0]);
  const { rows } = await tx.query<Row>({
    name: 'auth.list_api_keys',
    text: `SELECT k.id, k.name, k.start, m.user_id, m.role, k.created_at, k.last_request, k.expires_at
             FROM apikey k
             JOIN member m ON m.user_id::text = k.reference_id
            WHERE m.organization_id = $1 AND ($2::text IS NULL OR k.id::text > $2)
            ORDER BY k.id::text
            LIMIT $3`,
    values: [tx.tenant, after, input.limit + 1],
  });
  return toPage(rows, input.limit, (row) => [row.id], toApiKey);
}

function toApiKey(row: Row): ApiKey {
  return {
    apiKeyId: row.id,
    name: row.name ?? '',
    start: row.start ?? '',
    serviceAccountId: row.user_id,
    role: row.role,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_request?.toISOString() ?? null,
    expiresAt: row.expires_at?.toISOString() ?? null,
  };
}
