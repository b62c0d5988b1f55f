import { IconHourglass } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { useNow } from '../ui/clock.ts';
import links from '../ui/text-link.module.css';
import classes from './run-page.module.css';
import { type RunDetails, shortId } from './run-types.ts';
import { useWaitSentence, type WaitingFor } from './use-wait-sentence.ts';

/** What the run waits for, since when, until when, and who or what can end it. */
export function WaitingBanner({ run }: { run: RunDetails }) {
  const { t } = useTranslation('runs');
  const sentence = useWaitSentence();
  const [first, ...others] = run.waitingFor;
  if (first === undefined) return null;
  return (
    <div className={classes.banner} role="status">
      <span className={classes.bannerIcon} aria-hidden>
        <IconHourglass size={20} stroke={1.7} />
      </span>
      <div>
        <p className={classes.bannerTitle}>{sentence(first)}</p>
        <p className={classes.bannerText}>
          <Times wait={first} /> <Unblock wait={first} />
          {others.length > 0 && <> {t(($) => $.waits.andOthers, { count: others.length })}</>}
        </p>
      </div>
    </div>
  );
}

function Times({ wait }: { wait: WaitingFor }) {
  const { t } = useTranslation('runs');
  const format = useFormat();
  const now = useNow();
  const since = format.dateTime(wait.since);
  const passed = format.duration(Math.max(0, now - new Date(wait.since).getTime()));
  if (wait.until === null) return <>{t(($) => $.waits.sinceWithoutEnd, { since, passed })}</>;
  return <>{t(($) => $.waits.sinceUntil, { since, passed, until: format.dateTime(wait.until) })}</>;
}

function Unblock({ wait }: { wait: WaitingFor }) {
  const { t } = useTranslation('runs');
  const { unblockedBy } = wait;
  if (unblockedBy.kind === 'event' && unblockedBy.correlationKey !== '') {
    return (
      <>
        {t(($) => $.waits.withKey)} <code>{unblockedBy.correlationKey}</code>
      </>
    );
  }
  if (unblockedBy.kind === 'run') {
    return (
      <Link to="/runs/$runId" params={{ runId: unblockedBy.runId }} search={{}} className={links.link}>
        {t(($) => $.runName, { id: shortId(unblockedBy.runId) })}
      </Link>
    );
  }
  if (unblockedBy.kind === 'operator') return <>{t(($) => $.waits.byOperator)}</>;
  return null;
}
