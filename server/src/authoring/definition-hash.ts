import { createHash } from 'node:crypto';
import { canonicalJsonCompact, type Json } from '../kernel/json.ts';

/** sha256 of the canonical text: the same for equal definitions or schemas, whatever the order of their keys. */
export function hashOfJson(value: Json): string {
  return createHash('sha256').update(canonicalJsonCompact(value)).digest('hex');
}
