import type { StepInfo } from '../../steps/step-tree.ts';
import type { Span } from './time-scale.ts';

export interface Bar extends Span {
  look: 'worked' | 'failed' | 'retry' | 'waits' | 'around';
}

export interface TimelineRow {
  key: string;
  path: string;
  iterationKey: string;
  step: StepInfo;
  depth: number;
  /** Index of the innermost pass; null outside loops. */
  pass: number | null;
  bars: Bar[];
  /** Holds no steps of its own: its bars are work or waits, not what happens around other steps. */
  leaf: boolean;
  tookMs: number;
}

interface Try {
  stepPath: string;
  iterationKey: string;
  attempt: number;
  status: string;
  sequence: number;
  startedAt: string;
  completedAt: string | null;
}

const waitTypes = new Set(['event.wait', 'time.wait', 'human.task', 'control.callWorkflow']);

/** A line for each step and pass in the order in which they began; its tries and the pauses between them are its bars. */
export function timelineRows(tries: readonly Try[], steps: ReadonlyMap<string, StepInfo>, end: number): TimelineRow[] {
  const groups = new Map<string, Try[]>();
  const holders = holdersOf(steps.keys());
  for (const each of tries) {
    const key = `${each.stepPath} ${each.iterationKey}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups]
    .map(([key, group]) =>
      rowOf(
        key,
        group.toSorted((left, right) => left.attempt - right.attempt),
        steps,
        holders,
        end,
      ),
    )
    .filter((row): row is TimelineRow & { sequence: number } => row !== null)
    .toSorted((left, right) => left.sequence - right.sequence);
}

function rowOf(
  key: string,
  tries: Try[],
  steps: ReadonlyMap<string, StepInfo>,
  holders: ReadonlySet<string>,
  end: number,
): (TimelineRow & { sequence: number }) | null {
  const [first] = tries;
  const step = first === undefined ? undefined : steps.get(first.stepPath);
  if (first === undefined || step === undefined) return null;
  const holdsSteps = holders.has(step.path);
  const bars = tries.flatMap((each, index) => barsOf(each, tries[index + 1], step, holdsSteps, end));
  const from = Math.min(...bars.map((bar) => bar.from));
  const to = Math.max(...bars.map((bar) => bar.to));
  const pass = /#(\d+)$/.exec(first.iterationKey)?.[1];
  return {
    key,
    path: first.stepPath,
    iterationKey: first.iterationKey,
    step,
    depth: step.depth,
    pass: pass === undefined ? null : Number(pass),
    bars,
    leaf: !holdsSteps,
    tookMs: to - from,
    sequence: first.sequence,
  };
}

/** Paths of the steps that have steps inside. */
function holdersOf(paths: Iterable<string>): Set<string> {
  const holders = new Set<string>();
  for (const path of paths) {
    const inside = /^(.*)\.\w+\.steps\[\d+\]$/.exec(path)?.[1];
    if (inside !== undefined) holders.add(inside);
  }
  return holders;
}

function barsOf(each: Try, next: Try | undefined, step: StepInfo, holdsSteps: boolean, end: number): Bar[] {
  const from = Date.parse(each.startedAt);
  const to = each.completedAt === null ? end : Date.parse(each.completedAt);
  if (holdsSteps) return [{ from, to, waits: false, look: 'around' }];
  const waits = waitTypes.has(step.type);
  const failed = each.status === 'FAILED' || each.status === 'RETRY_SCHEDULED';
  const bars: Bar[] = [{ from, to, waits, look: failed ? 'failed' : waits ? 'waits' : 'worked' }];
  if (each.status === 'RETRY_SCHEDULED') {
    bars.push({
      from: to,
      to: next === undefined ? end : new Date(next.startedAt).getTime(),
      waits: true,
      look: 'retry',
    });
  }
  return bars;
}
