import registry from 'virtual:registry';
import type { WorkflowDefinition } from '@penstock/server/language';
import { type ReactNode, useMemo } from 'react';
import { CatalogContext, toCatalog } from '../store/catalog.ts';
import { createEditor, type Editor } from '../store/editor.ts';
import { EditorContext } from '../store/editor-context.ts';
import { mirrorDefinition } from './fixture.ts';

export interface StoryEditorProps {
  definition?: WorkflowDefinition;
  isReadOnly?: boolean;
  /** What happened before the part is looked at: a selection, findings. */
  prepare?: (editor: Editor) => void;
  children: ReactNode;
}

const catalog = toCatalog(registry.designerCatalog, registry.events.items);

/** Names that stand in the workflow and in the registry: they are read in every language. Sentences of the registry are not among them. */
export const namesInStories: readonly unknown[] = [mirrorDefinition, ...namesIn(registry)];

function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return /\s/.test(value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [key, ...namesIn(each)]);
}

/** An editor with a workflow in it and the entries of the product, for stories of the designer's parts. */
export function StoryEditor({
  definition = mirrorDefinition,
  isReadOnly = false,
  prepare,
  children,
}: StoryEditorProps) {
  const editor = useMemo(() => {
    const made = createEditor(definition, { isReadOnly });
    prepare?.(made);
    return made;
  }, [definition, isReadOnly, prepare]);
  return (
    <CatalogContext value={catalog}>
      <EditorContext value={editor}>{children}</EditorContext>
    </CatalogContext>
  );
}
