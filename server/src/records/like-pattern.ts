import { escapeLike } from '../db/escape-like.ts';

/** A LIKE pattern that finds `text` anywhere, its letters taken literally. */
export function containsPattern(text: string): string {
  return `%${escapeLike(text)}%`;
}
