import type { Tx } from '../db/tx.ts';
import type { PlannedWorkflow } from './plan-import.ts';

/** A workflow that is there under a key of the bundle. */
export interface ExistingWorkflow {
  workflowId: string;
  key: string;
  versions: ExistingVersion[];
}

export interface ExistingVersion {
  version: number;
  definitionHash: string;
  /** Runs of any status. */
  isUsed: boolean;
}

/**
 * Locks the rows, in the order of their keys so that two imports cannot wait for each other. A start needs a key-share lock on its
 * workflow's row, so from here to the commit no run is inserted; one that has read its version before is inserted after it.
 */
export async function lockExisting(tx: Tx, keys: readonly string[]): Promise<ExistingWorkflow[]> {
  const { rows } = await tx.query<{ workflow_id: string; key: string }>({
    name: 'bundle.lock_existing',
    text: `SELECT workflow_id, key FROM workflow_definitions WHERE tenant = $1 AND key = ANY ($2) ORDER BY key FOR UPDATE`,
    values: [tx.tenant, keys],
  });
  const found: ExistingWorkflow[] = [];
  for (const row of rows) {
    found.push({ workflowId: row.workflow_id, key: row.key, versions: await versionsOf(tx, row.workflow_id) });
  }
  return found;
}

async function versionsOf(tx: Tx, workflowId: string): Promise<ExistingVersion[]> {
  const { rows } = await tx.query<{ version: number; definition_hash: string; is_used: boolean }>({
    name: 'bundle.existing_versions',
    text: `SELECT v.version, v.definition_hash,
                  EXISTS (SELECT 1 FROM workflow_runs r WHERE r.tenant = v.tenant AND r.workflow_id = v.workflow_id
                             AND r.workflow_version = v.version) AS is_used
             FROM workflow_definition_versions v
            WHERE v.tenant = $1 AND v.workflow_id = $2
            ORDER BY v.version`,
    values: [tx.tenant, workflowId],
  });
  return rows.map((row) => ({
    version: row.version,
    definitionHash: row.definition_hash,
    isUsed: row.is_used,
  }));
}

/** Versions that are not in the bundle: those that a run used stay, the others go. */
export function splitLeftovers(
  existing: ExistingWorkflow,
  planned: PlannedWorkflow,
): { kept: number[]; dropped: number[] } {
  const leftovers = existing.versions.filter(
    (version) => !planned.versions.some((next) => next.version === version.version),
  );
  return {
    kept: leftovers.filter((version) => version.isUsed).map((version) => version.version),
    dropped: leftovers.filter((version) => !version.isUsed).map((version) => version.version),
  };
}
