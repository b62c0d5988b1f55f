import type { Platform } from '../db/platform.ts';

const MAX_TENANTS = 50;
const MAX_ROWS = 1_000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Deletes snapshots older than the retention, some of each tenant per pass, so that no pass holds locks for long. */
export async function sweepSnapshots({
  db,
  clock,
  config,
}: Pick<Platform, 'db' | 'clock' | 'config'>): Promise<number> {
  const before = new Date(clock.now().getTime() - config.WORKFLOW_RUN_SNAPSHOT_RETENTION_DAYS * DAY_MS);
  const { rows } = await db.pool.query<{ tenant: string }>(
    'SELECT penstock_tenants_with_old_snapshots($1, $2) AS tenant',
    [before, MAX_TENANTS],
  );
  let deleted = 0;
  for (const { tenant } of rows) {
    const result = await db.withTenant(tenant, (tx) =>
      tx.query({
        name: 'sweep_snapshots',
        text: `
          DELETE FROM workflow_run_snapshots WHERE tenant = $1 AND snapshot_id IN (
            SELECT snapshot_id FROM workflow_run_snapshots
            WHERE tenant = $1 AND created_at < $2
            ORDER BY created_at LIMIT ${MAX_ROWS} FOR UPDATE SKIP LOCKED)`,
        values: [tx.tenant, before],
      }),
    );
    deleted += result.rowCount;
  }
  return deleted;
}
