import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { apiErrorOf } from '../../api/api-error.ts';
import { useTRPC, useTRPCClient } from '../../api/trpc.ts';
import { toDefinition } from '../model/definition.ts';
import { createDraftSaver, type DraftSaver, type SaveState } from '../saving/draft-saver.ts';
import { createEditor, type Editor } from '../store/editor.ts';
import { toDesignIssues } from '../validation/to-design-issues.ts';
import type { DesignedWorkflow } from './designer-types.ts';

export interface Draft {
  editor: Editor;
  saver: DraftSaver;
}

export const DraftContext = createContext<DraftSaver | null>(null);

export function useDraftSaver(): DraftSaver {
  const saver = use(DraftContext);
  if (saver === null) throw new Error('There is no draft around this part');
  return saver;
}

export function useSaveState(): SaveState {
  return useStore(useDraftSaver().store);
}

/** The editor of a workflow's draft, saved while somebody works; a draft that another tab or person saves shows up by itself. */
export function useDraft(workflow: DesignedWorkflow, isReadOnly: boolean): Draft {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { workflowId } = workflow;
  const [draft] = useState<Draft>(() => {
    const editor = createEditor(workflow.definition as never, { isReadOnly });
    editor.setIssues(toDesignIssues(editor.store.getState().document, workflow.validation));
    const saver = createDraftSaver({
      editor,
      draftVersion: workflow.draftVersion,
      isConflict: (error) => apiErrorOf(error).code === 'DRAFT_STALE',
      save: async (document, expectedDraftVersion) => {
        const definition = toDefinition(document) as never;
        const saved = await client.workflows.updateDraft.mutate({ workflowId, definition, expectedDraftVersion });
        editor.setIssues(toDesignIssues(document, saved.validation));
        return saved;
      },
    });
    return { editor, saver };
  });
  useEffect(() => draft.saver.start(), [draft]);
  // What others see of this workflow is asked for again when somebody goes on to their page.
  useEffect(() => () => void queries.invalidateQueries(trpc.workflows.pathFilter()), [queries, trpc]);
  useEffect(() => {
    if (workflow.draftVersion <= draft.saver.draftVersion()) return;
    // A save of our own may be under way: its answer tells which draft this is. What is unsaved here finds out when it is saved.
    if (draft.saver.store.getState().kind !== 'saved') return;
    draft.editor.load(workflow.definition as never);
    draft.editor.setIssues(toDesignIssues(draft.editor.store.getState().document, workflow.validation));
    draft.saver.adopt(workflow.draftVersion);
  }, [workflow, draft]);
  return draft;
}
