import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../../api/server-error.tsx';
import { useTRPC } from '../../api/trpc.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Loading } from '../../ui/states.tsx';
import { compareDocuments } from '../conflict/compare.ts';
import { fromDefinition } from '../model/definition.ts';
import type { DesignDocument } from '../model/document.ts';
import { replaceDocument } from '../model/replace-document.ts';
import { NOTHING } from '../model/selection.ts';
import type { DesignedWorkflow } from '../page/designer-types.ts';
import { useEditor, useEditorState } from '../store/editor-context.ts';
import { ChangeList } from './change-list.tsx';
import classes from './versions.module.css';

const route = getRouteApi('/shell/workflows/$workflowId');

/** What the draft would change of a version, and the way back to it. */
export function VersionDetails({ workflow, version }: { workflow: DesignedWorkflow; version: number }) {
  const { t } = useTranslation('designer');
  const trpc = useTRPC();
  const found = useQuery(trpc.workflows.get.queryOptions({ workflowId: workflow.workflowId, version }));
  return (
    <section className={classes.details} aria-label={t(($) => $.versions.version, { version })}>
      {found.isPending && <Loading rows={3} what={t(($) => $.versions.theVersion)} />}
      {found.isError && <ServerError error={found.error} onRetry={() => void found.refetch()} />}
      {found.data !== undefined && (
        <Compared version={version} document={fromDefinition(found.data.definition as never)} />
      )}
    </section>
  );
}

function Compared({ version, document }: { version: number; document: DesignDocument }) {
  const { t } = useTranslation('designer');
  const editor = useEditor();
  const announce = useAnnounce();
  const navigate = route.useNavigate();
  const draft = useEditorState((state) => state.document);
  const isReadOnly = useEditorState((state) => state.isReadOnly);
  const comparison = compareDocuments(document, draft);
  const isSame = comparison.head.length + comparison.steps.length === 0;
  const restore = () => {
    // The draft keeps its own number; only what the version says comes back.
    const head = { ...document.head, id: draft.head.id, version: draft.head.version };
    editor.run(replaceDocument({ ...document, head }), { select: NOTHING });
    announce(t(($) => $.versions.restored, { version }));
    void navigate({ search: {} });
  };
  return (
    <>
      <div className={classes.detailsHead}>
        <h2 className={classes.detailsTitle}>{t(($) => $.versions.compared, { version })}</h2>
        {!isReadOnly && !isSame && (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={15} stroke={1.7} aria-hidden />}
            onClick={restore}
          >
            {t(($) => $.versions.restore, { version })}
          </Button>
        )}
      </div>
      <ChangeList comparison={comparison} />
    </>
  );
}
