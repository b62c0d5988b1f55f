import type { WorkflowDefinition } from '@penstock/server/language';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Change } from '../model/change.ts';
import { replaceDocument } from '../model/replace-document.ts';
import { createEditor } from '../store/editor.ts';
import { createDraftSaver, SAVE_AFTER_MS } from './draft-saver.ts';

const definition = (name: string): WorkflowDefinition => ({
  id: 'w',
  version: 1,
  name,
  payloadSchemaRef: 'payload.Empty.v1',
  steps: [],
});

const rename =
  (name: string): Change =>
  (document) => ({
    document: { ...document, head: { ...document.head, name } },
    inverse: rename(document.head.name),
  });

class Stale extends Error {}

function setUp(answers: (() => Promise<{ draftVersion: number }>)[] = []) {
  const sent: { name: string; expected: number }[] = [];
  const editor = createEditor(definition('first'), { isReadOnly: false, now: () => 0 });
  const saver = createDraftSaver({
    editor,
    draftVersion: 1,
    now: () => 5,
    isConflict: (error) => error instanceof Stale,
    save: (saved, expected) => {
      sent.push({ name: saved.head.name, expected });
      return answers.shift()?.() ?? Promise.resolve({ draftVersion: expected + 1 });
    },
  });
  const stop = saver.start();
  return { editor, saver, sent, stop };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a draft', () => {
  test('is saved once typing pauses, naming the draft that it replaces', async () => {
    const { editor, saver, sent } = setUp();

    editor.run(rename('one'));
    editor.run(rename('two'));
    expect(saver.store.getState()).toEqual({ kind: 'unsaved' });
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);

    expect(sent).toEqual([{ name: 'two', expected: 1 }]);
    expect(saver.store.getState()).toEqual({ kind: 'saved', at: 5 });
    editor.run(rename('three'));
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
    expect(sent[1]).toEqual({ name: 'three', expected: 2 });
  });

  test('that was changed while a save was under way is saved again, after it', async () => {
    const gate = Promise.withResolvers<{ draftVersion: number }>();
    const { editor, saver, sent } = setUp([() => gate.promise]);

    editor.run(rename('one'));
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
    editor.run(rename('two'));
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS * 3);
    expect(sent).toHaveLength(1);
    gate.resolve({ draftVersion: 7 });
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);

    expect(sent[1]).toEqual({ name: 'two', expected: 7 });
    expect(saver.store.getState().kind).toBe('saved');
  });

  test('that somebody else has replaced is kept and not sent again until the author has chosen', async () => {
    const { editor, saver, sent } = setUp([() => Promise.reject(new Stale())]);

    editor.run(rename('mine'));
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
    expect(saver.store.getState()).toEqual({ kind: 'conflict' });
    editor.run(rename('more'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    await saver.resolve(9);

    expect(sent[1]).toEqual({ name: 'more', expected: 9 });
    expect(saver.store.getState().kind).toBe('saved');
  });

  test('that could not be sent is tried again and stays on the screen', async () => {
    const { editor, saver, sent } = setUp([() => Promise.reject(new Error('offline'))]);

    editor.run(rename('one'));
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
    expect(saver.store.getState().kind).toBe('failed');
    await vi.advanceTimersByTimeAsync(5_000);

    expect(sent.map(({ name }) => name)).toEqual(['one', 'one']);
    expect(saver.store.getState().kind).toBe('saved');
  });

  test('that could not be sent is given up with its page', async () => {
    const gate = Promise.withResolvers<{ draftVersion: number }>();
    const { editor, sent, stop } = setUp([() => gate.promise]);

    editor.run(rename('one'));
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
    stop();
    gate.reject(new Error('offline'));
    await vi.advanceTimersByTimeAsync(60_000);

    expect(sent).toHaveLength(1);
  });

  test('is saved once where several ask for it while a save is under way', async () => {
    const gate = Promise.withResolvers<{ draftVersion: number }>();
    const { editor, saver, sent } = setUp([() => gate.promise]);

    editor.run(rename('one'));
    const saves = [saver.flush()];
    editor.run(rename('two'));
    saves.push(saver.flush(), saver.flush());
    gate.resolve({ draftVersion: 7 });
    await Promise.all(saves);

    expect(sent).toEqual([
      { name: 'one', expected: 1 },
      { name: 'two', expected: 7 },
    ]);
  });

  test('whose changes are all taken back is saved, and nothing is sent', async () => {
    const { editor, saver, sent } = setUp();
    const { document } = editor.store.getState();

    editor.run(replaceDocument({ ...document, head: { ...document.head, name: 'older' } }));
    expect(saver.store.getState().kind).toBe('unsaved');
    editor.undo();
    expect(saver.store.getState().kind).toBe('saved');
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);

    expect(sent).toEqual([]);
  });

  test('that is published keeps what was typed meanwhile', async () => {
    const { editor, saver, sent } = setUp();

    editor.run(rename('typed'));
    saver.adopt(4);
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);

    expect(sent).toEqual([{ name: 'typed', expected: 4 }]);
  });
});
