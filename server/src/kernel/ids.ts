import type { Clock } from './clock.ts';

/** Source of new identifiers, injected so that tests are repeatable. */
export interface IdSource {
  /** A UUIDv7: time-ordered, so new rows land at the end of an index. */
  next(): string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/**
 * UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then a 12-bit counter that keeps ids of one millisecond in order, then random bits.
 * `randomBytes` fills the array it is given (crypto.getRandomValues fits).
 */
export function createIdSource(clock: Clock, randomBytes: (target: Uint8Array<ArrayBuffer>) => unknown): IdSource {
  const bytes = new Uint8Array(new ArrayBuffer(16));
  let lastMs = 0;
  let counter = 0;
  return {
    next() {
      randomBytes(bytes);
      const nowMs = clock.now().getTime();
      if (nowMs > lastMs) {
        lastMs = nowMs;
        counter = ((bytes[6] ?? 0) & 0x07) << 8;
      } else {
        counter += 1;
        if (counter > 0xfff) {
          lastMs += 1;
          counter = 0;
        }
      }
      for (let index = 0; index < 6; index += 1) bytes[index] = Math.floor(lastMs / 2 ** (8 * (5 - index))) & 0xff;
      bytes[6] = 0x70 | (counter >> 8);
      bytes[7] = counter & 0xff;
      bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
      return formatUuid(bytes);
    },
  };
}

/** Lower-case text of 16 bytes. */
export function formatUuid(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes.subarray(0, 16)) hex += byte.toString(16).padStart(2, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
