import {
  ancestorsOf,
  type DesignDocument,
  type PipeKey,
  pipeKey,
  placeOf,
  type StepKey,
  slotsOf,
  stepsIn,
  walkPipe,
} from './document.ts';

/** The steps that are there, without those inside another one of them, in reading order. */
export function outermost(document: DesignDocument, keys: readonly StepKey[]): StepKey[] {
  const asked = new Set(keys.filter((key) => key in document.steps));
  const outer = [...asked].filter((key) => !ancestorsOf(document, key).some((around) => asked.has(around)));
  if (outer.length < 2) return outer;
  const left = new Set(outer);
  const order = [...walkPipe(document)];
  return order.filter((key) => left.has(key));
}

/** A step and everything inside it. */
export function subtreeOf(document: DesignDocument, key: StepKey): { steps: StepKey[]; pipes: PipeKey[] } {
  const steps = [key];
  const pipes: PipeKey[] = [];
  for (const { name } of slotsOf(document, key)) {
    const pipe = pipeKey(key, name);
    if (document.pipes[pipe] === undefined) continue;
    pipes.push(pipe);
    for (const inner of stepsIn(document, pipe)) {
      const below = subtreeOf(document, inner);
      steps.push(...below.steps);
      pipes.push(...below.pipes);
    }
  }
  return { steps, pipes };
}

/** How many levels a step takes: 1 = nothing stands inside it. */
export function heightOf(document: DesignDocument, key: StepKey): number {
  const inside = slotsOf(document, key).flatMap(({ name }) => stepsIn(document, pipeKey(key, name)));
  return 1 + Math.max(0, ...inside.map((inner) => heightOf(document, inner)));
}

/** Pipes and the steps among them, where several steps are taken out at once. */
export function pipesWithout(document: DesignDocument, keys: readonly StepKey[]): Map<PipeKey, StepKey[]> {
  const gone = new Set(keys);
  const touched = new Set(keys.flatMap((key) => placeOf(document, key)?.pipe ?? []));
  return new Map([...touched].map((pipe) => [pipe, stepsIn(document, pipe).filter((key) => !gone.has(key))]));
}
