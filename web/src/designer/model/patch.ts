import type { Applied } from './change.ts';
import type { DesignDocument, PipeKey, StepBody, StepKey, WorkflowHead } from './document.ts';

/** What a change makes different; undefined takes an entry away. */
export interface Patch {
  readonly head?: WorkflowHead;
  readonly steps?: Readonly<Record<StepKey, StepBody | undefined>>;
  readonly pipes?: Readonly<Record<PipeKey, readonly StepKey[] | undefined>>;
}

/** Everything that the patch does not name stays the same object. Its inverse is the patch of what was there before. */
export function applyPatch(document: DesignDocument, patch: Patch): Applied {
  const before: Patch = {
    ...(patch.head === undefined ? {} : { head: document.head }),
    ...(patch.steps === undefined ? {} : { steps: entriesBefore(document.steps, patch.steps) }),
    ...(patch.pipes === undefined ? {} : { pipes: entriesBefore(document.pipes, patch.pipes) }),
  };
  return {
    document: {
      head: patch.head ?? document.head,
      steps: patch.steps === undefined ? document.steps : patched(document.steps, patch.steps),
      pipes: patch.pipes === undefined ? document.pipes : patched(document.pipes, patch.pipes),
    },
    inverse: (after) => applyPatch(after, before),
  };
}

/** Of a change that the document refuses: it is left as it is. */
export function unchanged(document: DesignDocument): Applied {
  return { document, inverse: unchanged };
}

function entriesBefore<T>(entries: Readonly<Record<string, T>>, patch: Readonly<Record<string, T | undefined>>) {
  return Object.fromEntries(Object.keys(patch).map((key) => [key, entries[key]]));
}

function patched<T>(entries: Readonly<Record<string, T>>, patch: Readonly<Record<string, T | undefined>>) {
  const next: Record<string, T> = { ...entries };
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) delete next[key];
    else next[key] = value;
  }
  return next;
}
