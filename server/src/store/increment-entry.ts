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

export interface IncrementEntryInput {
  namespace: string;
  key: string;
  by: number;
  /** Value that a missing counter starts from, before `by` is added. */
  initial: number;
}

interface IncrementRow {
  /** Type of the live value that was found: `number`, `string` …; null = there was none. */
  found: string | null;
  in_range: boolean;
  value: number | null;
  revision: number | null;
}

/**
 * Adds in one statement, in decimals: 0.1 three times is 0.3. `before` locks the counter, `sum` says what it becomes (a missing or
 * expired one starts from `initial` and has no end; a live one keeps its end), nothing is written for a value that is not a number or a
 * sum that a JSON number cannot count exactly. Creators race as in set-entry.ts.
 */
const incrementEntrySql = `
  WITH before AS (
    SELECT store_id, value, value_type, revision, expires_at,
      COALESCE(expires_at <= $2::timestamptz, false) AS is_expired,
      NOT COALESCE(expires_at <= $2::timestamptz, false) AND jsonb_typeof(value) <> 'number' AS is_foreign
    FROM workflow_data_store
    WHERE tenant = $1::uuid AND namespace = $13::text AND key = $14::text
    FOR UPDATE
  ), sum AS (
    SELECT to_jsonb(trim_scale(total)) AS value, abs(total) <= ${Number.MAX_SAFE_INTEGER} AS in_range FROM (
      SELECT $15::numeric + COALESCE(
        (SELECT CASE WHEN NOT is_expired AND NOT is_foreign THEN (value #>> '{}')::numeric END FROM before),
        $16::numeric) AS total
    ) AS added
  ), replaced AS (
    UPDATE workflow_data_store AS entry SET
      value = sum.value,
      value_type = 'number',
      expires_at = CASE WHEN before.is_expired THEN NULL ELSE entry.expires_at END,
      updated_at = $2::timestamptz,
      store_id = CASE WHEN before.is_expired THEN $17::uuid ELSE entry.store_id END,
      created_at = CASE WHEN before.is_expired THEN $2::timestamptz ELSE entry.created_at END,
      created_by_run_id = CASE WHEN before.is_expired THEN $6::uuid ELSE entry.created_by_run_id END,
      revision = CASE WHEN before.is_expired THEN 1 ELSE before.revision + 1 END
    FROM before, sum
    WHERE entry.tenant = $1::uuid AND entry.store_id = before.store_id AND sum.in_range AND NOT before.is_foreign
    RETURNING entry.revision, entry.expires_at
  ), created AS (
    INSERT INTO workflow_data_store
      (tenant, store_id, namespace, key, value, value_type, revision, created_by_run_id, created_at, updated_at)
    SELECT $1::uuid, $17::uuid, $13::text, $14::text, sum.value, 'number', 1, $6::uuid, $2::timestamptz, $2::timestamptz
    FROM sum WHERE sum.in_range AND NOT EXISTS (SELECT FROM before)
    ON CONFLICT (tenant, namespace, key) DO NOTHING
    RETURNING revision, expires_at
  ), written AS (
    SELECT revision, expires_at FROM replaced UNION ALL SELECT revision, expires_at FROM created
  ), noted AS (
    INSERT INTO workflow_data_store_history
      (${HISTORY_PROVENANCE_COLUMNS}, namespace, key, history_id, operation, revision, value_before, value_after, value_type, expires_at)
    SELECT ${HISTORY_PROVENANCE_VALUES}, $13::text, $14::text, change.*
    FROM (
      SELECT $18::uuid, 'expire', before.revision, before.value, NULL::jsonb, before.value_type, before.expires_at
      FROM before, written WHERE before.is_expired
      UNION ALL
      SELECT $11::uuid, 'increment', written.revision, before.value, sum.value, 'number', written.expires_at
      FROM sum, written LEFT JOIN before ON NOT before.is_expired
    ) AS change
  ), audited AS (
    INSERT INTO audit_logs (${AUDIT_PROVENANCE_COLUMNS}, audit_id, record_type, record_id, operation, details)
    SELECT ${AUDIT_PROVENANCE_VALUES}, $12::uuid, 'store_entry', $13::text || '/' || $14::text, 'store.increment',
      jsonb_build_object('namespace', $13::text, 'key', $14::text, 'revision', written.revision)
    FROM written
  )
  SELECT
    (SELECT jsonb_typeof(value) FROM before WHERE NOT is_expired) AS found,
    sum.in_range,
    sum.value,
    (SELECT revision FROM written) AS revision
  FROM sum`;

/**
 * Adds `by` to a counter and answers the value that this call made: of many callers at once each gets its own.
 * Errors: STORE_NOT_A_NUMBER, STORE_NUMBER_OUT_OF_RANGE (the sum would leave ±(2^53 − 1)).
 */
export async function incrementEntry(
  tx: Tx,
  writer: Writer,
  input: IncrementEntryInput,
): Promise<{ value: number; revision: number }> {
  const { namespace, key, by, initial } = input;
  // NaN and Infinity are numbers to numeric, too.
  if (!Number.isFinite(by) || !Number.isFinite(initial))
    throw appError('STORE_NUMBER_OUT_OF_RANGE', { namespace, key });

  return repeatWhileRaced(async () => {
    const { rows } = await tx.query<IncrementRow>({
      name: 'store_increment_entry',
      text: incrementEntrySql,
      values: [
        ...provenanceValues(tx, writer),
        tx.newId(),
        tx.newId(),
        namespace,
        key,
        String(by),
        String(initial),
        tx.newId(),
        tx.newId(),
      ],
    });
    const row = rows[0];
    if (row === undefined) return 'raced';
    if (row.found !== null && row.found !== 'number') {
      throw appError('STORE_NOT_A_NUMBER', { namespace, key, found: row.found });
    }
    if (!row.in_range) throw appError('STORE_NUMBER_OUT_OF_RANGE', { namespace, key });
    if (row.revision === null || row.value === null) return 'raced';
    tx.signal('store', namespace);
    return { value: row.value, revision: row.revision };
  });
}
