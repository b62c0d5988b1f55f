import { useRef, useState } from 'react';
import type { Editor } from '../../store/editor.ts';
import { useEditor } from '../../store/editor-context.ts';
import { useStepKey } from '../step-context.ts';
import type { InputMode, ModeMemory } from './modes.ts';

interface Remembered {
  chosen?: InputMode;
  values: ModeMemory;
}

const memories = new WeakMap<Editor, Map<string, Remembered>>();

/** What the author chose for a field and what it held in the other ways; lives as long as the editor. */
export function useModeMemory(pointer: string): {
  chosen: InputMode | undefined;
  values: ModeMemory;
  choose: (mode: InputMode, values: ModeMemory) => void;
} {
  const editor = useEditor();
  const key = useStepKey();
  const name = `${key}${pointer}`;
  const memory = useRef<Map<string, Remembered>>(null);
  memory.current ??= memoryOf(editor);
  const [, redraw] = useState(0);
  const remembered = memory.current.get(name);
  return {
    chosen: remembered?.chosen,
    values: remembered?.values ?? {},
    choose: (chosen, values) => {
      memoryOf(editor).set(name, { chosen, values });
      redraw((count) => count + 1);
    },
  };
}

function memoryOf(editor: Editor): Map<string, Remembered> {
  const known = memories.get(editor);
  if (known !== undefined) return known;
  const made = new Map<string, Remembered>();
  memories.set(editor, made);
  return made;
}
