import type { Platform } from '../db/platform.ts';
import { noCausation, type Writer } from '../kernel/actor.ts';

/** Whose workspace the demo is loaded into, and as whom. */
export interface DemoHost {
  tenant: string;
  writer: Writer;
}

/** The first owner of the first tenant; null = nobody has signed up yet. Sign-in tables stand outside of the tenants. */
export async function findDemoHost(platform: Platform): Promise<DemoHost | null> {
  const member = await platform.db.prisma.member.findFirst({
    where: { role: 'owner', user: { type: 'user' }, organization: { slug: 'default' } },
    orderBy: { createdAt: 'asc' },
    select: { organizationId: true, userId: true },
  });
  if (member === null) return null;
  const writer: Writer = { actor: { id: member.userId, type: 'user' }, source: 'system', causation: noCausation };
  return { tenant: member.organizationId, writer };
}
