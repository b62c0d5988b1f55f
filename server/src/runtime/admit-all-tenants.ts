import type { Database } from '../db/database.ts';
import { admitQueuedRuns } from '../runs/admit-queued-runs.ts';
import { findTenantsWithQueuedRuns } from './find-tenants.ts';

/** Safety net of admission: a limit that was raised or lifted, or a pause that ended, without anybody asking for the queue. */
export async function admitAllTenants(db: Database): Promise<void> {
  for (const tenant of await findTenantsWithQueuedRuns(db)) {
    await db.withTenant(tenant, async (tx) => {
      const { rows } = await tx.query<{ workflow_id: string }>({
        name: 'find_queued_workflows',
        text: `SELECT DISTINCT workflow_id FROM workflow_runs WHERE tenant = $1 AND status = 'QUEUED' ORDER BY workflow_id`,
        values: [tx.tenant],
      });
      for (const { workflow_id: workflowId } of rows) await admitQueuedRuns(tx, workflowId);
    });
  }
}
