/** The word that occurs most; of several the first. */
export function mostUsed(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  let most: string | undefined;
  for (const [word, count] of counts) if (most === undefined || count > (counts.get(most) ?? 0)) most = word;
  return most;
}
