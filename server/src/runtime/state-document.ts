import type { RunState } from '../language/interpreter/run-state.ts';
import type { OutstandingCommand, WaitSpec } from '../language/interpreter/types.ts';
import type { WaitType } from './statuses.ts';

/**
 * How far the engine is with a call that the interpreter waits for; the call itself stands in the interpreter's state.
 * new: nothing happened yet · started: STARTED is committed, the call may be under way or may have been when a worker died ·
 * inDoubt: an operator has to say whether it arrived · blocked: another run's call with the same key goes first.
 */
export interface CallProgress {
  token: string;
  stage: 'new' | 'started' | 'inDoubt' | 'blocked';
  /** Number of the latest try in the ledger; 0 before the first. */
  attempt: number;
  /** Times that it had to let another call go first. */
  blockedTimes: number;
}

/** Everything that a worker needs to go on with a run, complete and private: the interpreter's state and the engine's own. */
export interface StateDocument {
  v: 1;
  interpreter: RunState;
  /** `started` was answered. */
  hasStarted: boolean;
  /** A budget stopped the interpreter in the middle. */
  hasMore: boolean;
  calls: CallProgress[];
}

export function newDocument(interpreter: RunState): StateDocument {
  return { v: 1, interpreter, hasStarted: false, hasMore: false, calls: [] };
}

const importance: Record<WaitType, number> = { operator: 0, human: 1, event: 2, child: 3, time: 4, retry: 5 };

/** What a parked run waits for first of all, in the order in which people can do something about it. */
export function mainWait(document: StateDocument): WaitType | null {
  const { outstanding } = document.interpreter;
  const types = Object.values(outstanding).map((command) => waitTypeOf(command, document.calls));
  const known = types.filter((type) => type !== null);
  return known.sort((a, b) => importance[a] - importance[b])[0] ?? null;
}

function waitTypeOf(command: OutstandingCommand, calls: readonly CallProgress[]): WaitType | null {
  if (command.type === 'wait') return waitTypes[command.wait.type];
  if (command.type === 'startChild') return 'child';
  const stage = calls.find((call) => call.token === command.token)?.stage;
  return stage === 'inDoubt' ? 'operator' : stage === 'blocked' ? 'retry' : null;
}

const waitTypes: Record<WaitSpec['type'], WaitType> = { event: 'event', time: 'time', human: 'human', retry: 'retry' };
