import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC, useTRPCClient } from '../../api/trpc.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { useEditor } from '../store/editor-context.ts';
import { toDesignIssues } from '../validation/to-design-issues.ts';
import { openProblems } from '../validation/use-problems.ts';
import type { DesignedWorkflow } from './designer-types.ts';
import { useDraftSaver } from './use-draft.ts';

/** Makes the saved draft the live version; a refusal puts what is in the way at its fields and opens the list. */
export function usePublish(workflow: DesignedWorkflow, onDone: () => void) {
  const { t } = useTranslation('designer');
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const editor = useEditor();
  const saver = useDraftSaver();
  return useMutation({
    mutationFn: () =>
      client.workflows.publish.mutate({
        workflowId: workflow.workflowId,
        expectedDraftVersion: saver.draftVersion(),
      }),
    onSuccess: async (verdict) => {
      editor.setIssues(toDesignIssues(editor.store.getState().document, verdict));
      if (verdict.ok) {
        if (verdict.draftVersion !== undefined) saver.adopt(verdict.draftVersion);
        announce(t(($) => $.publish.announced, { version: verdict.publishedVersion ?? 0 }));
      } else {
        openProblems(true);
      }
      onDone();
      await queries.invalidateQueries(trpc.workflows.pathFilter());
    },
  });
}
