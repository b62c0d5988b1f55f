import type { DesignDocument } from './document.ts';

/** One thing that an author does. Pure: it answers the document after it, and the change that takes it back. */
export type Change = (document: DesignDocument) => Applied;

export interface Applied {
  readonly document: DesignDocument;
  readonly inverse: Change;
}

/** Changes one after the other, undone as one. */
export function inOrder(...changes: readonly Change[]): Change {
  return (document) => {
    let now = document;
    const inverses: Change[] = [];
    for (const change of changes) {
      const applied = change(now);
      now = applied.document;
      inverses.unshift(applied.inverse);
    }
    return { document: now, inverse: inOrder(...inverses) };
  };
}
