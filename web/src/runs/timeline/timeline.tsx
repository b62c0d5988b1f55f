import { IconRoute } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { useNow } from '../../ui/clock.ts';
import { reveal } from '../../ui/reveal.ts';
import { EmptyState } from '../../ui/states.tsx';
import { useRovingRows } from '../../ui/use-roving-rows.ts';
import { useVisibleBand } from '../../ui/visible-band.ts';
import { addressOf } from '../data/use-calls.ts';
import { isOver } from '../run-types.ts';
import { useRunView } from '../view/run-view.tsx';
import { type TimeScale, timeScale } from './time-scale.ts';
import classes from './timeline.module.css';
import { TimelineLegend } from './timeline-legend.tsx';
import { TimelineLine } from './timeline-line.tsx';
import { type TimelineRow, timelineRows } from './timeline-rows.ts';

/** Height of a row in px at 16 px root. */
const ROW = 26;

/** When each step worked and when it waited. Of a long run only the rows in sight are drawn. */
export function Timeline() {
  const { t } = useTranslation('runs');
  const format = useFormat();
  const { run } = useRunView();
  const { lines, scale, start, end } = useTimeline();
  if (lines.length === 0) {
    return (
      <EmptyState icon={IconRoute} title={t(($) => $.timeline.empty.title)} text={t(($) => $.timeline.empty.text)} />
    );
  }
  return (
    <div className={classes.timeline}>
      <div className={classes.axis}>
        <span className={classes.axisName}>{t(($) => $.timeline.step)}</span>
        <span>{format.dateTime(run.startedAt)}</span>
        <span>
          {isOver(run.status)
            ? t(($) => $.timeline.after, { time: format.duration(end - start) })
            : t(($) => $.timeline.now)}
        </span>
        <span className={classes.took}>{t(($) => $.columns.took)}</span>
      </div>
      <Lines lines={lines} scale={scale} />
      <TimelineLegend lines={lines} isShortened={scale.shortened.length > 0} />
    </div>
  );
}

function Lines({ lines, scale }: { lines: readonly TimelineRow[]; scale: TimeScale }) {
  const { t } = useTranslation('runs');
  const { selected, turnedTo } = useRunView();
  const list = useRef<HTMLOListElement>(null);
  const keys = useMemo(() => lines.map((line) => line.key), [lines]);
  const places = useMemo(() => new Map(keys.map((key, index) => [key, index])), [keys]);
  const selectedKey = selected === null ? undefined : addressOf(selected.path, selected.at);
  const roving = useRovingRows(
    list,
    keys,
    selectedKey !== undefined && places.has(selectedKey) ? selectedKey : undefined,
  );
  const band = useVisibleBand(list);
  const latest = useRef({ lines, places });
  useEffect(() => {
    latest.current = { lines, places };
  });
  useEffect(() => {
    const index = selectedKey === undefined ? undefined : latest.current.places.get(selectedKey);
    if (index !== undefined) reveal(list.current, index * ROW, ROW);
  }, [selectedKey]);
  useEffect(() => {
    const index = turnedTo === null ? -1 : latest.current.lines.findIndex((line) => isInPass(line, turnedTo));
    if (index !== -1) reveal(list.current, index * ROW, ROW * 3);
  }, [turnedTo]);
  const drawn = new Set<number>();
  const last = Math.min(lines.length - 1, Math.ceil(band.to / ROW));
  for (let index = Math.floor(band.from / ROW); index <= last; index += 1) drawn.add(index);
  for (const key of [roving.current, selectedKey]) {
    const index = key === undefined ? undefined : places.get(key);
    if (index !== undefined) drawn.add(index);
  }
  return (
    <ol
      ref={list}
      className={classes.lines}
      style={{ blockSize: `${(lines.length * ROW) / 16}rem` }}
      aria-label={t(($) => $.tabs.timeline)}
      onFocus={roving.onFocus}
      onKeyDown={roving.onKeyDown}
    >
      {[...drawn]
        .toSorted((left, right) => left - right)
        .map((index) => {
          const line = lines[index];
          if (line === undefined) return null;
          return (
            <li
              key={line.key}
              className={classes.place}
              style={{ insetBlockStart: `${(index * ROW) / 16}rem` }}
              aria-setsize={lines.length}
              aria-posinset={index + 1}
            >
              <TimelineLine
                line={line}
                scale={scale}
                selected={line.key === selectedKey}
                tabbable={line.key === roving.current}
              />
            </li>
          );
        })}
    </ol>
  );
}

function isInPass(line: TimelineRow, pass: string): boolean {
  return line.iterationKey === pass || line.iterationKey.startsWith(`${pass}/`);
}

function useTimeline() {
  const { run, tree, rows } = useRunView();
  const now = useNow(!isOver(run.status));
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
  return { lines, scale, start, end };
}
