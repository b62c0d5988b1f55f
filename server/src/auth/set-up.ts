import { hashPassword } from 'better-auth/crypto';
import { writeAudit } from '../audit/write-audit.ts';
import type { Platform } from '../db/platform.ts';
import { noCausation, type Writer } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import { insertMember } from './insert-member.ts';
import { insertUser } from './insert-user.ts';
import { FIRST_TENANT_SLUG, findTenantBySlug, insertTenant } from './tenants.ts';

export interface FirstOwner {
  email: string;
  name: string;
  password: string;
  tenantName: string;
}

type Needs = Pick<Platform, 'db' | 'ids'>;

/** Has nobody been set up yet? Service accounts do not count. */
export async function isSetUpNeeded({ db }: Pick<Platform, 'db'>): Promise<boolean> {
  const { rows } = await db.pool.query<{ needed: boolean }>({
    name: 'auth.is_set_up_needed',
    text: `SELECT NOT EXISTS (SELECT 1 FROM "user" WHERE type = 'user') AS needed`,
  });
  return rows[0]?.needed ?? false;
}

/**
 * Makes the first tenant and its owner, once in the life of a database. Two that try at once are put in line by a lock of this transaction,
 * and the second one finds the first one's user. Errors: SETUP_ALREADY_DONE.
 */
export async function createFirstOwner(
  platform: Needs,
  owner: FirstOwner,
  source: Writer['source'],
): Promise<{ tenant: string; userId: string }> {
  // Hashing takes a tenth of a second on purpose: not while others wait for the lock.
  const passwordHash = await hashPassword(owner.password);
  const tenant = (await findTenantBySlug(platform.db.pool, FIRST_TENANT_SLUG)) ?? platform.ids.next();
  return platform.db.withTenant(tenant, async (tx) => {
    await tx.query({ text: `SELECT pg_advisory_xact_lock(hashtext('penstock.set_up'))` });
    const { rows } = await tx.query<{ id: string }>({ text: `SELECT id FROM "user" WHERE type = 'user' LIMIT 1` });
    if (rows.length > 0) throw appError('SETUP_ALREADY_DONE', {});
    await insertTenant(tx, { slug: FIRST_TENANT_SLUG, name: owner.tenantName });
    const userId = await insertUser(tx, { email: owner.email, name: owner.name, type: 'user', passwordHash });
    if (userId === null || !(await insertMember(tx, userId, 'owner'))) throw appError('SETUP_ALREADY_DONE', {});
    const writer: Writer = { actor: { id: userId, type: 'user' }, source, causation: noCausation };
    await writeAudit(tx, writer, {
      recordType: 'member',
      recordId: userId,
      operation: 'set_up',
      details: { role: 'owner' },
    });
    return { tenant, userId };
  });
}
