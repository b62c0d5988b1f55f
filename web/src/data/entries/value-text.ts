const PREVIEW_CHARACTERS = 120;

/** A value in one short line. */
export function valuePreview(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  // Room after braces and commas reads better, and only what is shown is worth the work.
  return text.slice(0, PREVIEW_CHARACTERS).replace(/^\{(?!\})/, '{ ');
}

/** UTF-8 bytes of the compact JSON: what the limit counts. */
export function valueBytes(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value) ?? 'null').length;
}
