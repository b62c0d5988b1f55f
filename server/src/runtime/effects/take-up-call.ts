import type { Tx } from '../../db/tx.ts';
import { appError } from '../../kernel/errors.ts';
import type { CommandOf } from '../../language/interpreter/types.ts';
import { type BoundaryDraft, commandOf, dropCall, setCall, type Timeless } from '../boundary-draft.ts';
import type { HeldRun } from '../held-run.ts';
import type { RuntimeContext } from '../runtime-context.ts';
import { isFinal } from '../statuses.ts';
import { doubtCall } from './doubt-call.ts';
import {
  failedRow,
  findStandingCall,
  isSamePlace,
  type LedgerRow,
  type StandingCall,
  startedRow,
  succeededRow,
  takeKey,
} from './ledger.ts';
import { type CallResult, performCall, performInTransaction } from './perform-call.ts';
import { type PreparedCall, prepareCall } from './prepare-call.ts';
import { toRunFailure } from './to-run-failure.ts';

/** How long a call waits for another one with the same key, doubled each time up to the cap. */
const BLOCKED_DELAY_MS = 1_000;
const MAX_BLOCKED_DELAY_MS = 60_000;

/** A call that can be answered without a transaction; null answer = it needs one. */
export async function takeUpPureCall(
  context: RuntimeContext,
  held: HeldRun,
  draft: BoundaryDraft,
  token: string,
): Promise<Timeless | null> {
  const command = commandOf(draft.document, token);
  const action = command && context.platform.registry.action(command.action.id, command.action.version);
  if (command === undefined || action?.effect !== 'pure' || action.permission !== null) return null;
  return takeUpPrepared(context, held, draft, command, null);
}

/**
 * Answers a call inside the boundary's transaction, or leaves it to be made after the commit (stage `started`), or parks it behind
 * another call with the same key (stage `blocked`); null = no answer yet.
 */
export async function takeUpCall(
  tx: Tx,
  context: RuntimeContext,
  held: HeldRun,
  draft: BoundaryDraft,
  token: string,
): Promise<Timeless | null> {
  const command = commandOf(draft.document, token);
  if (command === undefined) {
    dropCall(draft, token);
    return null;
  }
  return takeUpPrepared(context, held, draft, command, tx);
}

async function takeUpPrepared(
  context: RuntimeContext,
  held: HeldRun,
  draft: BoundaryDraft,
  command: CommandOf<'invoke'>,
  tx: Tx | null,
): Promise<Timeless | null> {
  const { token } = command;
  const preparation = await prepareCall(context, held, command, tx);
  if (!preparation.isReady) {
    dropCall(draft, token);
    return { type: 'effectFailed', token, error: preparation.failure };
  }
  const { call } = preparation;
  if (call.action.effect === 'pure') return answer(draft, token, await performCall(held, call, draft.now));
  if (tx === null) return null;
  return takeUpEffect(tx, context, held, draft, call);
}

async function takeUpEffect(
  tx: Tx,
  context: RuntimeContext,
  held: HeldRun,
  draft: BoundaryDraft,
  call: PreparedCall,
): Promise<Timeless | null> {
  const { token } = call.command;
  const standing = await standingOf(tx, held, draft, call);
  if (standing?.status === 'SUCCEEDED') return answer(draft, token, replay(call, standing));
  if (standing !== null && goesFirst(standing)) {
    block(draft, call);
    return null;
  }
  const attempt = (standing?.attempts ?? 0) + 1;
  if (standing !== null && isUnsettled(standing) && !standing.isOwn && call.action.effect === 'at-least-once') {
    // A run that is over left this call open: whether it arrived nobody can tell.
    doubtCall(draft, call, attempt);
    return null;
  }
  const { command, action, identity, input } = call;
  const row = startedRow({ command, action, identity, input, attempt, now: tx.now });
  // A key that others may use too is taken before the call, so that they wait for its end; nobody shares the engine's keys.
  if (standing === null && identity.keySource !== 'engine' && !(await takeKey(tx, held.runId, row))) {
    return takeUpEffect(tx, context, held, draft, call);
  }
  draft.effectsDone += 1;
  if (action.effect !== 'transactional') {
    setCall(draft, { token, stage: 'started', attempt, blockedTimes: 0 });
    draft.ledger.set(identity.invocationId, row);
    return null;
  }
  const result = await performInTransaction(tx, context, held, call);
  await context.racePoints('afterEffectBeforeCommit', held.runId);
  note(draft, row, result, tx.now);
  return answer(draft, token, result);
}

