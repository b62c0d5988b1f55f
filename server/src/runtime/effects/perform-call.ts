import { isReplayable, isUnavailable } from '../../db/database-errors.ts';
import type { Tx } from '../../db/tx.ts';
import { appError, isAppError } from '../../kernel/errors.ts';
import type { Json } from '../../kernel/json.ts';
import type { RunFailure } from '../../language/interpreter/types.ts';
import type { ActionContext } from '../../registry/define-action.ts';
import type { Ports } from '../../registry/ports.ts';
import { type HeldRun, stepWriter } from '../held-run.ts';
import type { RuntimeContext } from '../runtime-context.ts';
import type { PreparedCall } from './prepare-call.ts';
import { inputIssues } from './prepare-call.ts';
import { toRunFailure } from './to-run-failure.ts';

export type CallResult =
  | { status: 'SUCCEEDED'; output: Json }
  | { status: 'FAILED'; failure: RunFailure }
  /** Nobody knows whether the call arrived. */
  | { status: 'IN_DOUBT' };

/** Runs an action that touches nothing, or that reaches the outside world on its own. */
export async function performCall(held: HeldRun, call: PreparedCall, now: Date): Promise<CallResult> {
  return settle(
    () => invoke(call, actionContext(held, call, now, noPorts)),
    () => false,
  );
}

/**
 * Runs a transactional action under a savepoint of the boundary's transaction: when it fails, only its own writes are undone and the
 * boundary goes on.
 * Errors: what undoes the whole boundary (40001, 40P01, a lost connection) is thrown on.
 */
export async function performInTransaction(
  tx: Tx,
  context: RuntimeContext,
  held: HeldRun,
  call: PreparedCall,
): Promise<CallResult> {
  const ports = context.createPorts(tx, stepWriter(held, call.command.address));
  return settle(() => tx.savepoint(() => invoke(call, actionContext(held, call, tx.now, ports))), concernsBoundary);
}

/** Asks the outside world whether a call arrived that a worker did not live to see the end of. */
export async function probeCall(
  held: HeldRun,
  call: PreparedCall,
  now: Date,
): Promise<'done' | 'not-done' | 'unknown'> {
  const { action, input } = call;
  if (action.probe === undefined) return 'unknown';
  try {
    return await action.probe(input, actionContext(held, call, now, noPorts));
  } catch {
    // A probe that fails has not answered.
    return 'unknown';
  }
}

async function invoke({ action, input }: PreparedCall, actionContext: ActionContext): Promise<Json> {
  const output: unknown = await action.run(input, actionContext);
  const parsed = action.output.safeParse(output);
  if (!parsed.success) {
    const [issue] = inputIssues(parsed.error.issues);
    const invariant = `${action.id}@${action.version} answers what its output schema says (${issue?.path}: ${issue?.message})`;
    throw appError('INVARIANT_BROKEN', { invariant });
  }
  // Through JSON, so that the first answer and a replay of it are the same value.
  return JSON.parse(JSON.stringify(parsed.data ?? null)) as Json;
}

async function settle(work: () => Promise<Json>, isThrownOn: (error: unknown) => boolean): Promise<CallResult> {
  try {
    return { status: 'SUCCEEDED', output: await work() };
  } catch (error) {
    if (isThrownOn(error)) throw error;
    return { status: 'FAILED', failure: toRunFailure(error) };
  }
}

function concernsBoundary(error: unknown): boolean {
  return isReplayable(error) || isUnavailable(error) || isAppError(error, 'DATABASE_UNAVAILABLE');
}

function actionContext(held: HeldRun, { command, identity }: PreparedCall, now: Date, ports: Ports): ActionContext {
  return {
    tenant: held.tenant,
    runId: held.runId,
    stepId: command.address.stepId,
    stepPath: command.address.path,
    attempt: command.attempt,
    now,
    actor: held.actor,
    idempotencyKey: identity.key,
    signal: held.abort.signal,
    ports,
  };
}

/** Only transactional actions have a transaction to reach the capabilities through. */
const noPorts: Ports = new Proxy({} as Ports, {
  get(_target, port) {
    throw appError('INVARIANT_BROKEN', { invariant: `only transactional actions use the port ${String(port)}` });
  },
});
