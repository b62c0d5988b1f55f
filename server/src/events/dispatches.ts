import type { Tx } from '../db/tx.ts';
import type { JsonObject } from '../kernel/json.ts';

export type DispatchOutcome = 'started' | 'resumed' | 'skipped';

/** What one event meant for one workflow, or for one waiting run of it. */
export interface Dispatch {
  workflowId: string;
  workflowKey: string;
  workflowVersion: number | null;
  outcome: DispatchOutcome;
  /** Of a skip: paused, depth_exceeded, mapping_required, mapping_failed, payload_invalid … · of a start: queued. */
  reason: string | null;
  details: JsonObject | null;
  runId: string | null;
  waitId: string | null;
}

interface DispatchRow {
  workflow_id: string;
  workflow_key: string;
  workflow_version: number | null;
  outcome: DispatchOutcome;
  reason: string | null;
  details: JsonObject | null;
  run_id: string | null;
  wait_id: string | null;
}

export async function insertDispatches(tx: Tx, eventId: string, dispatches: readonly Dispatch[]): Promise<void> {
  if (dispatches.length === 0) return;
  await tx.query({
    name: 'insert_event_dispatches',
    text: `
      INSERT INTO workflow_event_dispatches (
        tenant, dispatch_id, event_id, workflow_id, workflow_key, workflow_version, outcome, reason, details, run_id, wait_id, created_at)
      SELECT $1, d.dispatch_id, $2, d.workflow_id, d.workflow_key, d.workflow_version, d.outcome, d.reason, d.details, d.run_id,
        d.wait_id, $3
      FROM jsonb_to_recordset($4::jsonb) AS d (
        dispatch_id uuid, workflow_id uuid, workflow_key text, workflow_version integer, outcome text, reason text, details jsonb,
        run_id uuid, wait_id uuid)`,
    values: [tx.tenant, eventId, tx.now, JSON.stringify(dispatches.map((dispatch) => toRow(tx, dispatch)))],
  });
}

/** In the order in which they were decided. */
export async function listDispatches(tx: Tx, eventId: string): Promise<Dispatch[]> {
  const { rows } = await tx.query<DispatchRow>({
    name: 'list_event_dispatches',
    text: `
      SELECT workflow_id, workflow_key, workflow_version, outcome, reason, details, run_id, wait_id
      FROM workflow_event_dispatches WHERE tenant = $1 AND event_id = $2 ORDER BY dispatch_id`,
    values: [tx.tenant, eventId],
  });
  return rows.map((row) => ({
    workflowId: row.workflow_id,
    workflowKey: row.workflow_key,
    workflowVersion: row.workflow_version,
    outcome: row.outcome,
    reason: row.reason,
    details: row.details,
    runId: row.run_id,
    waitId: row.wait_id,
  }));
}

function toRow(tx: Tx, dispatch: Dispatch): DispatchRow & { dispatch_id: string } {
  return {
    dispatch_id: tx.newId(),
    workflow_id: dispatch.workflowId,
    workflow_key: dispatch.workflowKey,
    workflow_version: dispatch.workflowVersion,
    outcome: dispatch.outcome,
    reason: dispatch.reason,
    details: dispatch.details,
    run_id: dispatch.runId,
    wait_id: dispatch.waitId,
  };
}
