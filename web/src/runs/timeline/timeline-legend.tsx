import { useTranslation } from 'react-i18next';
import classes from './timeline.module.css';
import type { TimelineRow } from './timeline-rows.ts';

/** What the bars mean; only those that are drawn are explained. */
const swatches = [
  { look: 'worked', word: 'worked' },
  { look: 'failed', word: 'failed' },
  { look: 'retry', word: 'waitsToRetry' },
  { look: 'waits', word: 'waits' },
] as const;

export function TimelineLegend({ lines, isShortened }: { lines: readonly TimelineRow[]; isShortened: boolean }) {
  const { t } = useTranslation('runs');
  const drawn = new Set(lines.flatMap((line) => line.bars.map((bar) => bar.look)));
  return (
    <div className={classes.legend}>
      {swatches
        .filter(({ look }) => drawn.has(look))
        .map(({ look, word }) => (
          <span key={look} data-swatch={look}>
            {t(($) => $.timeline[word])}
          </span>
        ))}
      <em>
        {isShortened && <span>{t(($) => $.timeline.shortened)}</span>}
        {lines.some((line) => line.tookMs < 1) && <span>{t(($) => $.timeline.inOneGoHelp)}</span>}
      </em>
    </div>
  );
}
