import { writeAudit } from '../audit/write-audit.ts';
import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';

/**
 * Ends a key within seconds. Its service account stays a member, because workflows that it published act as it; removing the member ends
 * those too. Errors: NOT_FOUND, also for another tenant's key.
 */
export async function revokeApiKey(tx: Tx, writer: Writer, apiKeyId: string): Promise<void> {
  const { rowCount } = await tx.query({
    name: 'auth.revoke_api_key',
    text: `DELETE FROM apikey k USING member m
            WHERE k.id = $2 AND m.user_id::text = k.reference_id AND m.organization_id = $1`,
    values: [tx.tenant, apiKeyId],
  });
  if (rowCount === 0) throw appError('NOT_FOUND', { resource: 'api_key', id: apiKeyId });
  await writeAudit(tx, writer, { recordType: 'api_key', recordId: apiKeyId, operation: 'api_key_revoke' });
}
