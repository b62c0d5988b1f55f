import {
  AUDIT_PROVENANCE_COLUMNS,
  AUDIT_PROVENANCE_VALUES,
  HISTORY_PROVENANCE_COLUMNS,
  HISTORY_PROVENANCE_VALUES,
  provenanceValues,
} from '../audit/provenance.ts';
import { repeatWhileRaced } from '../db/repeat-while-raced.ts';
import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import type { Json } from '../kernel/json.ts';
import type { StoreValueType } from '../registry/ports.ts';
import { assertStorableValue, type StoreLimits } from './limits.ts';

export interface SetEntryInput {
  namespace: string;
  key: string;
  value: Json;
  valueType: StoreValueType;
  /** Seconds from now; left out = never expires, also where an earlier value had an end. */
  ttlSeconds?: number | undefined;
  /** 0 = only create; n = only replace revision n. An entry whose time is over counts as missing. */
  ifRevision?: number | undefined;
}

interface SetRow {
  current_revision: number | null;
  revision: number | null;
}

/**
 * Compare and set in one statement. `before` locks the row (or finds none), `replaced` and `created` look at what was locked, history and
 * audit follow from what was written. Two callers that create the same key meet at the unique key: one inserts, the other's insert does
 * nothing and its statement runs again, now seeing the row. An expired row starts a new life: new id, revision 1.
 */
const setEntrySql = `
  WITH before AS (
    SELECT store_id, value, value_type, revision, expires_at, COALESCE(expires_at <= $2::timestamptz, false) AS is_expired
    FROM workflow_data_store
    WHERE tenant = $1::uuid AND namespace = $13::text AND key = $14::text
    FOR UPDATE
  ), replaced AS (
    UPDATE workflow_data_store AS entry SET
      value = $15::jsonb,
      value_type = $16::text,
      expires_at = $17::timestamptz,
      updated_at = $2::timestamptz,
      store_id = CASE WHEN before.is_expired THEN $19::uuid ELSE entry.store_id END,
      created_at = CASE WHEN before.is_expired THEN $2::timestamptz ELSE entry.created_at END,
      created_by_run_id = CASE WHEN before.is_expired THEN $6::uuid ELSE entry.created_by_run_id END,
      revision = CASE WHEN before.is_expired THEN 1 ELSE before.revision + 1 END
    FROM before
    WHERE entry.tenant = $1::uuid AND entry.store_id = before.store_id
      AND ($18::bigint IS NULL OR $18::bigint = CASE WHEN before.is_expired THEN 0 ELSE before.revision END)
    RETURNING entry.revision
  ), created AS (
    INSERT INTO workflow_data_store
      (tenant, store_id, namespace, key, value, value_type, revision, expires_at, created_by_run_id, created_at, updated_at)
    SELECT $1::uuid, $19::uuid, $13::text, $14::text, $15::jsonb, $16::text, 1, $17::timestamptz, $6::uuid, $2::timestamptz, $2::timestamptz
    WHERE NOT EXISTS (SELECT FROM before) AND COALESCE($18::bigint, 0) = 0
    ON CONFLICT (tenant, namespace, key) DO NOTHING
    RETURNING revision
  ), written AS (
    SELECT revision FROM replaced UNION ALL SELECT revision FROM created
  ), noted AS (
    INSERT INTO workflow_data_store_history
      (${HISTORY_PROVENANCE_COLUMNS}, namespace, key, history_id, operation, revision, value_before, value_after, value_type, expires_at)
    SELECT ${HISTORY_PROVENANCE_VALUES}, $13::text, $14::text, change.*
    FROM (
      SELECT $20::uuid, 'expire', before.revision, before.value, NULL::jsonb, before.value_type, before.expires_at
      FROM before, written WHERE before.is_expired
      UNION ALL
      SELECT $11::uuid, 'set', written.revision, before.value, $15::jsonb, $16::text, $17::timestamptz
      FROM written LEFT JOIN before ON NOT before.is_expired
    ) AS change
  ), audited AS (
    INSERT INTO audit_logs (${AUDIT_PROVENANCE_COLUMNS}, audit_id, record_type, record_id, operation, details)
    SELECT ${AUDIT_PROVENANCE_VALUES}, $12::uuid, 'store_entry', $13::text || '/' || $14::text, 'store.set',
      jsonb_build_object('namespace', $13::text, 'key', $14::text, 'revision', written.revision)
    FROM written
  )
  SELECT
    (SELECT revision FROM before WHERE NOT is_expired) AS current_revision,
    (SELECT revision FROM written) AS revision`;

/**
 * Sets a value, with its history and audit.
 * Errors: STORE_REVISION_CONFLICT (also for revision n of a missing key), STORE_VALUE_TOO_LARGE, INVALID_INPUT.
 */
export async function setEntry(
  tx: Tx,
  writer: Writer,
  input: SetEntryInput,
  limits: StoreLimits,
): Promise<{ revision: number; created: boolean }> {
  assertStorableValue(input.value, '/value', limits);
  const { namespace, key, ifRevision } = input;
  const expiresAt = input.ttlSeconds === undefined ? null : new Date(tx.now.getTime() + input.ttlSeconds * 1000);

  return repeatWhileRaced(async () => {
    const { rows } = await tx.query<SetRow>({
      name: 'store_set_entry',
      text: setEntrySql,
      values: [
        ...provenanceValues(tx, writer),
        tx.newId(),
        tx.newId(),
        namespace,
        key,
        JSON.stringify(input.value),
        input.valueType,
        expiresAt,
        ifRevision ?? null,
        tx.newId(),
        tx.newId(),
      ],
    });
    const current = rows[0]?.current_revision ?? null;
    const revision = rows[0]?.revision ?? null;
    if (revision !== null) {
      tx.signal('store', namespace);
      return { revision, created: current === null };
    }
    if (ifRevision === undefined || (ifRevision === 0 && current === null)) return 'raced';
    throw appError('STORE_REVISION_CONFLICT', { namespace, key, ifRevision, revision: current });
  });
}
