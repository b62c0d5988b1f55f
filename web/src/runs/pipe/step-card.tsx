import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../api/use-error-text.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { kindOf } from '../../steps/step-kinds.ts';
import type { StepInfo } from '../../steps/step-tree.ts';
import { useStepName } from '../../steps/use-step-name.ts';
import { Badge } from '../../ui/badge.tsx';
import { Elapsed } from '../../ui/moment.tsx';
import { type ShownStatus, shownRunStatus, shownStepStatus } from '../../ui/status.ts';
import { StatusIcon } from '../../ui/status-badge.tsx';
import { Tile } from '../../ui/tile.tsx';
import type { RunDetails, StepRow } from '../run-types.ts';
import { useWaitSentence } from '../use-wait-sentence.ts';
import { type ChosenIterations, iterationsOf } from './iterations.ts';
import classes from './run-pipe.module.css';

export interface StepCardProps {
  step: StepInfo;
  /** Last try in the pass that is looked at; undefined = not reached. */
  row: StepRow | undefined;
  rows: readonly StepRow[];
  run: RunDetails;
  chosen: ChosenIterations;
  onChoose: (loop: string, index: number) => void;
  selected: boolean;
  onSelect: () => void;
}

/** What happened in a step, in words; how long it took and how it ended on the right. */
export function StepCard({ step, row, rows, run, chosen, onChoose, selected, onSelect }: StepCardProps) {
  const { t } = useTranslation('runs');
  const nameOf = useStepName();
  const status = cardStatus(run, step, row);
  const kind = kindOf(step.actionId ?? step.type);
  return (
    <div className={classes.card} data-status={status} data-selected={selected || undefined}>
      <UnstyledButton className={classes.open} onClick={onSelect} aria-current={selected ? 'true' : undefined}>
        <Tile icon={kind.icon} family={row === undefined ? 'quiet' : kind.family} />
        <span className={classes.words}>
          <span className={classes.name} title={nameOf(step)}>
            {nameOf(step)}
          </span>
          <span className={classes.summary}>
            <Summary step={step} row={row} run={run} />
          </span>
        </span>
        <span className={classes.facts}>
          {row !== undefined && row.attempt > 1 && (
            <Badge hue="ember">{t(($) => $.attempts, { count: row.attempt })}</Badge>
          )}
          {row !== undefined && (
            <span className={classes.took}>
              <Took row={row} />
            </span>
          )}
          <StatusIcon status={status} />
        </span>
      </UnstyledButton>
      {step.type === 'control.forEach' && (
        <IterationPager loop={step.path} rows={rows} chosen={chosen} onChoose={onChoose} />
      )}
    </div>
  );
}

function Took({ row }: { row: StepRow }) {
  const format = useFormat();
  if (row.completedAt === null) return <Elapsed from={row.startedAt} to={null} />;
  return (
    <>{format.duration(row.durationMs ?? new Date(row.completedAt).getTime() - new Date(row.startedAt).getTime())}</>
  );
}

function Summary({ step, row, run }: { step: StepInfo; row: StepRow | undefined; run: RunDetails }) {
  const { t } = useTranslation('runs');
  const errors = useErrorText();
  const waitSentence = useWaitSentence();
  if (row === undefined) return <>{t(($) => $.pipe.notReached)}</>;
  const wait = run.waitingFor.find((each) => each.stepPath === step.path && each.iterationKey === row.iterationKey);
  if (wait !== undefined) return <>{waitSentence(wait)}</>;
  const error = row.error as { code?: string; details?: Record<string, unknown> } | null;
  if (row.status === 'FAILED' && typeof error?.code === 'string') {
    return <>{errors.ofError({ code: error.code, details: error.details ?? {} })}</>;
  }
  const result = row.result as { condition?: unknown; items?: unknown; state?: unknown } | null;
  if (typeof result?.condition === 'boolean') {
    return <>{result.condition ? t(($) => $.pipe.wasTrue) : t(($) => $.pipe.wasFalse)}</>;
  }
  if (typeof result?.items === 'number') return <>{t(($) => $.pipe.items, { count: result.items })}</>;
  return <code>{step.stepId}</code>;
}

function IterationPager({
  loop,
  rows,
  chosen,
  onChoose,
}: Pick<StepCardProps, 'rows' | 'chosen' | 'onChoose'> & { loop: string }) {
  const { t } = useTranslation('runs');
  const passes = iterationsOf(loop, rows, chosen);
  if (passes.length < 2) return null;
  const wanted = chosen.get(loop);
  const place = wanted === undefined || !passes.includes(wanted) ? passes.length - 1 : passes.indexOf(wanted);
  const go = (to: number) => {
    const index = passes[to];
    if (index !== undefined) onChoose(loop, index);
  };
  return (
    <span className={classes.pager}>
      <ActionIcon
        size="xs"
        onClick={() => go(place - 1)}
        disabled={place === 0}
        aria-label={t(($) => $.pipe.previousItem)}
      >
        <IconChevronLeft size={14} aria-hidden />
      </ActionIcon>
      <span>{t(($) => $.pipe.itemOf, { item: place + 1, total: passes.length })}</span>
      <ActionIcon
        size="xs"
        onClick={() => go(place + 1)}
        disabled={place === passes.length - 1}
        aria-label={t(($) => $.pipe.nextItem)}
      >
        <IconChevronRight size={14} aria-hidden />
      </ActionIcon>
    </span>
  );
}

function cardStatus(run: RunDetails, step: StepInfo, row: StepRow | undefined): ShownStatus {
  if (row === undefined) return 'queued';
  const waits =
    row.status === 'STARTED' &&
    run.waitingFor.some((wait) => wait.stepPath === step.path && wait.iterationKey === row.iterationKey);
  return waits ? shownRunStatus('WAITING', run.waitType, run.waitReason) : shownStepStatus(row.status);
}
