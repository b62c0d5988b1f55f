import { expect, test } from 'vitest';
import { copySteps } from '../model/clipboard.ts';
import { toDefinition } from '../model/definition.ts';
import { selectSteps } from '../model/selection.ts';
import { outline, sample } from '../model/testing/designs.ts';
import { createEditor } from '../store/editor.ts';
import { take } from './clipboard.action.ts';
import { EDITOR_ACTIONS, type EditorActionId } from './editor-action.ts';
import { isPressed, keyCaps } from './keys.ts';
import { editorActions } from './registry.ts';

function open(...selected: string[]) {
  const editor = createEditor(toDefinition(sample()), { isReadOnly: false });
  editor.select(selectSteps(...selected));
  const state = () => editor.store.getState();
  return {
    editor,
    state,
    can: (id: EditorActionId) => editorActions[id].canRun(state()),
    run: (id: EditorActionId) => editorActions[id].run(editor),
    outline: () => outline(state().document),
    selected: () => (state().selection.kind === 'steps' ? state().selection : null),
  };
}

const start = 'a check(then: b each(body: c) | else: d) e';

test.each<[EditorActionId, string[], string, string[]]>([
  ['delete', ['a'], 'check(then: b each(body: c) | else: d) e', ['check']],
  ['delete', ['e'], 'a check(then: b each(body: c) | else: d)', ['check']],
  ['delete', ['c'], 'a check(then: b each(body:) | else: d) e', ['each']],
  ['duplicate', ['b'], 'a check(then: b b-2 each(body: c) | else: d) e', ['b-2']],
  ['moveDown', ['a'], 'check(then: a b each(body: c) | else: d) e', ['a']],
  ['moveDown', ['c'], 'a check(then: b each(body:) c | else: d) e', ['c']],
  ['moveDown', ['each'], 'a check(then: b | else: each(body: c) d) e', ['each']],
  ['moveUp', ['e'], 'a check(then: b each(body: c) | else: d e)', ['e']],
  ['moveUp', ['d'], 'a check(then: b each(body: c) d) e', ['d']],
  ['moveUp', ['b'], 'a b check(then: each(body: c) | else: d) e', ['b']],
  ['wrapInIf', ['b', 'each'], 'a check(then: if(then: b each(body: c)) | else: d) e', ['if']],
  ['wrapInForEach', ['a'], 'for-each(body: a) check(then: b each(body: c) | else: d) e', ['for-each']],
  ['wrapInTry', ['e'], 'a check(then: b each(body: c) | else: d) try-catch(try: e | catch:)', ['try-catch']],
  ['unwrap', ['each'], 'a check(then: b c | else: d) e', ['c']],
])('%s of %j gives a tree and a selection that follow', (id, selected, expected, after) => {
  const designer = open(...selected);
  designer.run(id);
  expect(designer.outline()).toBe(expected);
  expect(designer.selected()).toEqual({ kind: 'steps', keys: after });
  designer.run('undo');
  expect(designer.outline()).toBe(start);
  expect(designer.selected()).toEqual({ kind: 'steps', keys: selected });
});

test('a step moves past a branch that is folded', () => {
  const designer = open('a');
  designer.editor.setFolded('check/then', true);
  designer.editor.setFolded('check/else', true);
  designer.run('moveDown');
  expect(designer.outline()).toBe('check(then: b each(body: c) | else: d) a e');
});

test('the first step has nowhere further up to go', () => {
  expect(open('a').run('moveUp')).toEqual({ did: 'cannotMove', count: 1 });
});

test('steps that do not stand in a row cannot be wrapped', () => {
  expect(open('a', 'e').can('wrapInIf')).toBe(false);
  expect(open('a', 'check').can('wrapInIf')).toBe(true);
});

test('only a step that may have a name is renamed, in its settings', () => {
  expect(open('check').can('rename')).toBe(false);
  const designer = open('a');
  designer.run('rename');
  expect(designer.state().wanted).toMatchObject({ pointer: '/name' });
});

test('all steps of the branch are selected', () => {
  const designer = open('b');
  designer.run('selectAll');
  expect(designer.selected()).toEqual({ kind: 'steps', keys: ['b', 'each'] });
  designer.run('deselect');
  expect(designer.state().selection).toEqual({ kind: 'workflow' });
});

test('a block folds with all its branches', () => {
  const designer = open('check');
  expect(designer.run('fold')).toEqual({ did: 'folded', count: 2 });
  expect(designer.can('fold')).toBe(false);
  designer.run('unfold');
  expect(designer.state().folded.size).toBe(0);
});

test('pasted steps go after the selection; a foreign text changes nothing', async () => {
  const designer = open('b');
  expect(await take(copySteps(sample(), ['each']), designer.editor)).toEqual({ did: 'pasted', count: 1 });
  expect(designer.outline()).toBe('a check(then: b each-2(body: c-2) each(body: c) | else: d) e');
  expect(await take('an e-mail', designer.editor)).toEqual({ did: 'noSteps', count: 0 });
});

test('who may only look can copy, fold and select, and change nothing', () => {
  const editor = createEditor(toDefinition(sample()), { isReadOnly: true });
  editor.select(selectSteps('check'));
  const allowed = EDITOR_ACTIONS.filter((id) => editorActions[id].canRun(editor.store.getState()));
  expect(allowed).toEqual(['copy', 'fold', 'selectAll', 'deselect']);
});

const pressed = (key: string, modifiers: Partial<KeyboardEvent> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...modifiers,
});

test('a shortcut is met by its keys and no others', () => {
  expect(isPressed('Mod+Z', pressed('z', { ctrlKey: true }))).toBe(true);
  expect(isPressed('Mod+Z', pressed('z', { metaKey: true }))).toBe(true);
  expect(isPressed('Mod+Z', pressed('Z', { ctrlKey: true, shiftKey: true }))).toBe(false);
  expect(isPressed('Mod+Shift+Z', pressed('Z', { ctrlKey: true, shiftKey: true }))).toBe(true);
  expect(isPressed('Delete', pressed('Delete', { ctrlKey: true }))).toBe(false);
  expect(isPressed('Alt+Shift+I', pressed('ˆ', { altKey: true, shiftKey: true, code: 'KeyI' }))).toBe(true);
  expect(isPressed('+', pressed('+', { shiftKey: true }))).toBe(true);
});

test('every key cap has a sign or a name', () => {
  expect(keyCaps('Alt+ArrowUp', (key) => `<${key}>`)).toEqual(['<Alt>', '↑']);
  expect(keyCaps('+', (key) => key)).toEqual(['+']);
});
