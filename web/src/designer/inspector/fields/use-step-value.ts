import type { Json } from '@penstock/server/language';
import { useCallback, useMemo } from 'react';
import { setStepField } from '../../model/commands/set-step-field.ts';
import { parsePointer, valueAt } from '../../model/pointer.ts';
import { useEditor, useEditorState } from '../../store/editor-context.ts';
import { useStepKey } from '../step-context.ts';

interface StepValue {
  readonly value: Json | undefined;
  /** Typing in one field is undone as one; `alone` = this change is one by itself. */
  readonly set: (value: Json | undefined, alone?: 'alone') => void;
}

/** One value of the step: what shows it is drawn again only when it changes. */
export function useStepValue(pointer: string): StepValue {
  const key = useStepKey();
  const editor = useEditor();
  const segments = useMemo(() => parsePointer(pointer) ?? [], [pointer]);
  const value = useEditorState((state) => valueAt(state.document.steps[key] as unknown as Json | undefined, segments));
  const set = useCallback(
    (next: Json | undefined, alone?: 'alone') =>
      editor.run(setStepField(key, pointer, next), alone === undefined ? { tag: `${key}${pointer}` } : {}),
    [editor, key, pointer],
  );
  return { value, set };
}

export function useIsReadOnly(): boolean {
  return useEditorState((state) => state.isReadOnly);
}
