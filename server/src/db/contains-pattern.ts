/** A LIKE pattern that finds `text` anywhere, its letters taken literally: `%`, `_` and `\` lose their meaning. */
export function containsPattern(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (letter) => `\\${letter}`)}%`;
}
