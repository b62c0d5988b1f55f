import type { Tx } from '../db/tx.ts';
import type { PlannedWorkflow } from './plan-import.ts';

/**
 * Puts aside what a forced import is about to change and what runs began with, under way or over: they go on with it, and their history
 * shows it. One statement; the caller holds the workflow's row, so no run begins meanwhile.
 */
export async function keepReplacedDefinitions(tx: Tx, { workflowId, versions }: PlannedWorkflow): Promise<void> {
  await tx.query({
    name: 'bundle.keep_replaced_definitions',
    text: `INSERT INTO workflow_replaced_definitions (tenant, workflow_id, version, definition_hash, definition_json, replaced_at)
           SELECT v.tenant, v.workflow_id, v.version, v.definition_hash, v.definition_json, $5
             FROM workflow_definition_versions v
             JOIN unnest($3::integer[], $4::text[]) AS next (version, definition_hash) ON next.version = v.version
            WHERE v.tenant = $1 AND v.workflow_id = $2 AND v.definition_hash <> next.definition_hash
              AND EXISTS (SELECT 1 FROM workflow_runs r WHERE r.tenant = v.tenant AND r.workflow_id = v.workflow_id
                             AND r.workflow_version = v.version AND r.definition_hash = v.definition_hash)
           ON CONFLICT DO NOTHING`,
    values: [
      tx.tenant,
      workflowId,
      versions.map((version) => version.version),
      versions.map((version) => version.definitionHash),
      tx.now,
    ],
  });
}
