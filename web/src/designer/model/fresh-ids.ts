import { pipesOf, type Step } from '@penstock/server/language';
import type { DesignDocument } from './document.ts';

/** Names that no step of the document has, as id or as key. Every name is given out once. */
export function idGiver(document: DesignDocument): (wanted: string) => string {
  const taken = new Set(Object.keys(document.steps));
  for (const { id } of Object.values(document.steps)) taken.add(id);
  return (wanted) => {
    const stem = wanted.replace(/-\d+$/, '') || 'step';
    let id = wanted === '' ? stem : wanted;
    for (let count = 2; taken.has(id); count += 1) id = `${stem}-${count}`;
    taken.add(id);
    return id;
  };
}

/** The same steps, each under a name of its own. */
export function withFreshIds(steps: readonly Step[], giveId: (wanted: string) => string): Step[] {
  return steps.map((step) => {
    const id = giveId(step.id);
    const pipes = pipesOf(step).map(({ slot, pipe }) => [slot, withFreshIds(pipe, giveId)]);
    return { ...step, id, ...Object.fromEntries(pipes) } as Step;
  });
}
