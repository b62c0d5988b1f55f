import type { Tx } from '../db/tx.ts';
import type { PlannedWorkflow } from './plan-import.ts';

/**
 * Puts aside what a forced import is about to change or drop. Runs under way go on with what they began with, and the history of those
 * that are over shows it. Content that no run has used is kept too: a start that has read its version and waits for this import's lock
 * begins with it after the commit.
 */
export async function keepReplacedDefinitions(
  tx: Tx,
  { workflowId, versions }: PlannedWorkflow,
  dropped: readonly number[],
): Promise<void> {
  await tx.query({
    name: 'bundle.keep_replaced_definitions',
    text: `INSERT INTO workflow_replaced_definitions (tenant, workflow_id, version, definition_hash, definition_json, replaced_at)
           SELECT v.tenant, v.workflow_id, v.version, v.definition_hash, v.definition_json, $6
             FROM workflow_definition_versions v
             LEFT JOIN unnest($3::integer[], $4::text[]) AS next (version, definition_hash) ON next.version = v.version
            WHERE v.tenant = $1 AND v.workflow_id = $2 AND (v.definition_hash <> next.definition_hash OR v.version = ANY ($5))
           ON CONFLICT DO NOTHING`,
    values: [
      tx.tenant,
      workflowId,
      versions.map((version) => version.version),
      versions.map((version) => version.definitionHash),
      dropped,
      tx.now,
    ],
  });
}
