export interface JsonToken {
  kind: 'key' | 'string' | 'number' | 'word' | 'plain';
  text: string;
  /** Offset in the text. */
  at: number;
}

const pattern = /("(?:\\.|[^"\\])*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b/g;

/** Splits JSON text into coloured pieces; text that is cut in the middle is fine. */
export function tokenizeJson(text: string): JsonToken[] {
  const tokens: JsonToken[] = [];
  let done = 0;
  const push = (kind: JsonToken['kind'], from: number, to: number) => {
    if (to > from) tokens.push({ kind, text: text.slice(from, to), at: from });
  };
  for (const match of text.matchAll(pattern)) {
    push('plain', done, match.index);
    const end = match.index + (match[1] ?? match[0]).length;
    const kind =
      match[1] === undefined ? (match[3] === undefined ? 'word' : 'number') : match[2] === undefined ? 'string' : 'key';
    push(kind, match.index, end);
    done = end;
  }
  push('plain', done, text.length);
  return tokens;
}
