import type { Tx } from '../db/tx.ts';

/** Names the content that a run began with. */
export interface RunDefinitionName {
  workflowId: string;
  workflowVersion: number;
  definitionHash: string;
}

/**
 * The definition that a run began with: the version as it is, or as it was before an import replaced it. undefined = it is gone, which
 * nothing but damage to the database can do.
 */
export async function readRunDefinition(tx: Tx, name: RunDefinitionName): Promise<unknown> {
  const { rows } = await tx.query<{ definition_json: unknown }>({
    name: 'read_run_definition',
    text: `
      SELECT definition_json FROM workflow_definition_versions
      WHERE tenant = $1 AND workflow_id = $2 AND version = $3 AND definition_hash = $4
      UNION ALL
      SELECT definition_json FROM workflow_replaced_definitions
      WHERE tenant = $1 AND workflow_id = $2 AND version = $3 AND definition_hash = $4
      LIMIT 1`,
    values: [tx.tenant, name.workflowId, name.workflowVersion, name.definitionHash],
  });
  return rows[0]?.definition_json;
}
