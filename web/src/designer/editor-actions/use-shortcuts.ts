import { useEffect, useEffectEvent } from 'react';
import { useEditor } from '../store/editor-context.ts';
import { take, write } from './clipboard.action.ts';
import { EDITOR_ACTIONS } from './editor-action.ts';
import { isTyping } from './is-typing.ts';
import { isPressed } from './keys.ts';
import { editorActions } from './registry.ts';
import { useRunAction, useTellDeed } from './use-run-action.ts';

/** Every action by its keys. A text field keeps its own keys; what changes steps works only where the canvas has the keyboard. */
export function useShortcuts(): void {
  const editor = useEditor();
  const run = useRunAction();
  const tell = useTellDeed();

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target) || isInDialog(event.target)) return;
    const hasCanvas = isAtCanvas(event.target);
    const id = EDITOR_ACTIONS.find((each) => {
      const { keys, isGlobal, via } = editorActions[each];
      return via === undefined && (isGlobal || hasCanvas) && keys.some((key) => isPressed(key, event));
    });
    if (id === undefined) return;
    // The browser's own meaning of the keys never happens by surprise, also when there is nothing to do.
    if (run(id) || event.ctrlKey || event.metaKey || event.altKey) event.preventDefault();
  });

  const clip = useEffectEvent((event: ClipboardEvent) => {
    if (event.defaultPrevented || event.clipboardData === null) return;
    if (isTyping(event.target) || isInDialog(event.target) || !isAtCanvas(event.target)) return;
    if (event.type === 'paste') {
      if (!editorActions.paste.canRun(editor.store.getState())) return;
      event.preventDefault();
      void take(event.clipboardData.getData('text/plain'), editor).then(tell);
      return;
    }
    const kind = event.type === 'cut' ? 'cut' : 'copy';
    // Text that the reader has marked is what they want to copy.
    const isMarked = window.getSelection()?.isCollapsed === false;
    if (isMarked || !editorActions[kind].canRun(editor.store.getState())) return;
    event.preventDefault();
    tell(write(event.clipboardData, kind, editor));
  });

  useEffect(() => {
    const clips = ['copy', 'cut', 'paste'] as const;
    document.addEventListener('keydown', press);
    for (const type of clips) document.addEventListener(type, clip);
    return () => {
      document.removeEventListener('keydown', press);
      for (const type of clips) document.removeEventListener(type, clip);
    };
  }, []);
}

function isAtCanvas(target: EventTarget | null): boolean {
  if (target === document || target === document.body) return true;
  return target instanceof Element && target.closest('[data-region="canvas"]') !== null;
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="menu"]') !== null;
}
