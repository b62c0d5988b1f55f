import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import type { JsonObject } from '../kernel/json.ts';
import { actorFields } from './actor-fields.ts';

/**
 * Fills in what the sender may leave out: when, and who. The tenant is always the caller's: what a body says about it does not
 * matter, because a sender that posts one payload to several tenants is common and a foreign tenant must never be read from a payload.
 */
export function enrichPayload(tx: Tx, writer: Writer, payload: JsonObject): JsonObject {
  const enriched: JsonObject = { ...payload, tenantId: tx.tenant };
  if (isMissing(payload.occurredAt)) enriched.occurredAt = tx.now.toISOString();
  if (!isMissing(payload.actorType)) return enriched;
  if (!isMissing(payload.actorContactId)) return { ...enriched, actorType: 'CONTACT' };
  if (!isMissing(payload.actorUserId)) return { ...enriched, actorType: 'USER' };
  return { ...enriched, ...actorFields(writer) };
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
