import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DesignDocument } from '../model/document.ts';
import type { Editor } from '../store/editor.ts';
import { createTimer } from './timer.ts';

/** How the draft on the screen stands to the one on the server. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: unknown }
  /** Somebody else has saved since: nothing is sent until the author has chosen. */
  | { readonly kind: 'conflict' };

export interface SavedDraft {
  draftVersion: number;
}

export interface DraftSaver {
  readonly store: StoreApi<SaveState>;
  /** Saves now what is not saved; the state tells how it went. */
  flush(): Promise<SaveState>;
  /** The draft that the next save must replace. */
  draftVersion(): number;
  /** The server has another draft than before, and the editor shows it. */
  adopt(draftVersion: number): void;
  /** The author has merged: what is on the screen replaces that draft. */
  resolve(draftVersion: number): Promise<SaveState>;
  /** Begins to watch the editor; answers how to end it. */
  start(): () => void;
}

export interface DraftSaverOptions {
  editor: Editor;
  draftVersion: number;
  save(document: DesignDocument, expectedDraftVersion: number): Promise<SavedDraft>;
  isConflict(error: unknown): boolean;
  now?: () => number;
}

/** Typing goes on for this long before a save. */
export const SAVE_AFTER_MS = 900;
const RETRY_AFTER_MS = 5_000;

function isDirty({ store }: Editor): boolean {
  const { document, saved } = store.getState();
  return document !== saved;
}

function put(store: StoreApi<SaveState>, state: SaveState): SaveState {
  store.setState(state, true);
  return state;
}

function onDocument({ store }: Editor, changed: () => void): () => void {
  return store.subscribe((state, before) => {
    if (state.document !== before.document) changed();
  });
}

/** Saves the draft while somebody works: one save at a time, each naming the draft that it replaces. */
export function createDraftSaver(options: DraftSaverOptions): DraftSaver {
  const { editor, now = Date.now } = options;
  const store = createStore<SaveState>(() => ({ kind: 'saved', at: null }));
  let draftVersion = options.draftVersion;
  let savedAt: number | null = null;
  let underWay: Promise<SaveState> | null = null;
  const timer = createTimer(() => void flush());
  const set = (state: SaveState) => put(store, state);
  /** Nothing is sent: what was done since was taken back, or the author has to choose first. */
  const settle = () => {
    timer.clear();
    const { kind } = store.getState();
    return kind === 'unsaved' || kind === 'failed' ? set({ kind: 'saved', at: savedAt }) : store.getState();
  };
  const askForSave = () => {
    set({ kind: 'unsaved' });
    timer.start(SAVE_AFTER_MS);
  };
  const changed = () => {
    const { kind } = store.getState();
    if (kind === 'conflict') return;
    if (!isDirty(editor)) settle();
    else if (kind === 'saving') timer.start(SAVE_AFTER_MS);
    else askForSave();
  };

  async function saveOnce(document: DesignDocument): Promise<SaveState> {
    set({ kind: 'saving' });
    try {
      const saved = await options.save(document, draftVersion);
      draftVersion = saved.draftVersion;
      editor.markSaved(document);
      savedAt = now();
      return set({ kind: 'saved', at: savedAt });
    } catch (error) {
      if (options.isConflict(error)) return set({ kind: 'conflict' });
      timer.start(RETRY_AFTER_MS);
      return set({ kind: 'failed', error });
    }
  }

  async function flush(): Promise<SaveState> {
    timer.clear();
    // Whoever waited beside us may have begun the next save first: two at once would name the same draft, and one be refused.
    while (underWay !== null) await underWay;
    if (store.getState().kind === 'conflict' || !isDirty(editor)) return settle();
    underWay = saveOnce(editor.store.getState().document);
    const state = await underWay;
    underWay = null;
    // What was typed while the save was under way goes with the next one.
    if (state.kind === 'saved' && isDirty(editor)) askForSave();
    return store.getState();
  }

  return {
    store,
    flush,
    draftVersion: () => draftVersion,
    adopt(version) {
      timer.clear();
      draftVersion = version;
      savedAt = null;
      if (isDirty(editor)) askForSave();
      else set({ kind: 'saved', at: null });
    },
    resolve(version) {
      draftVersion = version;
      set({ kind: 'unsaved' });
      return flush();
    },
    start() {
      timer.allow(true);
      const unwatch = onDocument(editor, changed);
      return () => {
        timer.allow(false);
        unwatch();
      };
    },
  };
}
