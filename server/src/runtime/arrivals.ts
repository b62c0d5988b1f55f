import { appError } from '../kernel/errors.ts';
import type { RunFailure } from '../language/interpreter/types.ts';
import { type BoundaryDraft, commandOf, dropCall, setCall, type Timeless } from './boundary-draft.ts';
import { doubtCall } from './effects/doubt-call.ts';
import { failedRow, inDoubtRow, startedRow, succeededRow } from './effects/ledger.ts';
import type { CallResult } from './effects/perform-call.ts';
import type { PreparedCall } from './effects/prepare-call.ts';
import { toRunFailure } from './effects/to-run-failure.ts';
import type { OperatorDecision, WaitAnswer } from './waits/wait-answer.ts';

/** What a boundary begins with, besides the state. */
export type Arrival =
  | { type: 'answer'; waitId: string; answer: WaitAnswer }
  /** A call to the outside ended in this process. */
  | { type: 'callEnded'; call: PreparedCall; attempt: number; startedAt: Date; result: CallResult }
  /** A call that was begun before a crash may not be made any more. */
  | { type: 'callRefused'; token: string; failure: RunFailure };

/** Puts an arrival into the draft and answers what the interpreter has to be told, if anything. */
export function takeArrival(
  draft: BoundaryDraft,
  arrival: Arrival,
  prepare: (token: string) => PreparedCall | null,
): Timeless | null {
  if (arrival.type === 'callEnded') return takeCallResult(draft, arrival);
  if (arrival.type === 'callRefused') {
    dropCall(draft, arrival.token);
    return { type: 'effectFailed', token: arrival.token, error: arrival.failure };
  }
  draft.consumedWaits.push(arrival.waitId);
  const { answer } = arrival;
  if (answer.type === 'callAgain') {
    retakeCall(draft, answer.token);
    return null;
  }
  if (answer.type === 'operator') return takeDecision(draft, answer.token, answer.decision, prepare(answer.token));
  return answer;
}

function takeCallResult(draft: BoundaryDraft, arrival: Extract<Arrival, { type: 'callEnded' }>): Timeless | null {
  const { call, attempt, startedAt, result } = arrival;
  const { command, action, identity, input } = call;
  const { token } = command;
  // The branch that made the call is gone: the ledger still learns how it ended.
  const isWanted = commandOf(draft.document, token) !== undefined;
  const row = startedRow({ command, action, identity, input, attempt, now: startedAt });
  if (result.status === 'IN_DOUBT') {
    draft.ledger.set(identity.invocationId, inDoubtRow(row));
    if (isWanted) doubtCall(draft, call, attempt);
    return null;
  }
  dropCall(draft, token);
  if (result.status === 'SUCCEEDED') {
    draft.ledger.set(identity.invocationId, succeededRow(row, result.output, draft.now));
    return isWanted ? { type: 'effectSucceeded', token, output: result.output } : null;
  }
  draft.ledger.set(identity.invocationId, failedRow(row, result.failure, draft.now));
  return isWanted ? { type: 'effectFailed', token, error: result.failure } : null;
}

function retakeCall(draft: BoundaryDraft, token: string): void {
  const call = draft.document.calls.find((progress) => progress.token === token);
  if (call !== undefined) setCall(draft, { ...call, stage: 'new' });
}

function takeDecision(
  draft: BoundaryDraft,
  token: string,
  decision: OperatorDecision,
  call: PreparedCall | null,
): Timeless | null {
  const progress = draft.document.calls.find((candidate) => candidate.token === token);
  if (decision.type === 'callAgain') retakeCall(draft, token);
  if (decision.type === 'callAgain' || decision.type === 'release' || progress === undefined) return null;
  const failure = toRunFailure(
    appError('UPSTREAM_UNAVAILABLE', { upstream: 'operator' }, decision.type === 'failed' ? decision.message : ''),
  );
  const result: CallResult =
    decision.type === 'succeeded'
      ? { status: 'SUCCEEDED', output: decision.output }
      : { status: 'FAILED', failure: { ...failure, category: 'ActionError', retryable: false } };
  if (call !== null)
    return takeCallResult(draft, { type: 'callEnded', call, attempt: progress.attempt, startedAt: draft.now, result });
  dropCall(draft, token);
  return result.status === 'SUCCEEDED'
    ? { type: 'effectSucceeded', token, output: result.output }
    : { type: 'effectFailed', token, error: { ...failure, category: 'ActionError', retryable: false } };
}
