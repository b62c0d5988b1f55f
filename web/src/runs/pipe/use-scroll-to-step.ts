import { type RefObject, useEffect, useRef } from 'react';
import { pipe } from '../../ui/pipe/geometry.ts';
import type { PipeLayout } from '../../ui/pipe/layout.ts';
import { reveal } from '../../ui/reveal.ts';
import type { RunDetails, StepRow } from '../run-types.ts';
import { useRunView } from '../view/run-view.tsx';

/** At opening the pipe stands where the run is or where it failed; later the selected step comes into sight. */
export function useScrollToStep(sheet: RefObject<HTMLElement | null>, layout: PipeLayout): void {
  const { run, rows, selected } = useRunView();
  const opened = useRef(false);
  const boxes = useRef(layout);
  useEffect(() => {
    boxes.current = layout;
  });
  const wanted = selected?.path ?? (opened.current ? undefined : stepToSee(run, rows));
  useEffect(() => {
    const box = boxes.current.cards.find((each) => each.key === wanted);
    if (box !== undefined) reveal(sheet.current, box.top, pipe.card, opened.current ? 'nearest' : 'third');
    opened.current = true;
  }, [sheet, wanted]);
}

/** The step that waits, works or failed; of several that failed the one that ended the run came last. */
export function stepToSee(
  run: Pick<RunDetails, 'waitingFor' | 'status'>,
  rows: readonly StepRow[],
): string | undefined {
  const waits = run.waitingFor.find((wait) => wait.stepPath !== null)?.stepPath;
  if (waits != null) return waits;
  if (run.status === 'FAILED') return rows.findLast((row) => row.status === 'FAILED')?.stepPath;
  return rows.findLast((row) => row.status === 'STARTED')?.stepPath;
}
