import type { Tx } from '../../db/tx.ts';
import type { Json, JsonObject } from '../../kernel/json.ts';
import type { CommandOf, RunFailure, StepAddress } from '../../language/interpreter/types.ts';
import type { AnyAction, EffectKind } from '../../registry/define-action.ts';
import { redactedView, viewJson } from '../redaction-view.ts';
import type { InvocationStatus, RunStatus } from '../statuses.ts';
import type { CallIdentity } from './idempotency-key.ts';

/** A row of the ledger and its latest attempt, as a boundary writes them. Field names are the columns'. */
export interface LedgerRow {
  invocation_id: string;
  step_path: string;
  iteration_key: string;
  definition_step_id: string;
  action_id: string;
  action_version: number;
  effect: EffectKind;
  idempotency_key: string;
  key_source: CallIdentity['keySource'];
  input_hash: string;
  status: InvocationStatus;
  attempts: number;
  input_json: Json;
  output_json: Json;
  error_json: Json;
  started_at: string;
  completed_at: string | null;
}

/** A call that the ledger knows already. */
export interface StandingCall {
  status: InvocationStatus;
  inputHash: string;
  output: Json;
  attempts: number;
  /** The same place of the same run: an earlier try of this very call. */
  isOwn: boolean;
  /** null = that run is gone. */
  runStatus: RunStatus | null;
}

export interface NewLedgerRow {
  command: CommandOf<'invoke'>;
  action: AnyAction;
  identity: CallIdentity;
  input: JsonObject;
  attempt: number;
  now: Date;
}

/** The row of a call that begins now. */
export function startedRow({ command, action, identity, input, attempt, now }: NewLedgerRow): LedgerRow {
  return {
    invocation_id: identity.invocationId,
    step_path: command.address.path,
    iteration_key: command.address.iterationKey,
    definition_step_id: command.address.stepId,
    action_id: action.id,
    action_version: action.version,
    effect: action.effect,
    idempotency_key: identity.key,
    key_source: identity.keySource,
    input_hash: identity.inputHash,
    status: 'STARTED',
    attempts: attempt,
    input_json: redactedView(input),
    output_json: null,
    error_json: null,
    started_at: now.toISOString(),
    completed_at: null,
  };
}

export function succeededRow(row: LedgerRow, output: Json, now: Date): LedgerRow {
  return { ...row, status: 'SUCCEEDED', output_json: output, error_json: null, completed_at: now.toISOString() };
}

export function failedRow(row: LedgerRow, failure: RunFailure, now: Date): LedgerRow {
  const { category, code, message, details } = failure;
  return {
    ...row,
    status: 'FAILED',
    error_json: { category, code, message, details },
    completed_at: now.toISOString(),
  };
}

export function inDoubtRow(row: LedgerRow): LedgerRow {
  return { ...row, status: 'IN_DOUBT' };
}

interface StandingRow {
  step_path: string;
  iteration_key: string;
  status: InvocationStatus;
  input_hash: string;
  output_json: Json;
  attempts: number;
  run_id: string;
  run_status: RunStatus | null;
}

/**
 * The ledger's row of this call, locked until the commit: who comes with the same key meanwhile waits for what becomes of it.
 */
export async function findStandingCall(
  tx: Tx,
  runId: string,
  { action, identity, command }: { action: AnyAction; identity: CallIdentity; command: CommandOf<'invoke'> },
): Promise<StandingCall | null> {
  const { rows } = await tx.query<StandingRow>({
    name: 'find_standing_call',
    text: `
      SELECT i.status, i.input_hash, i.output_json, i.attempts, i.run_id, i.step_path, i.iteration_key,
        r.status AS run_status
      FROM workflow_action_invocations i
      LEFT JOIN workflow_runs r ON r.tenant = i.tenant AND r.run_id = i.run_id
      WHERE i.tenant = $1 AND i.action_id = $2 AND i.action_version = $3 AND i.idempotency_key = $4
      FOR UPDATE OF i`,
    values: [tx.tenant, action.id, action.version, identity.key],
  });
  const row = rows[0];
  if (row === undefined) return null;
  return {
    status: row.status,
    inputHash: row.input_hash,
    output: row.output_json,
    attempts: row.attempts,
    isOwn: row.run_id === runId && isSamePlace(row, command.address),
    runStatus: row.run_status,
  };
}

export function isSamePlace(row: { step_path: string; iteration_key: string }, address: StepAddress): boolean {
  return row.step_path === address.path && row.iteration_key === address.iterationKey;
}

/**
 * Puts a row under a key that others may use too before the call begins. false = somebody else was first; their row is committed by
 * now, as this statement waited for it.
 */
export async function takeKey(tx: Tx, runId: string, row: LedgerRow): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'take_key',
    text: `
      INSERT INTO workflow_action_invocations (
        tenant, invocation_id, run_id, step_path, iteration_key, definition_step_id, action_id, action_version, effect,
        idempotency_key, key_source, input_hash, status, attempts, input_json, created_at, started_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'STARTED', $13, $14::jsonb, $15, $15)
      ON CONFLICT (tenant, action_id, action_version, idempotency_key) DO NOTHING`,
    values: [
      tx.tenant,
      row.invocation_id,
      runId,
      row.step_path,
      row.iteration_key,
      row.definition_step_id,
      row.action_id,
      row.action_version,
      row.effect,
      row.idempotency_key,
      row.key_source,
      row.input_hash,
      row.attempts,
      viewJson(row.input_json),
      row.started_at,
    ],
  });
  return rowCount === 1;
}
