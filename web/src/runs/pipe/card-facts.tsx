import { IconHourglass, IconRotateClockwise } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import type { StepInfo } from '../../steps/step-tree.ts';
import { Badge } from '../../ui/badge.tsx';
import { useNow } from '../../ui/clock.ts';
import { Elapsed } from '../../ui/moment.tsx';
import { type ShownStatus, statusLooks } from '../../ui/status.ts';
import { tookMs } from '../durations.ts';
import type { StepRow } from '../run-types.ts';
import type { WaitingFor } from '../use-wait-sentence.ts';
import type { CardState } from './card-state.ts';
import classes from './run-pipe.module.css';

/** Attempts, how long it waits or took. A step that was done in one go with others has no time of its own. */
export function CardFacts({ step, row, state }: { step: StepInfo; row: StepRow; state: CardState }) {
  const { t } = useTranslation('runs');
  const format = useFormat();
  if (state.wait?.type === 'retry') return <NextTry step={step} row={row} wait={state.wait} />;
  if (state.wait !== undefined) return <Waits since={state.wait.since} status={state.status} />;
  const took = tookMs(row);
  return (
    <>
      {row.attempt > 1 && <Badge hue="ember">{t(($) => $.attempts, { count: row.attempt })}</Badge>}
      {row.completedAt === null ? (
        <span className={classes.took}>
          <Elapsed from={row.startedAt} to={null} />
        </span>
      ) : (
        took !== null && <span className={classes.took}>{format.duration(took)}</span>
      )}
    </>
  );
}

function Waits({ since, status }: { since: string; status: ShownStatus }) {
  const { t } = useTranslation('common');
  const look = statusLooks[status];
  return (
    <Badge icon={look.icon ?? IconHourglass} hue={look.hue}>
      <span className={classes.hidden}>{t(($) => $.status[status])}</span>
      <Elapsed from={since} to={null} />
    </Badge>
  );
}

function NextTry({ step, row, wait }: { step: StepInfo; row: StepRow; wait: WaitingFor }) {
  const { t } = useTranslation('runs');
  const format = useFormat();
  const now = useNow();
  const attempt = format.number(row.attempt + 1);
  const left = wait.until === null ? 0 : Math.max(0, new Date(wait.until).getTime() - now);
  // Whole seconds: tenths that count down are only unrest.
  const time = format.duration(Math.ceil(left / 1000) * 1000);
  const { maxAttempts } = (step.source.retry ?? {}) as { maxAttempts?: unknown };
  return (
    <Badge icon={IconRotateClockwise} hue="ember">
      {typeof maxAttempts === 'number'
        ? t(($) => $.pipe.nextTryOf, { attempt, most: format.number(maxAttempts), time })
        : t(($) => $.pipe.nextTry, { attempt, time })}
    </Badge>
  );
}
