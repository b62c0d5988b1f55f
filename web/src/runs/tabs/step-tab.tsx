import { IconHandClick } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { useErrorText } from '../../api/use-error-text.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { kindOf } from '../../steps/step-kinds.ts';
import type { StepTree } from '../../steps/step-tree.ts';
import { useStepName } from '../../steps/use-step-name.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Facts } from '../../ui/facts.tsx';
import { JsonView } from '../../ui/json-view.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorPanel } from '../../ui/states.tsx';
import { shownStepStatus } from '../../ui/status.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { Tile } from '../../ui/tile.tsx';
import type { RunDetails, StepRow } from '../run-types.ts';
import classes from './tabs.module.css';

/** One step in one pass: how it ended, what went in and came out, every try. */
export function StepTab({
  run,
  tree,
  rows,
  selected,
}: {
  run: RunDetails;
  tree: StepTree;
  rows: readonly StepRow[];
  selected: { step: string; at: string } | null;
}) {
  const { t } = useTranslation('runs');
  const nameOf = useStepName();
  const step = selected === null ? undefined : tree.steps.get(selected.step);
  if (selected === null || step === undefined) {
    return <EmptyState icon={IconHandClick} title={t(($) => $.step.none.title)} text={t(($) => $.step.none.text)} />;
  }
  const tries = rows.filter((row) => row.stepPath === selected.step && row.iterationKey === selected.at);
  const last = tries.at(-1);
  const kind = kindOf(step.actionId ?? step.type);
  return (
    <>
      <div className={classes.stepHead}>
        <Tile icon={kind.icon} family={kind.family} />
        <h2 className={classes.stepName}>{nameOf(step)}</h2>
        <StatusBadge status={last === undefined ? 'queued' : shownStepStatus(last.status)} />
      </div>
      <Facts
        facts={[
          { label: t(($) => $.step.id), value: <code>{step.stepId}</code> },
          { label: t(($) => $.step.kind), value: <code>{step.actionId ?? step.type}</code> },
          { label: t(($) => $.step.path), value: <code>{step.path}</code> },
        ]}
      />
      {last === undefined ? (
        <p className={classes.note}>{t(($) => $.step.notReached)}</p>
      ) : (
        <>
          <StepError row={last} />
          <StepCall run={run} step={selected.step} at={selected.at} />
          {last.result !== null && (
            <Panel heading={t(($) => $.step.result)}>
              <JsonView value={last.result} label={t(($) => $.step.result)} />
            </Panel>
          )}
          <Tries tries={tries} />
        </>
      )}
    </>
  );
}

function StepError({ row }: { row: StepRow }) {
  const errors = useErrorText();
  const error = row.error as { code?: string; message?: string; details?: Record<string, unknown> } | null;
  if (error === null) return null;
  const technical = [error.code, error.message].filter(Boolean).join('\n');
  return (
    <div className={classes.section}>
      <ErrorPanel text={errors.ofError({ code: error.code ?? '', details: error.details ?? {} })} details={technical} />
    </div>
  );
}

/** Input and output of the action, from the ledger. */
function StepCall({ run, step, at }: { run: RunDetails; step: string; at: string }) {
  const { t } = useTranslation('runs');
  const trpc = useTRPC();
  const calls = useQuery(trpc.runs.invocations.queryOptions({ runId: run.runId, limit: 200 }));
  const call = calls.data?.items.find((each) => each.stepPath === step && each.iterationKey === at);
  if (call === undefined) return null;
  return (
    <>
      <Panel heading={t(($) => $.step.input)}>
        <JsonView value={call.input} label={t(($) => $.step.input)} />
      </Panel>
      {call.output !== null && (
        <Panel heading={t(($) => $.step.output)}>
          <JsonView value={call.output} label={t(($) => $.step.output)} />
        </Panel>
      )}
    </>
  );
}

function Tries({ tries }: { tries: readonly StepRow[] }) {
  const { t } = useTranslation('runs');
  const format = useFormat();
  const columns: Column<StepRow>[] = [
    { id: 'attempt', header: t(($) => $.step.attempt), width: '6rem', cell: (row) => format.number(row.attempt) },
    {
      id: 'status',
      header: t(($) => $.columns.status),
      cell: (row) => <StatusBadge status={shownStepStatus(row.status)} />,
    },
    { id: 'started', header: t(($) => $.columns.started), cell: (row) => <Moment iso={row.startedAt} absolute /> },
    {
      id: 'took',
      header: t(($) => $.columns.took),
      align: 'end',
      cell: (row) => (row.durationMs === null ? '' : format.duration(row.durationMs)),
    },
  ];
  return (
    <Panel heading={t(($) => $.step.attempts)} count={format.number(tries.length)}>
      <DataTable
        label={t(($) => $.step.attempts)}
        columns={columns}
        rows={tries}
        rowKey={(row) => String(row.attempt)}
      />
    </Panel>
  );
}
