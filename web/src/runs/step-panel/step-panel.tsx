import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../api/use-error-text.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { kindOf } from '../../steps/step-kinds.ts';
import type { StepInfo } from '../../steps/step-tree.ts';
import { useStepName } from '../../steps/use-step-name.ts';
import { type Fact, Facts } from '../../ui/facts.tsx';
import { Moment } from '../../ui/moment.tsx';
import { ErrorPanel } from '../../ui/states.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { Tile } from '../../ui/tile.tsx';
import { tookMs } from '../durations.ts';
import { cardState } from '../pipe/card-state.ts';
import { CardSummary } from '../pipe/card-summary.tsx';
import { IterationPager } from '../pipe/iteration-pager.tsx';
import { loopsAround } from '../pipe/iterations.ts';
import type { StepRow } from '../run-types.ts';
import type { StepAddress } from '../view/hover.tsx';
import { useRunView } from '../view/run-view.tsx';
import { StepData } from './step-data.tsx';
import classes from './step-panel.module.css';
import { StepTries } from './step-tries.tsx';

/** One step in one pass, below whatever else is looked at: how it ended, what went in and came out, every try. */
export function StepPanel({ address, step }: { address: StepAddress; step: StepInfo }) {
  const { t } = useTranslation('runs');
  const { run, rows, close } = useRunView();
  const tries = useMemo(
    () => rows.filter((row) => row.stepPath === address.path && row.iterationKey === address.at),
    [rows, address.path, address.at],
  );
  const last = tries.at(-1);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
  };
  return (
    <section className={classes.panel} aria-label={t(($) => $.step.label)} onKeyDown={closeOnEscape}>
      <StepHead step={step} last={last} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={classes.body} tabIndex={0} aria-label={t(($) => $.step.details)}>
        <p className={classes.said}>
          <CardSummary step={step} row={last} state={cardState(run, step, last)} />
        </p>
        <StepFacts step={step} last={last} />
        {last !== undefined && <StepError row={last} />}
        {last !== undefined && <StepData address={address} step={step} row={last} />}
        {tries.length > 1 && <StepTries tries={tries} />}
      </section>
    </section>
  );
}

function StepHead({ step, last }: { step: StepInfo; last: StepRow | undefined }) {
  const { t } = useTranslation('runs');
  const { run, close } = useRunView();
  const nameOf = useStepName();
  const kind = kindOf(step.actionId ?? step.type);
  const loop = loopsAround(step.path).at(-1);
  return (
    <header className={classes.head}>
      <Tile icon={kind.icon} family={kind.family} size={24} />
      <h2 className={classes.name}>{nameOf(step)}</h2>
      {last !== undefined && <StatusBadge status={cardState(run, step, last).status} />}
      {loop !== undefined && <IterationPager loop={loop} />}
      <ActionIcon className={classes.close} size={26} onClick={close} aria-label={t(($) => $.step.close)}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </header>
  );
}

function StepFacts({ step, last }: { step: StepInfo; last: StepRow | undefined }) {
  const { t } = useTranslation('runs');
  const format = useFormat();
  const facts: Fact[] = [];
  if (last !== undefined) {
    facts.push({ label: t(($) => $.columns.started), value: <Moment iso={last.startedAt} absolute /> });
    if (last.completedAt !== null) {
      const took = tookMs(last);
      const value = took === null ? t(($) => $.timeline.inOneGo) : format.duration(took);
      facts.push({ label: t(($) => $.columns.took), value });
    }
  }
  facts.push(
    { label: t(($) => $.step.kind), value: <code>{step.actionId ?? step.type}</code> },
    { label: t(($) => $.step.id), value: <code>{step.stepId}</code> },
  );
  return <Facts across facts={facts} />;
}

function StepError({ row }: { row: StepRow }) {
  const errors = useErrorText();
  const error = row.error as { code?: string; message?: string; details?: Record<string, unknown> } | null;
  if (error === null) return null;
  const technical = [error.code, error.message, row.stepPath].filter(Boolean).join('\n');
  return (
    <ErrorPanel text={errors.ofError({ code: error.code ?? '', details: error.details ?? {} })} details={technical} />
  );
}
