import { createHash } from 'node:crypto';
import { formatUuid } from '../kernel/ids.ts';

// Namespace of the ids below; any fixed UUID does, it only must never change.
const NAMESPACE = Buffer.from('6f1d0c0e9a414f0f8b8a2f7c5b1e4d33', 'hex');

/** UUIDv5 of the parts: two workers that create the same thing create the same row. */
export function deterministicId(...parts: (string | number)[]): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(JSON.stringify(parts)).digest();
  bytes[6] = 0x50 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return formatUuid(bytes);
}

export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
