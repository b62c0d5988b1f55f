import { Button, UnstyledButton } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { kindOf } from '../../steps/step-kinds.ts';
import type { StepTree } from '../../steps/step-tree.ts';
import { useStepName } from '../../steps/use-step-name.ts';
import { useNow } from '../../ui/clock.ts';
import { EmptyState } from '../../ui/states.tsx';
import { isOver, type RunDetails, type StepRow } from '../run-types.ts';
import { timeScale } from './time-scale.ts';
import classes from './timeline.module.css';
import { TimelineBars } from './timeline-bars.tsx';
import { type TimelineRow, timelineRows } from './timeline-rows.ts';

const ROWS_AT_ONCE = 300;

/** What the bars mean; only those that are drawn are explained. */
const swatches = [
  { look: 'worked', word: 'worked' },
  { look: 'failed', word: 'failed' },
  { look: 'retry', word: 'waitsToRetry' },
  { look: 'waits', word: 'waits' },
] as const;

/** When each step worked and when it waited. */
export function TimelineTab({
  run,
  tree,
  rows,
  selected,
  onSelect,
}: {
  run: RunDetails;
  tree: StepTree;
  rows: readonly StepRow[];
  selected: { step: string; at: string } | null;
  onSelect: (step: string, at: string) => void;
}) {
  const { t } = useTranslation('runs');
  const { t: tCommon } = useTranslation('common');
  const format = useFormat();
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  const over = isOver(run.status);
  const now = useNow(!over);
  const start = new Date(run.startedAt).getTime();
  const end = run.completedAt === null ? Math.max(now, start + 1) : new Date(run.completedAt).getTime();
  const lines = useMemo(() => timelineRows(rows, tree.steps, end), [rows, tree, end]);
  const scale = useMemo(
    () =>
      timeScale(
        start,
        end,
        lines.flatMap((line) => (line.leaf ? line.bars : [])),
      ),
    [lines, start, end],
  );
  if (lines.length === 0) {
    return (
      <EmptyState icon={IconRoute} title={t(($) => $.timeline.empty.title)} text={t(($) => $.timeline.empty.text)} />
    );
  }
  return (
    <div>
      <div className={classes.axis}>
        <span>{format.dateTime(run.startedAt)}</span>
        <span>
          {over ? t(($) => $.timeline.after, { time: format.duration(end - start) }) : t(($) => $.timeline.now)}
        </span>
      </div>
      <ol className={classes.lines} aria-label={t(($) => $.tabs.timeline)}>
        {lines.slice(0, limit).map((line) => (
          <Line
            key={line.key}
            line={line}
            bars={<TimelineBars line={line} scale={scale} />}
            selected={selected?.step === line.path && selected.at === line.iterationKey}
            onSelect={() => onSelect(line.path, line.iterationKey)}
          />
        ))}
      </ol>
      {lines.length > limit && (
        <Button variant="subtle" onClick={() => setLimit(limit + ROWS_AT_ONCE)}>
          {tCommon(($) => $.showMore)}
        </Button>
      )}
      <div className={classes.legend}>
        {swatches
          .filter(({ look }) => lines.some((line) => line.bars.some((bar) => bar.look === look)))
          .map(({ look, word }) => (
            <span key={look} data-swatch={look}>
              {t(($) => $.timeline[word])}
            </span>
          ))}
        {scale.shortened.length > 0 && <em>{t(($) => $.timeline.shortened)}</em>}
      </div>
    </div>
  );
}

function Line({
  line,
  bars,
  selected,
  onSelect,
}: {
  line: TimelineRow;
  bars: React.ReactNode;
  selected: boolean;
  onSelect: () => void;
}) {
  const format = useFormat();
  const nameOf = useStepName();
  const { icon: Glyph, family } = kindOf(line.step.actionId ?? line.step.type);
  const name = nameOf(line.step);
  return (
    <li>
      <UnstyledButton className={classes.line} data-selected={selected || undefined} onClick={onSelect}>
        <span className={classes.name} style={{ paddingInlineStart: `${Math.min(line.depth, 8) * 0.75}rem` }}>
          <Glyph size={15} stroke={1.65} data-family={family} aria-hidden />
          <span title={name}>{name}</span>
          {line.pass !== null && <small>{format.number(line.pass + 1)}</small>}
        </span>
        {bars}
        <span className={classes.took}>{format.duration(line.tookMs)}</span>
      </UnstyledButton>
    </li>
  );
}
