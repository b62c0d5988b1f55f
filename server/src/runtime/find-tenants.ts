import type { Database } from '../db/database.ts';
import { mapDatabaseError } from '../db/database-errors.ts';

const MAX_TENANTS = 100;

/** Cross-tenant discovery: ids only, through functions that run as the owner. Errors: DATABASE_UNAVAILABLE. */
export function findTenantsWithClaimableRuns(db: Database): Promise<string[]> {
  return tenantsOf(db, 'SELECT penstock_tenants_with_claimable_runs($1) AS tenant', [MAX_TENANTS]);
}

export function findTenantsWithDueWaits(db: Database, now: Date): Promise<string[]> {
  return tenantsOf(db, 'SELECT penstock_tenants_with_due_waits($1, $2) AS tenant', [now, MAX_TENANTS]);
}

export function findTenantsWithQueuedRuns(db: Database): Promise<string[]> {
  return tenantsOf(db, 'SELECT penstock_tenants_with_queued_runs($1) AS tenant', [MAX_TENANTS]);
}

/** When the next wait of anybody comes due; null = none has a time. */
export async function findNextDueAt(db: Database): Promise<Date | null> {
  try {
    const { rows } = await db.pool.query<{ due_at: Date | null }>('SELECT penstock_next_wait_due_at() AS due_at');
    return rows[0]?.due_at ?? null;
  } catch (error) {
    throw mapDatabaseError(error);
  }
}

async function tenantsOf(db: Database, text: string, values: unknown[]): Promise<string[]> {
  try {
    const { rows } = await db.pool.query<{ tenant: string }>(text, values);
    return rows.map((row) => row.tenant);
  } catch (error) {
    throw mapDatabaseError(error);
  }
}
