import type { StepInfo } from '../../steps/step-tree.ts';
import { type ShownStatus, shownRunStatus, shownStepStatus } from '../../ui/status.ts';
import type { RunDetails, StepRow } from '../run-types.ts';
import type { WaitingFor } from '../use-wait-sentence.ts';

export interface CardState {
  status: ShownStatus;
  /** The open wait of the step in this pass. */
  wait: WaitingFor | undefined;
  /** It is not the step itself that waits, but one inside. */
  isAround: boolean;
}

/** How a card looks: an open wait says more than the step's own row. */
export function cardState(run: RunDetails, step: StepInfo, row: StepRow | undefined): CardState {
  if (row === undefined) return { status: 'queued', wait: undefined, isAround: false };
  const wait = run.waitingFor.find((each) => each.stepPath === step.path && each.iterationKey === row.iterationKey);
  if (wait !== undefined)
    return { status: shownRunStatus('WAITING', wait.type, run.waitReason), wait, isAround: false };
  const inside = run.waitingFor.find(
    (each) => each.stepPath?.startsWith(`${step.path}.`) === true && each.iterationKey.startsWith(row.iterationKey),
  );
  if (row.status === 'STARTED' && run.status === 'WAITING' && inside !== undefined) {
    return { status: shownRunStatus('WAITING', inside.type, run.waitReason), wait: undefined, isAround: true };
  }
  return { status: shownStepStatus(row.status), wait: undefined, isAround: false };
}
