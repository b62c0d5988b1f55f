import type { z } from 'zod';
import type { ErrorCode, ErrorDetails } from '../../kernel/errors.ts';
import type { Json, JsonObject } from '../../kernel/json.ts';
import type { Step } from '../definition/definition.schema.ts';
import type { Expression, Mapping } from '../definition/values.schema.ts';
import type { WalkedStep } from '../definition/walk-steps.ts';
import type { ActionDescription } from '../interpreter/action-description.ts';
import type { BranchFrame } from '../interpreter/run-state.ts';
import type {
  ChildOutcome,
  RunError,
  RunErrorCategory,
  StepAddress,
  WaitResolution,
  WaitSpec,
} from '../interpreter/types.ts';
import type { WritableEnvelope } from '../mapping/apply-writes.ts';
import type { Write } from '../mapping/write.ts';
import type { ValidationContext } from '../validation/context.ts';
import type { ValidationCode, ValidationIssue } from '../validation/issue.ts';

/**
 * One kind of step: what its config looks like and how it behaves. Pure: it reads its context and answers with an outcome; the
 * machine writes, records and waits. Nothing outside a node type's own file knows its id.
 */
export interface NodeType {
  id: string;
  /** Family of the tile: flow, values, action, time, people. */
  family: 'flow' | 'values' | 'action' | 'time' | 'people';
  /** false = defined, but the runtime cannot run it yet: refused at publish. */
  isSupported: boolean;
  /** Form of `config`; null = a control step, whose own fields are its form. */
  configSchema: z.ZodType | null;
  /** Code of a problem of the config's form; absent = INVALID_CONFIG. */
  configCode?(pointer: string): ValidationCode;
  /** What only this type knows to be wrong with a step, beyond its form. */
  validate?(step: WalkedStep, context: ValidationContext): ValidationIssue[];
  enter(step: StepContext): Promise<Outcome> | Outcome;
  /** The answer to what `enter` asked for. */
  resume?(step: StepContext, answer: Answer): Promise<Outcome> | Outcome;
  /** One of its pipes came to its end. */
  branchEnded?(step: StepContext, branch: BranchFrame): Promise<Outcome> | Outcome;
  /** One of its pipes failed and is gone; null = somebody further out must handle it. */
  branchFailed?(step: StepContext, branch: BranchFrame, error: RunError): Outcome | null;
  /**
   * Writes that put back what the step changed for its own use, however it ends. `lost` is the pipe that a failure or a return inside
   * ended too early; null = the step came to its own end.
   */
  leave?(step: StepContext, lost: BranchFrame | null): Write[];
}

/** What a definition says of a step. */
export interface StepFacts {
  path: string;
  step: Step;
  config: Json;
  /** Set for a call of an action that is registered. */
  action: ActionDescription | null;
}

export interface StepContext {
  planned: StepFacts;
  address: StepAddress;
  attempt: number;
  /** ISO 8601 UTC. */
  now: string;
  /** The step's own memory between calls: plain JSON. */
  data: JsonObject;
  /** Pipes of the step that are under way. */
  openBranches: number;
  /** What an expression of this step reads. */
  envelope: WritableEnvelope;
  /** undefined = it yielded nothing. */
  evaluate(expression: Expression, at: EvaluateAt): Promise<Json | undefined>;
  /** Errors: EXPRESSION_YIELDED_NOTHING. */
  evaluateRequired(expression: Expression, at: EvaluateAt): Promise<Json>;
  evaluateMapping(mapping: Mapping, schema: JsonObject | null): Promise<JsonObject>;
  /** The list that the step walks; kept once, outside the frames. */
  list(): readonly Json[];
  setList(items: Json[]): void;
}

export interface EvaluateAt {
  field: string;
  expects?: 'any' | 'array';
  /** Names besides the envelope, such as childRun. */
  roots?: Readonly<Record<string, Json>>;
  /** Writes of this step that the expression already sees. */
  writes?: readonly Write[];
}

export type Answer =
  | { type: 'effect'; output: Json }
  | { type: 'wait'; wait: WaitSpec; resolution: WaitResolution }
  | { type: 'child'; outcome: ChildOutcome };

export interface BranchSpec {
  slot: string;
  index?: number;
  locals?: JsonObject;
  /** Given = the branch writes into an overlay of its own that begins with these. */
  overlay?: Write[];
}

export type Outcome =
  | { type: 'done'; writes?: Write[]; result?: JsonObject }
  /** Opens pipes (none = goes on waiting for those under way). */
  | { type: 'branches'; open: BranchSpec[]; data?: JsonObject; writes?: Write[]; result?: JsonObject }
  | { type: 'invoke'; action: { id: string; version: number }; input: JsonObject; idempotencyKey: string | null }
  | { type: 'wait'; wait: WaitSpec }
  | { type: 'startChild'; workflow: string; workflowVersion: number; payload: JsonObject }
  | { type: 'return' };

/** A failure of the step itself that has a category of its own. Everything else that is thrown is mapped by its code. */
export class StepFailure<C extends ErrorCode = ErrorCode> extends Error {
  readonly category: RunErrorCategory;
  readonly code: C;
  readonly details: ErrorDetails<C>;

  constructor(category: RunErrorCategory, code: C, details: ErrorDetails<C>, message: string) {
    super(message);
    this.category = category;
    this.code = code;
    this.details = details;
  }
}
