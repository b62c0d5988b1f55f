import type { Tx } from '../db/tx.ts';
import { appError } from '../kernel/errors.ts';
import type { JsonObject } from '../kernel/json.ts';
import { readRunDefinition } from './read-run-definition.ts';

/** The tree that a run walks, as it was when the run began. Errors: NOT_FOUND. */
export async function getRunDefinition(tx: Tx, runId: string): Promise<{ definition: JsonObject }> {
  const { rows } = await tx.query<{ workflow_id: string; workflow_version: number; definition_hash: string }>({
    name: 'runs.definition_name',
    text: 'SELECT workflow_id, workflow_version, definition_hash FROM workflow_runs WHERE tenant = $1 AND run_id = $2',
    values: [tx.tenant, runId],
  });
  const [run] = rows;
  const definition =
    run &&
    (await readRunDefinition(tx, {
      workflowId: run.workflow_id,
      workflowVersion: run.workflow_version,
      definitionHash: run.definition_hash,
    }));
  if (definition === undefined) throw appError('NOT_FOUND', { resource: 'run', id: runId });
  return { definition: definition as JsonObject };
}
