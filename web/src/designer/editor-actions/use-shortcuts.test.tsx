// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { selectSteps } from '../model/selection.ts';
import { driveDesigner } from '../testing/designer-driver.tsx';
import { ShortcutsButton } from './shortcuts-button.tsx';
import { useRunAction } from './use-run-action.ts';
import { useShortcuts } from './use-shortcuts.ts';

function Page() {
  useShortcuts();
  const run = useRunAction();
  return (
    <>
      <section data-region="canvas">
        <button type="button">card</button>
      </section>
      <aside data-region="inspector">
        <input aria-label="Collection" defaultValue="tasks" />
        <button type="button">Add a field</button>
      </aside>
      <ShortcutsButton />
      <button type="button" onClick={() => run('paste')}>
        Paste
      </button>
    </>
  );
}

function open(isReadOnly = false) {
  const designer = driveDesigner(<Page />, { isReadOnly });
  const { editor } = designer;
  editor.select(selectSteps('remember'));
  return { ...designer, ids: () => Object.keys(editor.store.getState().document.steps) };
}

test('Delete takes the selected step away and says so', async () => {
  const { press, ids, said } = open();
  screen.getByText('card').focus();
  await press('{Delete}');
  expect(ids()).not.toContain('remember');
  expect(said()).toBe('1 step deleted.');
});

test('Ctrl+Z brings it back, and Ctrl+Y takes it away again', async () => {
  const { press, ids } = open();
  await press('{Delete}{Control>}z{/Control}');
  expect(ids()).toContain('remember');
  await press('{Control>}y{/Control}');
  expect(ids()).not.toContain('remember');
});

test('keys in a text field are for the text', async () => {
  const { press, ids, editor } = open();
  await press('{Control>}d{/Control}');
  const before = ids().length;
  screen.getByRole('textbox', { name: 'Collection' }).focus();
  await press('{Delete}{Control>}z{/Control}{Control>}d{/Control}');
  expect(ids()).toHaveLength(before);
  expect(editor.store.getState().history.past).toHaveLength(1);
});

test('a step is not deleted while the keyboard is in its settings', async () => {
  const { press, ids } = open();
  screen.getByText('Add a field').focus();
  await press('{Delete}');
  expect(ids()).toContain('remember');
});

/** jsdom has no clipboard of its own. */
function clip(type: 'copy' | 'cut' | 'paste', text = ''): string {
  let held = text;
  const clipboardData = { setData: (_: string, value: string) => (held = value), getData: () => held };
  fireEvent(
    screen.getByText('card'),
    Object.assign(new Event(type, { bubbles: true, cancelable: true }), { clipboardData }),
  );
  return held;
}

test('a step that is cut comes back where it is pasted', async () => {
  const { ids, said } = open();
  const text = clip('cut');
  expect(ids()).not.toContain('remember');
  clip('paste', text);
  await vi.waitFor(() => expect(said()).toBe('1 step pasted.'));
  expect(ids()).toContain('remember');
});

test('a menu pastes what was copied here, where the clipboard may not be read', async () => {
  const { ids, user } = open();
  Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
  clip('cut');
  await user.click(screen.getByText('Paste'));
  await vi.waitFor(() => expect(ids()).toContain('remember'));
});

test('a foreign text is not pasted, and the author hears why', async () => {
  const { ids, said } = open();
  const before = ids();
  clip('paste', 'a line of an e-mail');
  await vi.waitFor(() => expect(said()).toBe('The clipboard holds no steps.'));
  expect(ids()).toEqual(before);
});

test('who may only look changes nothing by keys', async () => {
  const { press, ids } = open(true);
  const before = ids();
  await press('{Delete}{Control>}d{/Control}');
  clip('cut');
  expect(ids()).toEqual(before);
});

test('a question mark lists the keys', async () => {
  const { press } = open();
  screen.getByText('card').focus();
  await press('?');
  expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  expect(screen.getByText('Duplicate')).toBeVisible();
});
