import type { Change } from './change.ts';
import type { DesignDocument } from './document.ts';
import type { Selection } from './selection.ts';

interface Entry {
  readonly undo: Change;
  /** Both sides: undo goes back to where the author looked, redo to where they looked after it. */
  readonly before: Selection;
  readonly after: Selection;
  /** Typing in one field within `COALESCE_MS` is one entry. */
  readonly tag: string | null;
  readonly at: number;
}

export interface History {
  readonly past: readonly Entry[];
  readonly future: readonly Entry[];
}

export const emptyHistory: History = { past: [], future: [] };

export const COALESCE_MS = 800;
const MAX_ENTRIES = 500;

interface Situation {
  readonly document: DesignDocument;
  readonly selection: Selection;
  readonly history: History;
}

export interface Step {
  readonly selection: Selection;
  readonly tag: string | null;
  /** Milliseconds on any clock that only goes on. */
  readonly at: number;
}

/** Does a change and remembers how to take it back. */
export function perform(now: Situation, change: Change, { selection, tag, at }: Step): Situation {
  const { document, inverse } = change(now.document);
  if (document === now.document) return { ...now, selection };
  const last = now.history.past.at(-1);
  const joins = tag !== null && last !== undefined && last.tag === tag && at - last.at <= COALESCE_MS;
  const entry: Entry = joins
    ? { undo: after(inverse, last.undo), before: last.before, after: selection, tag, at }
    : { undo: inverse, before: now.selection, after: selection, tag, at };
  const past = joins ? now.history.past.slice(0, -1) : now.history.past;
  return { document, selection, history: { past: [...past, entry].slice(-MAX_ENTRIES), future: [] } };
}

/** null = there is nothing to take back. */
export function undo(now: Situation): Situation | null {
  const entry = now.history.past.at(-1);
  if (entry === undefined) return null;
  const { document, inverse } = entry.undo(now.document);
  return {
    document,
    selection: entry.before,
    history: {
      past: now.history.past.slice(0, -1),
      // A change that was taken back joins nothing that is typed later.
      future: [...now.history.future, { ...entry, undo: inverse, tag: null }],
    },
  };
}

/** null = nothing was taken back, or something else was done since. */
export function redo(now: Situation): Situation | null {
  const entry = now.history.future.at(-1);
  if (entry === undefined) return null;
  const { document, inverse } = entry.undo(now.document);
  return {
    document,
    selection: entry.after,
    history: { past: [...now.history.past, { ...entry, undo: inverse }], future: now.history.future.slice(0, -1) },
  };
}

/** First the one change, then the other: as one. */
function after(first: Change, second: Change): Change {
  return (document) => {
    const one = first(document);
    const two = second(one.document);
    return { document: two.document, inverse: after(two.inverse, one.inverse) };
  };
}
