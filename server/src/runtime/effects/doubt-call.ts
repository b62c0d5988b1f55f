import { type BoundaryDraft, setCall } from '../boundary-draft.ts';
import type { PreparedCall } from './prepare-call.ts';

/** Parks a call behind an operator: it may or may not have arrived, and nobody but a person can find out. */
export function doubtCall(draft: BoundaryDraft, { command, action, identity }: PreparedCall, attempt: number): void {
  const { token, address } = command;
  setCall(draft, { token, stage: 'inDoubt', attempt, blockedTimes: 0 });
  draft.waits.push({
    token: `operator:${attempt}:${token}`,
    address,
    type: 'operator',
    key: identity.invocationId,
    eventName: null,
    resumeMode: 'one',
    dueAt: null,
    payload: {
      reason: 'in_doubt',
      callToken: token,
      actionId: action.id,
      actionVersion: action.version,
      idempotencyKey: identity.key,
    },
    answer: null,
  });
  const params = { actionId: action.id, idempotencyKey: identity.key };
  draft.logs.push({ level: 'WARN', stepPath: address.path, code: 'CALL_IN_DOUBT', params });
}
