/** Which pass of each loop is looked at: path of the forEach → index. */
export type ChosenIterations = ReadonlyMap<string, number>;

interface Address {
  stepPath: string;
  iterationKey: string;
}

const loopBody = /\.body(?=\.steps\[)/g;

/** Paths of the loops around a step, outermost first. */
export function loopsAround(path: string): string[] {
  return [...path.matchAll(loopBody)].map((match) => path.slice(0, match.index));
}

/** Passes of a loop that began, within the passes chosen for the loops around it. */
export function iterationsOf(loop: string, rows: readonly Address[], chosen: ChosenIterations): number[] {
  const outer = iterationKeyOf(loop, rows, chosen);
  const prefix = `${outer === '' ? '' : `${outer}/`}${loop}#`;
  const found = new Set<number>();
  for (const { iterationKey } of rows) {
    if (!iterationKey.startsWith(prefix)) continue;
    const index = Number.parseInt(iterationKey.slice(prefix.length), 10);
    if (!Number.isNaN(index)) found.add(index);
  }
  return [...found].toSorted((left, right) => left - right);
}

/** The iteration key under which a step is looked at: the chosen pass of each loop around it, the last one where none is chosen. */
export function iterationKeyOf(path: string, rows: readonly Address[], chosen: ChosenIterations): string {
  let key = '';
  for (const loop of loopsAround(path)) {
    const prefix = `${key === '' ? '' : `${key}/`}${loop}#`;
    const begun = indicesAfter(prefix, rows);
    const wanted = chosen.get(loop);
    const index = wanted !== undefined && begun.includes(wanted) ? wanted : begun.at(-1);
    if (index === undefined) return `${prefix}none`;
    key = `${prefix}${index}`;
  }
  return key;
}

function indicesAfter(prefix: string, rows: readonly Address[]): number[] {
  const found = new Set<number>();
  for (const { iterationKey } of rows) {
    if (iterationKey.startsWith(prefix)) found.add(Number.parseInt(iterationKey.slice(prefix.length), 10));
  }
  return [...found].filter((index) => !Number.isNaN(index)).toSorted((left, right) => left - right);
}
