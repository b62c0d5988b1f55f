import type { WorkflowDefinition } from '@penstock/server/language';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Change } from '../model/change.ts';
import { fromDefinition } from '../model/definition.ts';
import type { DesignDocument, StepKey } from '../model/document.ts';
import { emptyHistory, type History, perform, redo, undo } from '../model/history.ts';
import { NOTHING, type Selection } from '../model/selection.ts';
import type { DesignIssue } from './issues.ts';

export interface EditorState {
  readonly document: DesignDocument;
  readonly history: History;
  readonly selection: Selection;
  /** Branches (`PipeKey`) that are folded. */
  readonly folded: ReadonlySet<string>;
  /** A field that asks for the focus: a JSON pointer inside the selected step; `count` tells two wishes for one field apart. */
  readonly wanted: { readonly pointer: string; readonly count: number } | null;
  /** What the server has. */
  readonly saved: DesignDocument;
  readonly issues: readonly DesignIssue[];
  readonly isReadOnly: boolean;
}

export interface RunOptions {
  /** Changes with one tag within 800 ms are undone as one: `${stepKey}${pointer}` while somebody types. */
  tag?: string;
  /** Selected after it; absent = as before, without what is gone. */
  select?: Selection;
}

export interface Editor {
  readonly store: StoreApi<EditorState>;
  run(change: Change, options?: RunOptions): void;
  undo(): void;
  redo(): void;
  select(selection: Selection): void;
  /** Selects the owner of a field and puts the focus there. */
  reveal(selection: Selection, pointer: string): void;
  setFolded(pipe: string, folded: boolean): void;
  setIssues(issues: readonly DesignIssue[]): void;
  markSaved(document: DesignDocument): void;
  /** Begins anew with another definition: an older version, or what somebody else has saved. */
  load(definition: WorkflowDefinition): void;
}

/** The one place that holds a workflow while it is edited. Nothing but `run`, `undo`, `redo` and `load` changes the document. */
export function createEditor(
  definition: WorkflowDefinition,
  options: { isReadOnly: boolean; now?: () => number },
): Editor {
  const now = options.now ?? (() => performance.now());
  const document = fromDefinition(definition);
  const store = createStore<EditorState>(() => ({
    document,
    history: emptyHistory,
    selection: NOTHING,
    folded: new Set(),
    wanted: null,
    saved: document,
    issues: [],
    isReadOnly: options.isReadOnly,
  }));
  const { getState: get, setState: set } = store;
  return {
    store,
    run(change, { tag, select } = {}) {
      if (get().isReadOnly) return;
      const next = perform(get(), change, { selection: select ?? get().selection, tag: tag ?? null, at: now() });
      set({ ...next, selection: present(next.selection, next.document) });
    },
    undo() {
      const before = undo(get());
      if (before !== null) set({ ...before, selection: present(before.selection, before.document) });
    },
    redo() {
      const after = redo(get());
      if (after !== null) set({ ...after, selection: present(after.selection, after.document) });
    },
    select: (selection) => set({ selection: present(selection, get().document), wanted: null }),
    reveal: (selection, pointer) => set({ selection, wanted: { pointer, count: (get().wanted?.count ?? 0) + 1 } }),
    setFolded(pipe, folded) {
      const next = new Set(get().folded);
      if (folded) next.add(pipe);
      else next.delete(pipe);
      set({ folded: next });
    },
    setIssues: (issues) => set({ issues }),
    markSaved: (saved) => set({ saved }),
    load(other) {
      const loaded = fromDefinition(other);
      set({ document: loaded, saved: loaded, history: emptyHistory, selection: NOTHING, issues: [], wanted: null });
    },
  };
}

/** Without steps that are not there any more. */
function present(selection: Selection, document: DesignDocument): Selection {
  if (selection.kind !== 'steps' || selection.keys.every((key) => key in document.steps)) return selection;
  const keys = selection.keys.filter((key: StepKey) => key in document.steps);
  return keys.length === 0 ? NOTHING : { kind: 'steps', keys };
}
