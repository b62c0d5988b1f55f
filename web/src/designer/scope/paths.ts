/** Names from a root inwards; a number is the place in a list. */
export type Path = readonly (string | number)[];

const PLAIN = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Words of the expression language: a member that is called so is quoted. */
const WORDS: ReadonlySet<string> = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);

/** The expression that reads a path. */
export function formatPath(path: Path): string {
  return path
    .map((segment, at) => {
      if (typeof segment === 'number') return `[${segment}]`;
      return `${at === 0 ? '' : '.'}${formatName(segment)}`;
    })
    .join('');
}

export function formatName(name: string): string {
  return PLAIN.test(name) && !WORDS.has(name) ? name : `\`${name}\``;
}

const PIECE = /\s*(?:(\.)\s*)?(?:([A-Za-z_][A-Za-z0-9_]*)|`([^`]+)`|\[\s*(\d+)\s*\])/y;

/** The path that an expression consists of; null = it is more than a path, or no path at all. */
export function parsePath(text: string): Path | null {
  const source = text.trim();
  const path: (string | number)[] = [];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < source.length) {
    const piece = PIECE.exec(source);
    if (piece === null) return null;
    const [, dot, plain, quoted, index] = piece;
    if (index !== undefined) {
      if (dot !== undefined || path.length === 0) return null;
      path.push(Number(index));
    } else {
      if ((dot === undefined) !== (path.length === 0)) return null;
      if (plain !== undefined && WORDS.has(plain)) return null;
      path.push(quoted ?? plain ?? '');
    }
  }
  return path.length === 0 ? null : path;
}
