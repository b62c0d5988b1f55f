import type { Pool } from 'pg';
import { writeAudit } from '../audit/write-audit.ts';
import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';

/** The first tenant's slug; there is no other unless somebody makes one. */
export const FIRST_TENANT_SLUG = 'default';

/** The tenant of a slug, or null. Outside a tenant: the slug is what names it. */
export async function findTenantBySlug(pool: Pool, slug: string): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'auth.find_tenant_by_slug',
    text: 'SELECT id FROM organization WHERE slug = $1',
    values: [slug],
  });
  return rows[0]?.id ?? null;
}

/** Adds the transaction's own tenant; answers false when the slug is taken. */
export async function insertTenant(tx: Tx, tenant: { slug: string; name: string }): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'auth.insert_tenant',
    text: `INSERT INTO organization (id, slug, name, created_at) VALUES ($1, $2, $3, $4)
           ON CONFLICT (slug) DO NOTHING`,
    values: [tx.tenant, tenant.slug, tenant.name, tx.now],
  });
  return rowCount === 1;
}

/** Adds the transaction's own tenant, named after its slug, and says so in the audit; nothing happens when the slug is taken. */
export async function addTenant(tx: Tx, writer: Writer, slug: string): Promise<void> {
  if (!(await insertTenant(tx, { slug, name: slug === FIRST_TENANT_SLUG ? 'Penstock' : slug }))) return;
  await writeAudit(tx, writer, {
    recordType: 'tenant',
    recordId: tx.tenant,
    operation: 'tenant_create',
    details: { slug },
  });
}
