import { useMemo } from 'react';
import type { StepKey } from '../model/document.ts';
import { useCatalog } from '../store/catalog.ts';
import { useEditorState } from '../store/editor-context.ts';
import type { Scope } from './scope.ts';
import { scopeAt } from './scope-at.ts';
import { sourcesOf } from './sources.ts';

/** What the expressions of a step, or of the trigger's mapping, can read. */
export function useScope(place: StepKey | 'trigger'): Scope {
  const document = useEditorState((state) => state.document);
  const catalog = useCatalog();
  return useMemo(() => scopeAt(document, place, sourcesOf(catalog)), [document, place, catalog]);
}
