import type { Pool } from 'pg';
import type { PrismaClient } from './prisma-client/client.ts';
import type { WithTenant } from './tx.ts';

/** Prisma inside a tenant's transaction: reads and CRUD that never join a run's boundary. */
export type TenantPrisma = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** The open database: one pool, two ways in. */
export interface Database {
  /** Every connection runs as penstock_app in UTC. For cross-tenant discovery functions and health checks only. */
  readonly pool: Pool;
  readonly withTenant: WithTenant;
  /** Not under a tenant: sign-in tables only; tenant tables answer nothing here. */
  readonly prisma: PrismaClient;
  /** Prisma with the tenant set for row-level security. */
  prismaForTenant<T>(tenant: string, work: (prisma: TenantPrisma) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
