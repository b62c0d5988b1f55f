import type { Change } from './change.ts';
import type { DesignDocument } from './document.ts';

/** Another document as a whole: an older version brought back, or a merge. Undone like every other change. */
export function replaceDocument(next: DesignDocument): Change {
  return (document) => ({ document: next, inverse: replaceDocument(document) });
}
