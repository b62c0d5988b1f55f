/** Text that LIKE takes letter by letter: `%`, `_` and `\` lose their meaning. */
export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (char) => `\\${char}`);
}
