import type { Database } from '../db/database.ts';
import { noCausation, type Writer } from '../kernel/actor.ts';
import type { Clock } from '../kernel/clock.ts';
import { sweepExpired } from './sweep-expired.ts';

/** How often a worker sweeps. */
export const SWEEP_INTERVAL_MS = 60_000;
const MAX_TENANTS_PER_PASS = 50;

const sweeper: Writer = { actor: { id: 'system', type: 'system' }, source: 'system', causation: noCausation };

/** One pass over the tenants that have expired entries; each tenant's rows go in a transaction of their own. */
export async function sweepAllTenants(db: Database, clock: Clock): Promise<{ expiredCount: number }> {
  const { rows } = await db.pool.query<{ tenant: string }>(
    'SELECT penstock_tenants_with_expired_entries($1, $2) AS tenant',
    [clock.now(), MAX_TENANTS_PER_PASS],
  );
  let expiredCount = 0;
  for (const { tenant } of rows) {
    const swept = await db.withTenant(tenant, (tx) => sweepExpired(tx, sweeper));
    expiredCount += swept.expiredCount;
  }
  return { expiredCount };
}
