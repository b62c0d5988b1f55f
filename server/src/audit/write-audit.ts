import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import type { JsonObject } from '../kernel/json.ts';
import { AUDIT_PROVENANCE_COLUMNS, provenanceValues } from './provenance.ts';

export interface AuditInput {
  /** What kind of thing changed: `workflow_definition`, `workflow_run`, `project_task` … */
  recordType: string;
  recordId: string;
  /** What was done to it: `workflow_definition_publish`, `store.set` … */
  operation: string;
  /** Small and free of secrets: names of changed fields, reason, hashes. */
  details?: JsonObject;
}

/** Notes who did what in the transaction of the change itself: no change without its audit row and no row without its change. */
export async function writeAudit(tx: Tx, writer: Writer, input: AuditInput): Promise<void> {
  const [tenant, now, actorId, actorType, source, runId, stepPath, , , reason] = provenanceValues(tx, writer);
  await tx.query({
    name: 'write_audit',
    text: `
      INSERT INTO audit_logs (${AUDIT_PROVENANCE_COLUMNS}, audit_id, record_type, record_id, operation, details)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::jsonb)`,
    values: [
      tenant,
      now,
      actorId,
      actorType,
      source,
      runId,
      stepPath,
      reason,
      tx.newId(),
      input.recordType,
      input.recordId,
      input.operation,
      JSON.stringify(input.details ?? {}),
    ],
  });
}
