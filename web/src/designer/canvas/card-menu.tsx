import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EditorActionId } from '../editor-actions/editor-action.ts';
import { KeyCaps } from '../editor-actions/key-caps.tsx';
import { editorActions } from '../editor-actions/registry.ts';
import { useRunAction } from '../editor-actions/use-run-action.ts';
import { useEditor } from '../store/editor-context.ts';
import classes from './canvas.module.css';
import { type CanvasLayout, stopOfStep } from './canvas-layout.ts';
import { canvasStore, scrollToStop, useCanvas } from './canvas-store.ts';
import { useCardName } from './use-words.ts';

const groups: readonly (readonly EditorActionId[])[] = [
  ['rename', 'duplicate', 'copy', 'cut', 'paste'],
  ['moveUp', 'moveDown', 'fold', 'unfold'],
  ['wrapInIf', 'wrapInForEach', 'wrapInTry', 'unwrap'],
  ['delete'],
];

/** What can be done with the card whose dots were pressed. One menu for all cards, set beside the one. */
export function CardMenu({ layout }: { layout: CanvasLayout }) {
  const { t } = useTranslation(['canvas', 'palette']);
  const editor = useEditor();
  const nameOf = useCardName();
  const key = useCanvas((state) => state.menuOf);
  const card = key === null ? undefined : layout.cards.get(key);
  const body = key === null ? undefined : editor.store.getState().document.steps[key];
  if (key === null || card === undefined || body === undefined) return null;
  const close = () => {
    if (canvasStore.getState().menuOf === null) return;
    canvasStore.setState({ menuOf: null });
    // A wish of the action that was chosen goes first: to the name of the step, to its copy.
    if (editor.store.getState().wanted === null) scrollToStop(stopOfStep(key), { focus: true });
  };
  return (
    <Menu
      opened
      onChange={(opened) => !opened && close()}
      position="bottom-end"
      offset={4}
      width={310}
      returnFocus={false}
      // The span that it is set beside is no button: it opens nothing and says nothing.
      {...{ withRoles: false }}
    >
      <Menu.Target>
        <span
          className={classes.anchor}
          style={{ insetBlockStart: `${(card.top + 34) / 16}rem`, insetInlineEnd: '0.5rem' }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={t(($) => $.card.menu, { name: nameOf(body) })}>
        <MenuGroups />
      </Menu.Dropdown>
    </Menu>
  );
}

function MenuGroups() {
  const { t } = useTranslation('palette');
  const editor = useEditor();
  const run = useRunAction();
  const state = editor.store.getState();
  const shown = groups
    .map((group) => group.filter((id) => editorActions[id].canRun(state)))
    .filter((group) => group.length > 0);
  return shown.map((group, index) => (
    <div key={group.join()}>
      {index > 0 && <Menu.Divider />}
      {group.map((id) => (
        <Menu.Item
          key={id}
          data-danger={id === 'delete' || undefined}
          rightSection={<KeyCaps shortcut={editorActions[id].keys[0] ?? ''} />}
          onClick={() => run(id)}
        >
          {t(($) => $.actions[id])}
        </Menu.Item>
      ))}
    </div>
  ));
}
