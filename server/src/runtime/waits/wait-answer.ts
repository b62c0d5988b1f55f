import type { Json } from '../../kernel/json.ts';
import type { Occurrence } from '../../language/interpreter/types.ts';

type WithoutTime<T> = T extends { now: string } ? Omit<T, 'now'> : never;

/** What `resolution` of a wait row holds: the occurrence but for its time, which the boundary that takes it over gives. */
export type WaitAnswer =
  | WithoutTime<Extract<Occurrence, { type: 'waitResolved' | 'waitTimedOut' | 'childEnded' }>>
  /** What an operator said about a call or a run; the engine acts on it before the interpreter goes on. */
  | { type: 'operator'; token: string; decision: OperatorDecision }
  /** A call that had to let another run's call with the same key go first may try again. */
  | { type: 'callAgain'; token: string };

export type OperatorDecision =
  | { type: 'succeeded'; output: Json }
  | { type: 'failed'; message: string }
  | { type: 'callAgain' }
  /** A quarantined run may be claimed again. */
  | { type: 'release' };
