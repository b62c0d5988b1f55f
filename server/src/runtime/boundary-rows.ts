import type { Tx } from '../db/tx.ts';
import { type Json, jsonSizeBytes } from '../kernel/json.ts';
import type { RunError, StepRecord } from '../language/interpreter/types.ts';
import { envelopeOf } from '../language/interpreter/views.ts';
import type { BoundaryDraft, NewLog, NewWait } from './boundary-draft.ts';
import type { LedgerRow } from './effects/ledger.ts';
import type { HeldRun } from './held-run.ts';
import { cappedView, redactedView, redactionPointers, viewJson } from './redaction-view.ts';
import type { RuntimeContext } from './runtime-context.ts';
import { mainWait, type StateDocument } from './state-document.ts';
import type { OperatorReason, WaitType } from './statuses.ts';

/** A boundary as its statement takes it; `steps`, `ledger`, `waits` and `logs` are JSON lists of rows. */
export interface BoundaryRows {
  runId: string;
  fence: number;
  status: 'RUNNING' | 'WAITING' | 'SUCCEEDED' | 'FAILED' | 'CANCELED';
  isFinal: boolean;
  seenWakes: number;
  waitType: WaitType | null;
  waitReason: OperatorReason | null;
  nodePath: string | null;
  error: Json;
  leaseMs: number;
  /** JSON text; null = the one that is there stays. */
  state: string | null;
  boundary: number;
  steps: string;
  ledger: string;
  waits: string;
  logs: string;
  consumedWaits: string[];
  canceledTokens: string[];
  snapshot: { id: string; text: string; sizeBytes: number } | null;
  worker: string;
}

/** How the run stands after the boundary. */
export function toBoundaryRows(tx: Tx, context: RuntimeContext, held: HeldRun, draft: BoundaryDraft): BoundaryRows {
  const { limits } = context;
  const state = JSON.stringify(draft.document);
  const sizeBytes = Buffer.byteLength(state);
  const tooLarge = sizeBytes > limits.maxStateBytes ? stateTooLarge(draft, sizeBytes, limits.maxStateBytes) : null;
  const finish = tooLarge ?? draft.finish;
  const status = finish?.status ?? (mustGoOn(draft.document) ? 'RUNNING' : 'WAITING');
  const waitType = status === 'WAITING' ? mainWait(draft.document) : null;
  return {
    runId: held.runId,
    fence: held.fence,
    status,
    isFinal: finish !== null,
    seenWakes: held.wakes,
    waitType,
    waitReason: waitType === 'operator' ? 'in_doubt' : null,
    nodePath: finish === null ? latestPath(draft) : null,
    error: finish?.error == null ? null : errorView(finish.error, limits.maxErrorBytes),
    leaseMs: limits.leaseMs,
    state: tooLarge === null ? state : null,
    boundary: held.boundary + 1,
    steps: viewJson([...draft.steps.values()].map((step) => stepRow(step, limits.maxErrorBytes))),
    ledger: viewJson([...draft.ledger.values()].map((row) => ledgerRow(row, limits))),
    waits: viewJson(draft.waits.map((wait) => waitRow(tx, wait))),
    logs: viewJson(draft.logs.map((log) => logRow(tx, log))),
    consumedWaits: draft.consumedWaits,
    canceledTokens: draft.abandoned,
    snapshot: snapshotOf(tx, held, draft, limits.maxSnapshotBytes),
    worker: context.workerId,
  };
}

/** Something is left that a worker has to do before the run may be parked. */
export function mustGoOn(document: StateDocument): boolean {
  return document.hasMore || document.calls.some(({ stage }) => stage === 'new' || stage === 'started');
}

function stateTooLarge(
  draft: BoundaryDraft,
  sizeBytes: number,
  maxBytes: number,
): { status: 'FAILED'; error: RunError } {
  const step = [...draft.steps.values()].at(-1);
  return {
    status: 'FAILED',
    error: {
      category: 'ActionError',
      code: 'STATE_TOO_LARGE',
      message: `The data of the run is ${sizeBytes} bytes; at most ${maxBytes} are kept`,
      details: { sizeBytes, maxBytes },
      nodePath: step?.address.path ?? '',
      stepId: step?.address.stepId ?? '',
      at: draft.now.toISOString(),
    },
  };
}

function latestPath(draft: BoundaryDraft): string | null {
  return [...draft.steps.values()].at(-1)?.address.path ?? null;
}

function stepRow(step: StepRecord, maxErrorBytes: number) {
  const { address, startedAt, completedAt } = step;
  return {
    step_path: address.path,
    iteration_key: address.iterationKey,
    attempt: step.attempt,
    sequence: step.sequence,
    definition_step_id: address.stepId,
    node_type: step.type,
    status: step.status,
    duration_ms: completedAt === null ? null : Math.max(0, Date.parse(completedAt) - Date.parse(startedAt)),
    result_json: step.result === null ? null : redactedView(step.result),
    error_json: step.error === null ? null : errorView(step.error, maxErrorBytes),
    started_at: startedAt,
    completed_at: completedAt,
  };
}

function ledgerRow(row: LedgerRow, limits: { maxErrorBytes: number; maxSnapshotBytes: number }) {
  const error = cappedView(row.error_json, limits.maxErrorBytes).view;
  return { ...row, error_json: error, input_json: cappedView(row.input_json, limits.maxSnapshotBytes).view };
}

function waitRow(tx: Tx, wait: NewWait) {
  // A human task is known by its wait.
  const id = tx.newId();
  return {
    wait_id: id,
    token: wait.token,
    step_path: wait.address.path,
    iteration_key: wait.address.iterationKey,
    definition_step_id: wait.address.stepId,
    wait_type: wait.type,
    key: wait.type === 'human' ? id : wait.key,
    event_name: wait.eventName,
    resume_mode: wait.resumeMode,
    due_at: wait.dueAt,
    payload: wait.payload,
    resolution: wait.answer,
    is_answered: wait.answer !== null,
  };
}

function logRow(tx: Tx, log: NewLog) {
  return { log_id: tx.newId(), step_path: log.stepPath, level: log.level, code: log.code, context_json: log.params };
}

/** The error with details that fit, for rows that people read. */
function errorView(error: RunError, maxBytes: number): Json {
  const details = redactedView(error.details);
  const view = { ...error, details };
  const size = jsonSizeBytes(view);
  if (size <= maxBytes) return view;
  return { ...view, message: error.message.slice(0, 2_000), details: { truncated: true, size, max: maxBytes } };
}

/** What people see of the run's data; null when it looks as it did at the last boundary. */
function snapshotOf(tx: Tx, held: HeldRun, draft: BoundaryDraft, maxBytes: number): BoundaryRows['snapshot'] {
  const envelope = envelopeOf(draft.document.interpreter);
  const masked = redactedView(envelope as unknown as Json, redactionPointers(envelope.meta));
  const { view, sizeBytes } = cappedView(masked, maxBytes);
  const text = viewJson(view);
  return text === held.lastSnapshot ? null : { id: tx.newId(), text, sizeBytes };
}
