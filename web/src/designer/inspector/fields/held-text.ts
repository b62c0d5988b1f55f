import { useState } from 'react';
import type { Editor } from '../../store/editor.ts';
import { useEditor } from '../../store/editor-context.ts';
import { useStepKey } from '../step-context.ts';

const texts = new WeakMap<Editor, Map<string, string>>();

/** Text that cannot be stored yet. It outlives the form, so that whoever looks at another step meanwhile finds it again; null = none. */
export function useHeldText(pointer: string): [string | null, (text: string | null) => void] {
  const editor = useEditor();
  const name = `${useStepKey()}${pointer}`;
  const [held, setHeld] = useState(() => texts.get(editor)?.get(name) ?? null);
  const hold = (text: string | null) => {
    const known = texts.get(editor) ?? new Map<string, string>();
    texts.set(editor, known);
    if (text === null) known.delete(name);
    else known.set(name, text);
    setHeld(text);
  };
  return [held, hold];
}
