import { useTranslation } from 'react-i18next';
import classes from './last-runs.module.css';

const SHOWN = 20;

/** Twenty runs by shape, oldest first: short = succeeded, tall = failed, hollow = still going, a foot mark = none. */
export function LastRuns({ runs }: { runs: readonly { runId: string; status: string }[] }) {
  const { t } = useTranslation('workflows');
  const oldestFirst = runs.slice(0, SHOWN).toReversed();
  const failed = oldestFirst.filter((run) => run.status === 'FAILED').length;
  const label =
    oldestFirst.length === 0
      ? t(($) => $.lastRuns.none)
      : t(($) => $.lastRuns.label, { count: oldestFirst.length, failed });
  return (
    <span className={classes.bars} role="img" aria-label={label} title={label}>
      {Array.from({ length: SHOWN - oldestFirst.length }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places without a run have no identity
        <span key={`none-${index}`} className={classes.bar} data-shape="none" />
      ))}
      {oldestFirst.map((run) => (
        <span key={run.runId} className={classes.bar} data-shape={shapes[run.status] ?? 'going'} />
      ))}
    </span>
  );
}

const shapes: Record<string, 'succeeded' | 'failed' | 'canceled' | 'going'> = {
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  CANCELED: 'canceled',
};
