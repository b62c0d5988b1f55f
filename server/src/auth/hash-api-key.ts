import { createHash, randomBytes } from 'node:crypto';

/** Shown in lists so that people recognise their keys: the prefix and four characters. */
export const VISIBLE_KEY_LENGTH = 13;

/** A new key: 256 random bits after a prefix that secret scanners can look for. */
export function newApiKey(): string {
  return `penstock_${randomBytes(32).toString('base64url')}`;
}

/** What is stored of a key. A plain hash is enough for 256 random bits, and lets the key be found by an index. */
export function hashApiKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
