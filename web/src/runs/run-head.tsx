import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../api/use-error-text.ts';
import { useEntryLabels } from '../i18n/entry-labels.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Facts } from '../ui/facts.tsx';
import { Elapsed, Moment } from '../ui/moment.tsx';
import { ErrorPanel } from '../ui/states.tsx';
import links from '../ui/text-link.module.css';
import classes from './run-page.module.css';
import { type RunDetails, type StepRow, shortId } from './run-types.ts';

/** The few facts that are asked for first; a failed run says why. */
export function RunHead({ run, rows, isCut }: { run: RunDetails; rows: readonly StepRow[]; isCut: boolean }) {
  const { t } = useTranslation('runs');
  const format = useFormat();
  return (
    <div className={classes.head}>
      <Facts
        across
        facts={[
          { label: t(($) => $.facts.version), value: t(($) => $.facts.versionValue, { version: run.workflowVersion }) },
          { label: t(($) => $.facts.started), value: <Moment iso={run.startedAt} absolute /> },
          { label: t(($) => $.facts.age), value: <Elapsed from={run.startedAt} to={run.completedAt} /> },
          {
            label: t(($) => $.facts.steps),
            value: isCut
              ? t(($) => $.facts.firstSteps, { number: format.number(rows.length) })
              : format.number(rows.length),
          },
          { label: t(($) => $.facts.startedBy), value: <Starter run={run} /> },
        ]}
      />
      {run.error !== null && <RunFailure error={run.error} />}
    </div>
  );
}

function Starter({ run }: { run: RunDetails }) {
  const { t } = useTranslation('runs');
  const labels = useEntryLabels();
  if (run.parentRunId !== null) {
    return (
      <Link to="/runs/$runId" params={{ runId: run.parentRunId }} search={{}} className={links.link}>
        {t(($) => $.runName, { id: shortId(run.parentRunId) })}
      </Link>
    );
  }
  if (run.eventType === null) return <>{t(($) => $.startedBy.hand)}</>;
  return <span title={run.triggerEventId ?? undefined}>{labels.event(run.eventType)}</span>;
}

function RunFailure({ error }: { error: Record<string, unknown> }) {
  const errors = useErrorText();
  const { code, details, stepId, nodePath, message } = error as {
    code?: string;
    details?: Record<string, unknown>;
    stepId?: string;
    nodePath?: string;
    message?: string;
  };
  const technical = [code, message, nodePath, stepId]
    .filter((part) => typeof part === 'string' && part !== '')
    .join('\n');
  return <ErrorPanel text={errors.ofError({ code: code ?? '', details: details ?? {} })} details={technical} />;
}
