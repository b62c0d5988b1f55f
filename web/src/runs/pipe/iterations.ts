/** Which pass of each loop is looked at: path of the forEach → index. */
export type ChosenIterations = ReadonlyMap<string, number>;

/** Passes that began: `<key of the passes around>/<path of the loop>` → indices in order. */
export type Passes = ReadonlyMap<string, readonly number[]>;

const loopBody = /\.body(?=\.steps\[)/g;

/** Paths of the loops around a step, outermost first. */
export function loopsAround(path: string): string[] {
  return [...path.matchAll(loopBody)].map((match) => path.slice(0, match.index));
}

/** One look at all rows, so that a question about a step does not read them again. */
export function passesOf(rows: readonly { iterationKey: string }[]): Passes {
  const found = new Map<string, Set<number>>();
  const known = new Set<string>();
  for (const { iterationKey } of rows) {
    let key = iterationKey;
    // Outer passes of a key that is known are known too.
    while (key !== '' && !known.has(key)) {
      known.add(key);
      const { outer, loop, index } = splitLast(key);
      if (!Number.isNaN(index)) addTo(found, within(outer, loop), index);
      key = outer;
    }
  }
  return new Map([...found].map(([loop, indices]) => [loop, [...indices].toSorted((left, right) => left - right)]));
}

/** Passes of a loop that began, within the passes chosen for the loops around it. */
export function iterationsOf(loop: string, passes: Passes, chosen: ChosenIterations): readonly number[] {
  return passes.get(within(iterationKeyOf(loop, passes, chosen), loop)) ?? [];
}

/** The iteration key under which a step is looked at: the chosen pass of each loop around it, the last one where none is chosen. */
export function iterationKeyOf(path: string, passes: Passes, chosen: ChosenIterations): string {
  let key = '';
  for (const loop of loopsAround(path)) {
    const begun = passes.get(within(key, loop)) ?? [];
    const wanted = chosen.get(loop);
    const index = wanted !== undefined && begun.includes(wanted) ? wanted : begun.at(-1);
    if (index === undefined) return `${within(key, loop)}#none`;
    key = `${within(key, loop)}#${index}`;
  }
  return key;
}

/** Passes that an iteration key names; also the text of several keys, as the address holds it. */
export function chosenIn(text: string): Map<string, number> {
  const chosen = new Map<string, number>();
  for (const part of text.split('/')) {
    const { loop, index } = splitLast(part);
    if (!Number.isNaN(index)) chosen.set(loop, index);
  }
  return chosen;
}

export function textOfChosen(chosen: ChosenIterations): string {
  return [...chosen].map(([loop, index]) => `${loop}#${index}`).join('/');
}

/** Another pass of a loop: what was chosen inside the pass before says nothing about this one. */
export function choosePass(chosen: ChosenIterations, loop: string, index: number): Map<string, number> {
  const kept = [...chosen].filter(([other]) => other !== loop && !other.startsWith(`${loop}.`));
  return new Map([...kept, [loop, index]]);
}

function within(outer: string, loop: string): string {
  return outer === '' ? loop : `${outer}/${loop}`;
}

function splitLast(key: string): { outer: string; loop: string; index: number } {
  const slash = key.lastIndexOf('/');
  const last = key.slice(slash + 1);
  const hash = last.lastIndexOf('#');
  const outer = slash === -1 ? '' : key.slice(0, slash);
  return { outer, loop: last.slice(0, hash), index: hash === -1 ? Number.NaN : Number(last.slice(hash + 1)) };
}

function addTo(found: Map<string, Set<number>>, loop: string, index: number): void {
  const indices = found.get(loop);
  if (indices === undefined) found.set(loop, new Set([index]));
  else indices.add(index);
}
