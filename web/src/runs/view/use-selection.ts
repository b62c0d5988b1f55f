import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { StepTree } from '../../steps/step-tree.ts';
import {
  type ChosenIterations,
  choosePass,
  chosenIn,
  iterationKeyOf,
  type Passes,
  textOfChosen,
} from '../pipe/iterations.ts';
import type { RunSearch } from '../search.ts';
import type { StepAddress } from './hover.tsx';

const route = getRouteApi('/shell/runs/$runId');

/** The selected step and the passes that are looked at: the address holds both, so that a link shows the same. */
export function useSelection(tree: StepTree, passes: Passes) {
  const { step, at } = route.useSearch();
  const navigate = route.useNavigate();
  const [turnedTo, setTurnedTo] = useState<string | null>(null);
  const chosen: ChosenIterations = useMemo(() => chosenIn(at ?? ''), [at]);
  const selected: StepAddress | null = useMemo(() => {
    if (step === undefined || !tree.steps.has(step)) return null;
    return { path: step, at: iterationKeyOf(step, passes, chosen) };
  }, [step, tree, passes, chosen]);
  const set = (next: Partial<RunSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  return {
    chosen,
    selected,
    turnedTo,
    select: (address: StepAddress) => {
      const next = textOfChosen(new Map([...chosen, ...chosenIn(address.at)]));
      set({ step: address.path, at: next === '' ? undefined : next });
    },
    close: () => set({ step: undefined }),
    choose: (loop: string, index: number) => {
      const next = choosePass(chosen, loop, index);
      setTurnedTo(iterationKeyOf(`${loop}.body.steps[0]`, passes, next));
      set({ at: textOfChosen(next) });
    },
  };
}
