import type { Json, JsonObject } from '../../kernel/json.ts';
import type { Write } from '../mapping/write.ts';
import type { Envelope, OutstandingCommand, RunError } from './types.ts';

/**
 * Everything the interpreter knows of a run: plain JSON, complete, private. People see `envelopeOf`, never this.
 * Treat it as immutable: `advance` answers with a new one and shares what did not change.
 */
export interface RunState {
  v: 1;
  envelope: Envelope;
  /** The pipe of the definition; null once the run is over. */
  root: BranchFrame | null;
  /** Lists that loops walk, by address of the loop. A list never changes while it is here. */
  lists: Record<string, Json[]>;
  /** Commands that wait for an answer, oldest first. A list: a wide loop has many, and each call makes a new one. */
  outstanding: readonly OutstandingCommand[];
  /** Number of the next step that begins; the first is 1. */
  nextSequence: number;
  finished: { status: 'SUCCEEDED' | 'FAILED' | 'CANCELED'; error: RunError | null } | null;
}

/** One pipe under way. It is ready to go on when no step of it is. */
export interface BranchFrame {
  /** `root`, `root.steps[2].then` */
  pipe: string;
  /** Slot of the parent step; '' for the root. */
  slot: string;
  /** Number of the repetition of the slot, in loops. */
  index: number | null;
  /** Position of the step that is under way or comes next. */
  position: number;
  /** Bare names that expressions of this pipe see: index, length, isFirst, isLast. */
  locals: JsonObject | null;
  /** Set where repetitions run side by side: what this one wrote, in order, seen by nobody else until the loop ends. */
  writes: Write[] | null;
  step: StepFrame | null;
}

/** One step under way, in one iteration. */
export interface StepFrame {
  path: string;
  iterationKey: string;
  stepId: string;
  attempt: number;
  sequence: number;
  startedAt: string;
  /** What the step waits for; null while its pipes run. */
  token: string | null;
  /** The node type's own memory. */
  data: JsonObject;
  branches: BranchFrame[];
}
