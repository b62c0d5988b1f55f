import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../../api/server-error.tsx';
import { useTRPC } from '../../api/trpc.ts';
import dialog from '../../ui/dialog.module.css';
import { Loading } from '../../ui/states.tsx';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { compareDocuments } from '../conflict/compare.ts';
import { fromDefinition } from '../model/definition.ts';
import { useEditorState } from '../store/editor-context.ts';
import { ChangeList } from '../versions/change-list.tsx';
import type { DesignedWorkflow } from './designer-types.ts';
import { usePublish } from './use-publish.ts';

/** What goes live, compared with what is live. */
export function PublishDialog({ workflow, onClose }: { workflow: DesignedWorkflow; onClose: () => void }) {
  useFocusReturn();
  const { t } = useTranslation('designer');
  const { t: tCommon } = useTranslation('common');
  const publishing = usePublish(workflow, onClose);
  const live = workflow.publishedVersion;
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={t(($) => $.publish.title, { name: workflow.name })}
      closeButtonProps={{ 'aria-label': tCommon(($) => $.close) }}
    >
      <p className={dialog.effect}>
        {live === null ? t(($) => $.publish.first) : t(($) => $.publish.next, { version: live })}
      </p>
      {live !== null && <LiveChanges workflowId={workflow.workflowId} version={live} />}
      {publishing.error !== null && <ServerError error={publishing.error} />}
      <div className={dialog.buttons}>
        <Button variant="default" onClick={onClose}>
          {tCommon(($) => $.back)}
        </Button>
        <Button onClick={() => publishing.mutate()} loading={publishing.isPending} data-autofocus>
          {t(($) => $.publish.verb)}
        </Button>
      </div>
    </Modal>
  );
}

function LiveChanges({ workflowId, version }: { workflowId: string; version: number }) {
  const { t } = useTranslation('designer');
  const trpc = useTRPC();
  const live = useQuery(trpc.workflows.get.queryOptions({ workflowId, version }));
  const document = useEditorState((state) => state.document);
  if (live.isPending) return <Loading rows={2} what={t(($) => $.versions.theVersion)} />;
  if (live.isError) return <ServerError error={live.error} onRetry={() => void live.refetch()} />;
  return <ChangeList comparison={compareDocuments(fromDefinition(live.data.definition as never), document)} />;
}
