import type { Tx } from '../../db/tx.ts';
import { appError, isAppError } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import type { CommandOf } from '../../language/interpreter/types.ts';
import { startLimitsOf } from '../../runs/start-limits.ts';
import { type StartRunResult, startRun } from '../../runs/start-run.ts';
import type { BoundaryDraft, Timeless } from '../boundary-draft.ts';
import { deterministicId } from '../deterministic-id.ts';
import { toRunFailure } from '../effects/to-run-failure.ts';
import type { HeldRun } from '../held-run.ts';
import type { RuntimeContext } from '../runtime-context.ts';

/** The same call of the same attempt is the same child, whoever starts it and however often. */
export function childRunId(held: HeldRun, { address, attempt }: CommandOf<'startChild'>): string {
  return deterministicId('child', held.tenant, held.runId, address.path, address.iterationKey, attempt);
}

/**
 * Creates the called run in the caller's boundary, together with the wait for its end; the answer is a failure where it cannot start.
 */
export async function startChild(
  tx: Tx,
  context: RuntimeContext,
  held: HeldRun,
  draft: BoundaryDraft,
  command: CommandOf<'startChild'>,
): Promise<Timeless | null> {
  const { token } = command;
  const depth = held.callDepth + 1;
  const { maxCallDepth } = context.limits;
  if (depth > maxCallDepth) {
    const error = appError('CALL_DEPTH_EXCEEDED', { depth, maxDepth: maxCallDepth });
    return { type: 'effectFailed', token, error: toRunFailure(error, 'ChildWorkflowError') };
  }
  const runId = childRunId(held, command);
  const result = await startAny(tx, context, held, command, runId);
  if (result.outcome === 'refused') {
    return { type: 'effectFailed', token, error: toRunFailure(result.error, 'ChildWorkflowError') };
  }
  draft.waits.push({
    token,
    address: command.address,
    type: 'child',
    key: runId,
    eventName: null,
    resumeMode: 'one',
    dueAt: null,
    payload: { childRunId: runId, workflow: command.workflow, workflowVersion: command.workflowVersion },
    answer: null,
  });
  return null;
}

/** A definition names the called workflow by its key; older ones by its id. */
async function startAny(
  tx: Tx,
  context: RuntimeContext,
  held: HeldRun,
  command: CommandOf<'startChild'>,
  runId: string,
): Promise<StartRunResult> {
  const { workflow } = command;
  if (isUuid(workflow)) {
    const byId = await start(tx, context, held, command, runId, { workflowId: workflow });
    if (byId.outcome !== 'refused' || !isAppError(byId.error, 'NOT_FOUND')) return byId;
  }
  return start(tx, context, held, command, runId, { workflowKey: workflow });
}

function start(
  tx: Tx,
  { platform }: RuntimeContext,
  held: HeldRun,
  command: CommandOf<'startChild'>,
  runId: string,
  workflow: { workflowId: string } | { workflowKey: string },
): Promise<StartRunResult> {
  return startRun(tx, {
    workflow,
    version: command.workflowVersion,
    payload: command.payload,
    trigger: { type: 'workflow' },
    causation: held.causation,
    limits: startLimitsOf(platform.config),
    isDirect: false,
    parent: {
      runId: held.runId,
      rootRunId: held.rootRunId,
      token: command.token,
      callDepth: held.callDepth + 1,
      stepPath: command.address.path,
    },
    runId,
  });
}
