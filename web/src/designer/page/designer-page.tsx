import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../../api/server-error.tsx';
import { useTRPC } from '../../api/trpc.ts';
import { useMay } from '../../session/session.ts';
import { lazyPart } from '../../ui/lazy-part.ts';
import { useDocumentTitle } from '../../ui/page.tsx';
import { Loading } from '../../ui/states.tsx';
import { type Catalog, CatalogContext } from '../store/catalog.ts';
import { EditorContext } from '../store/editor-context.ts';
import classes from './designer.module.css';
import { DesignerBar } from './designer-bar.tsx';
import { DesignerFrame } from './designer-frame.tsx';
import type { DesignedWorkflow } from './designer-types.ts';
import { LeaveGuard } from './leave-guard.tsx';
import { useCatalogQuery } from './use-catalog.ts';
import { DraftContext, useDraft } from './use-draft.ts';

const VersionsView = lazyPart(() => import('../versions/versions-view.tsx'), 'VersionsView');

const route = getRouteApi('/shell/workflows/$workflowId');

/** A workflow to look at and to change: its draft as a pipe, its versions. */
export function DesignerPage() {
  const { t } = useTranslation('designer');
  const { workflowId } = route.useParams();
  const trpc = useTRPC();
  const workflow = useQuery(trpc.workflows.get.queryOptions({ workflowId, version: 'draft' }));
  const { catalog, error, retry } = useCatalogQuery();
  useDocumentTitle(workflow.data?.name ?? t(($) => $.title));
  if (workflow.data !== undefined && catalog !== null) {
    return <Designer key={workflow.data.workflowId} workflow={workflow.data} catalog={catalog} />;
  }
  const failed = workflow.error ?? error;
  return (
    <div className={classes.alone}>
      <h1 className={classes.aloneTitle}>{t(($) => $.title)}</h1>
      {failed === null ? (
        <Loading what={t(($) => $.theWorkflow)} />
      ) : (
        <ServerError
          error={failed}
          onRetry={() => {
            void workflow.refetch();
            retry();
          }}
        />
      )}
    </div>
  );
}

function Designer({ workflow, catalog }: { workflow: DesignedWorkflow; catalog: Catalog }) {
  const { view } = route.useSearch();
  const mayManage = useMay('workflow:manage');
  const mayAdmin = useMay('workflow:admin');
  const draft = useDraft(workflow, !mayManage || (workflow.isSystem && !mayAdmin));
  return (
    <CatalogContext value={catalog}>
      <EditorContext value={draft.editor}>
        <DraftContext value={draft.saver}>
          <DesignerBar workflow={workflow} />
          {view === 'versions' ? (
            <Suspense fallback={<div className={classes.alone} />}>
              <VersionsView workflow={workflow} />
            </Suspense>
          ) : (
            <DesignerFrame workflow={workflow} />
          )}
          <LeaveGuard />
        </DraftContext>
      </EditorContext>
    </CatalogContext>
  );
}
