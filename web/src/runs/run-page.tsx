import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../api/server-error.tsx';
import { stepTree } from '../steps/step-tree.ts';
import { useDocumentTitle } from '../ui/page.tsx';
import { Loading } from '../ui/states.tsx';
import { useDefinition, useRun, useSteps } from './data/use-run-data.ts';
import { RunBar } from './run-bar.tsx';
import { RunColumns } from './run-columns.tsx';
import classes from './run-page.module.css';
import { type RunDetails, shortId } from './run-types.ts';
import { WaitingBanner } from './waiting-banner.tsx';

const route = getRouteApi('/shell/runs/$runId');

export function RunPage() {
  const { t } = useTranslation('runs');
  const { runId } = route.useParams();
  const run = useRun(runId);
  useDocumentTitle(
    run.data === undefined ? t(($) => $.runName, { id: shortId(runId) }) : `${run.data.workflowName} ${shortId(runId)}`,
  );
  if (run.data !== undefined) return <Loaded key={runId} run={run.data} />;
  return (
    <div className={classes.alone}>
      <h1 className={classes.id}>{t(($) => $.runName, { id: shortId(runId) })}</h1>
      {run.isError ? (
        <ServerError error={run.error} onRetry={() => void run.refetch()} />
      ) : (
        <Loading what={t(($) => $.theRun)} />
      )}
    </div>
  );
}

function Loaded({ run }: { run: RunDetails }) {
  const { t } = useTranslation('runs');
  const definition = useDefinition(run);
  const steps = useSteps(run);
  const tree = useMemo(() => stepTree(definition.data?.definition), [definition.data]);
  return (
    <>
      <RunBar run={run} />
      <WaitingBanner run={run} />
      {definition.isError && <ServerError error={definition.error} onRetry={() => void definition.refetch()} />}
      {steps.query.isError && <ServerError error={steps.query.error} onRetry={() => void steps.query.refetch()} />}
      {definition.data === undefined || steps.query.data === undefined ? (
        <div className={classes.alone}>
          {!definition.isError && !steps.query.isError && <Loading what={t(($) => $.theRun)} />}
        </div>
      ) : (
        <RunColumns run={run} tree={tree} rows={steps.rows} isCut={steps.isCut} />
      )}
    </>
  );
}
