import type { Platform } from '../db/platform.ts';
import { findTenantsWithDueWaits } from './find-tenants.ts';
import { resolveDueWaits } from './waits/resolve-due-waits.ts';

/** Ends every wait whose time has come, tenant by tenant. */
export async function resolveAllDue({ db, clock }: Pick<Platform, 'db' | 'clock'>): Promise<void> {
  for (const tenant of await findTenantsWithDueWaits(db, clock.now())) {
    while ((await db.withTenant(tenant, resolveDueWaits)) > 0);
  }
}
