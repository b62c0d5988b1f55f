export interface DiffLine {
  sign: '+' | '-';
  text: string;
}

/** Where finding the smallest change would take too long, everything between the equal ends counts as changed. */
const MAX_CELLS = 160_000;

/** What changed between two values, line by line of their JSON; a missing side is no line at all. */
export function jsonDiff(before: unknown, after: unknown): DiffLine[] {
  return lineDiff(linesOf(before), linesOf(after));
}

/** A comma that only follows from what comes next is no part of the line. */
function linesOf(value: unknown): string[] {
  if (value === undefined) return [];
  return (JSON.stringify(value, null, 2) ?? 'null').split('\n').map((line) => line.replace(/,$/, ''));
}

export function lineDiff(before: readonly string[], after: readonly string[]): DiffLine[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end += 1;
  const removed = before.slice(start, before.length - end);
  const added = after.slice(start, after.length - end);
  if (removed.length * added.length > MAX_CELLS) return [...signed('-', removed), ...signed('+', added)];
  return walk(removed, added, commonLengths(removed, added));
}

const signed = (sign: DiffLine['sign'], lines: readonly string[]): DiffLine[] => lines.map((text) => ({ sign, text }));

/** Longest common part of what is left from each pair of places, from the end to the start. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const at = (x: number, y: number) => lengths[x]?.[y] ?? 0;
      const row = lengths[i];
      if (row !== undefined)
        row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return lengths;
}

function walk(before: readonly string[], after: readonly string[], lengths: readonly Uint16Array[]): DiffLine[] {
  const diff: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const [left, right] = [before[i], after[j]];
    if (left !== undefined && left === right) {
      i += 1;
      j += 1;
    } else if (
      left !== undefined &&
      (right === undefined || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))
    ) {
      diff.push({ sign: '-', text: left });
      i += 1;
    } else if (right !== undefined) {
      diff.push({ sign: '+', text: right });
      j += 1;
    }
  }
  return diff;
}
