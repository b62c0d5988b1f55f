import { createContext, type ReactNode, useContext } from 'react';
import type { StepTree } from '../../steps/step-tree.ts';
import type { CallsByStep } from '../data/use-calls.ts';
import type { RecordNames } from '../outcome/outcome-of.ts';
import type { ChosenIterations, Passes } from '../pipe/iterations.ts';
import type { RunDetails, StepRow } from '../run-types.ts';
import type { StepAddress } from './hover.tsx';

/** What all parts of the run page look at, and the one step that is selected in all of them. */
export interface RunView {
  run: RunDetails;
  tree: StepTree;
  rows: readonly StepRow[];
  passes: Passes;
  chosen: ChosenIterations;
  calls: CallsByStep;
  names: RecordNames;
  selected: StepAddress | null;
  /** The pass that was turned to last, so that the timeline shows where it begins. */
  turnedTo: string | null;
  select(address: StepAddress): void;
  close(): void;
  choose(loop: string, index: number): void;
}

const RunViewContext = createContext<RunView | null>(null);

export function RunViewProvider({ view, children }: { view: RunView; children: ReactNode }) {
  return <RunViewContext value={view}>{children}</RunViewContext>;
}

export function useRunView(): RunView {
  const view = useContext(RunViewContext);
  if (view === null) throw new RangeError('Parts of the run page stand inside of it');
  return view;
}
