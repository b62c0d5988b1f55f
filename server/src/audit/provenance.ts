import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import { isUuid } from '../kernel/ids.ts';

/**
 * Who, from where and when: the first ten parameters of every statement that writes history or audit,
 * so that the change and its story are one statement.
 * $1 tenant · $2 now · $3 actor id · $4 actor type · $5 source · $6 run · $7 step path · $8 step id · $9 iteration · $10 reason
 */
export function provenanceValues(tx: Tx, writer: Writer): unknown[] {
  const { actor, run } = writer;
  return [
    tx.tenant,
    tx.now,
    // The product itself acts without an account.
    isUuid(actor.id) ? actor.id : null,
    actor.type,
    writer.source,
    run?.runId ?? null,
    run?.stepPath ?? null,
    run?.stepId ?? null,
    run?.iterationKey ?? null,
    writer.reason ?? null,
  ];
}

/** Columns that history tables share, in the order of `HISTORY_PROVENANCE_VALUES`. */
export const HISTORY_PROVENANCE_COLUMNS =
  'tenant, created_at, actor_id, actor_type, source, run_id, step_path, step_id, iteration_key, reason';
export const HISTORY_PROVENANCE_VALUES =
  '$1::uuid, $2::timestamptz, $3::uuid, $4::text, $5::text, $6::uuid, $7::text, $8::text, $9::text, $10::text';

/** The same for `audit_logs`, which knows neither step id nor iteration. */
export const AUDIT_PROVENANCE_COLUMNS = 'tenant, created_at, actor_id, actor_type, source, run_id, step_path, reason';
export const AUDIT_PROVENANCE_VALUES =
  '$1::uuid, $2::timestamptz, $3::uuid, $4::text, $5::text, $6::uuid, $7::text, $10::text';