/** First tries under the engine's key are not looked up: state and ledger commit together, so there can be no row yet. */
async function standingOf(
  tx: Tx,
  held: HeldRun,
  draft: BoundaryDraft,
  call: PreparedCall,
): Promise<StandingCall | null> {
  const { identity, command } = call;
  const drafted = draft.ledger.get(identity.invocationId);
  if (drafted !== undefined) return standingDraft(drafted, command);
  const progress = draft.document.calls.find((candidate) => candidate.token === command.token);
  const isFirstTry = identity.keySource === 'engine' && command.attempt === 1 && (progress?.attempt ?? 0) === 0;
  return isFirstTry ? null : findStandingCall(tx, held.runId, call);
}

function standingDraft(row: LedgerRow, { address }: CommandOf<'invoke'>): StandingCall {
  return {
    status: row.status,
    inputHash: row.input_hash,
    output: row.output_json,
    attempts: row.attempts,
    isOwn: isSamePlace(row, address),
    runStatus: 'RUNNING',
  };
}

function isUnsettled(standing: StandingCall): boolean {
  return standing.status === 'STARTED' || standing.status === 'IN_DOUBT';
}

/** Another call with the same key is under way, or an operator still has to settle it. */
function goesFirst(standing: StandingCall): boolean {
  const isAlive = standing.runStatus !== null && !isFinal(standing.runStatus);
  return isUnsettled(standing) && !standing.isOwn && isAlive;
}

function replay({ action, identity }: PreparedCall, standing: StandingCall): CallResult {
  const isIgnored = identity.keySource === 'action' && action.keyField?.onReuse === 'ignore';
  if (standing.inputHash === identity.inputHash || isIgnored) return { status: 'SUCCEEDED', output: standing.output };
  const error = appError('IDEMPOTENCY_KEY_REUSED', { actionId: action.id, idempotencyKey: identity.key });
  return { status: 'FAILED', failure: toRunFailure(error) };
}

function block(draft: BoundaryDraft, { command, action, identity }: PreparedCall): void {
  const { token, address } = command;
  const before = draft.document.calls.find((call) => call.token === token);
  const blockedTimes = (before?.blockedTimes ?? 0) + 1;
  setCall(draft, { token, stage: 'blocked', attempt: before?.attempt ?? 0, blockedTimes });
  const delayMs = Math.min(BLOCKED_DELAY_MS * 2 ** (blockedTimes - 1), MAX_BLOCKED_DELAY_MS);
  draft.waits.push({
    token: `blocked:${blockedTimes}:${token}`,
    address,
    type: 'retry',
    key: identity.invocationId,
    eventName: null,
    resumeMode: 'one',
    dueAt: new Date(draft.now.getTime() + delayMs).toISOString(),
    payload: { reason: 'key_in_use', callToken: token, actionId: action.id, idempotencyKey: identity.key },
    answer: null,
  });
}

function note(draft: BoundaryDraft, row: LedgerRow, result: CallResult, now: Date): void {
  if (result.status === 'SUCCEEDED') draft.ledger.set(row.invocation_id, succeededRow(row, result.output, now));
  if (result.status === 'FAILED') draft.ledger.set(row.invocation_id, failedRow(row, result.failure, now));
}

function answer(draft: BoundaryDraft, token: string, result: CallResult): Timeless | null {
  if (result.status === 'IN_DOUBT') return null;
  dropCall(draft, token);
  return result.status === 'SUCCEEDED'
    ? { type: 'effectSucceeded', token, output: result.output }
    : { type: 'effectFailed', token, error: result.failure };
}
