import { createHash } from 'node:crypto';
import { canonicalJsonCompact, type JsonObject } from '../kernel/json.ts';

/** sha256 of what the sender said, before anything is filled in: equal for equal events, whatever the order of members. */
export function payloadHash(eventName: string, payload: JsonObject): string {
  return createHash('sha256')
    .update(canonicalJsonCompact([eventName, payload]))
    .digest('hex');
}
