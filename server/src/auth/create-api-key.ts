import { writeAudit } from '../audit/write-audit.ts';
import type { Tx } from '../db/tx.ts';
import type { Role, Writer } from '../kernel/actor.ts';
import { hashApiKey, newApiKey, VISIBLE_KEY_LENGTH } from './hash-api-key.ts';
import { insertMember } from './insert-member.ts';
import { insertUser } from './insert-user.ts';

export interface CreateApiKeyInput {
  name: string;
  role: Role;
  /** ISO 8601; absent = until it is revoked. */
  expiresAt?: string | undefined;
}

export interface CreatedApiKey {
  apiKeyId: string;
  serviceAccountId: string;
  /** Shown this once: only its hash is kept. */
  key: string;
}

/**
 * A key of a new service account, which is a member with the role: what it publishes or starts acts as that account and can be told apart.
 * The row is as better-auth's api-key plugin writes it.
 */
export async function createApiKey(tx: Tx, writer: Writer, input: CreateApiKeyInput): Promise<CreatedApiKey> {
  const key = newApiKey();
  const apiKeyId = tx.newId();
  const email = `${apiKeyId}@service.invalid`;
  const serviceAccountId = await insertUser(tx, { email, name: input.name, type: 'service', passwordHash: null });
  if (serviceAccountId === null) throw new Error(`The service account ${email} exists already`);
  await insertMember(tx, serviceAccountId, input.role);
  await tx.query({
    name: 'auth.insert_api_key',
    text: `INSERT INTO apikey (id, config_id, name, start, prefix, reference_id, key, enabled, rate_limit_enabled, request_count,
                               expires_at, metadata, created_at, updated_at)
           VALUES ($1, 'default', $2, $3, 'penstock_', $4, $5, true, false, 0, $6, $7, $8, $8)`,
    values: [
      apiKeyId,
      input.name,
      key.slice(0, VISIBLE_KEY_LENGTH),
      serviceAccountId,
      hashApiKey(key),
      input.expiresAt ?? null,
      JSON.stringify({ tenant: tx.tenant }),
      tx.now,
    ],
  });
  const details = { name: input.name, role: input.role, serviceAccountId };
  await writeAudit(tx, writer, { recordType: 'api_key', recordId: apiKeyId, operation: 'api_key_create', details });
  return { apiKeyId, serviceAccountId, key };
}
