export interface Span {
  from: number;
  to: number;
  /** Nothing works in it: may be drawn shorter than it is. */
  waits: boolean;
}

export interface TimeScale {
  /** Place of a moment, 0 to 1. */
  at(time: number): number;
  /** Waits that are drawn shorter than they were. */
  shortened: { from: number; to: number }[];
}

/** A wait may take this share of the width where work would not be seen otherwise. */
const LONGEST_WAIT_SHARE = 0.18;
/** Share of all waits of a run whose work took no time. */
const MOST_IDLE = 0.9;
/** Shorter pauses are drawn as they were. */
const SHORTEST_CUT_MS = 2000;
/** Waits are shortened only when they are this much longer than all work together. */
const WAIT_TO_WORK = 2;

/**
 * Moments on a line on which work stays visible: stretches in which nothing works are cut to a share of the width when they would push the
 * work together. Moments keep their order.
 */
export function timeScale(start: number, end: number, spans: readonly Span[]): TimeScale {
  const whole = Math.max(1, end - start);
  const plain: TimeScale = { at: (time) => clamp((time - start) / whole), shortened: [] };
  const idle = idleStretches(start, end, spans);
  const idleLength = idle.reduce((sum, each) => sum + each.to - each.from, 0);
  const work = whole - idleLength;
  if (idle.length === 0 || idleLength < work * WAIT_TO_WORK) return plain;
  // Where all work was done in no time there is nothing to make room for but the marks.
  const isInNoTime = spans.every((span) => span.waits || span.to <= span.from);
  const share = isInNoTime ? MOST_IDLE / idle.length : Math.min(LONGEST_WAIT_SHARE, 0.6 / idle.length);
  // Width of a millisecond of work when every idle stretch takes at most its share.
  const workWidth = 1 - share * idle.length;
  const pieces: { from: number; to: number; left: number; width: number; shortened: boolean }[] = [];
  let left = 0;
  let time = start;
  for (const stretch of [...idle, { from: end, to: end }]) {
    const worked = work === 0 ? 0 : ((stretch.from - time) / work) * workWidth;
    pieces.push({ from: time, to: stretch.from, left, width: worked, shortened: false });
    left += worked;
    if (stretch.to > stretch.from) {
      pieces.push({ from: stretch.from, to: stretch.to, left, width: share, shortened: true });
      left += share;
    }
    time = stretch.to;
  }
  const drawn = pieces.filter((piece) => piece.to > piece.from);
  const width = Math.max(left, Number.EPSILON);
  return {
    at: (moment) => {
      const piece = pieceAt(drawn, moment);
      if (piece === undefined) return 0;
      const inside = piece.to === piece.from ? 0 : clamp((moment - piece.from) / (piece.to - piece.from));
      return clamp((piece.left + inside * piece.width) / width);
    },
    shortened: pieces.filter((piece) => piece.shortened).map(({ from, to }) => ({ from, to })),
  };
}

/** The first piece that ends at or after a moment, the last one after all of them: pieces are in order, so half of them are left out at each look. */
function pieceAt<Piece extends { to: number }>(pieces: readonly Piece[], moment: number): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.to ?? 0) >= moment) high = middle;
    else low = middle + 1;
  }
  return pieces[low];
}

/** Stretches in which nothing works. */
function idleStretches(start: number, end: number, spans: readonly Span[]): { from: number; to: number }[] {
  const working = spans.filter((span) => !span.waits).toSorted((left, right) => left.from - right.from);
  const idle: { from: number; to: number }[] = [];
  let covered = start;
  for (const span of working) {
    if (span.from > covered) idle.push({ from: covered, to: span.from });
    covered = Math.max(covered, span.to);
  }
  if (end > covered) idle.push({ from: covered, to: end });
  // Between two steps there is always a moment; only real pauses count.
  const longest = idle.reduce((most, each) => Math.max(most, each.to - each.from), 0);
  return idle.filter((each) => each.to - each.from > Math.max(SHORTEST_CUT_MS, longest / 20));
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
