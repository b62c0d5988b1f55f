const LAST_CODE_POINT = '\u{10FFFF}';
const MAX_LABEL_LENGTH = 256;

/**
 * First and last label that begin with `prefix`, in byte order ("C"): a range that an index can seek, letter by letter, where LIKE would
 * give `%` and `_` a meaning and, in a prepared statement, read the whole namespace.
 */
export function prefixRange(prefix: string | undefined = ''): [first: string, last: string] {
  return [prefix, prefix + LAST_CODE_POINT.repeat(MAX_LABEL_LENGTH)];
}
