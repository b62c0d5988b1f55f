import { findMemberRole } from '../../auth/find-member-role.ts';
import type { Tx } from '../../db/tx.ts';
import type { Actor, Role } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { can, type Permission } from '../../kernel/permissions.ts';

/** A right that was taken away works on for at most so long. */
const CACHE_MS = 2_000;
const MAX_CACHED = 10_000;

export interface ActorRoles {
  /** May the actor do this now? The product itself may; who is no member any more may nothing. */
  may(tx: Tx, actor: Actor, permission: Permission): Promise<boolean>;
}

/** Looks roles up when a step calls, and remembers them for two seconds. */
export function createActorRoles(clock: Clock): ActorRoles {
  const known = new Map<string, { role: Role | null; untilMs: number }>();

  async function roleOf(tx: Tx, actorId: string): Promise<Role | null> {
    const nowMs = clock.now().getTime();
    const key = `${tx.tenant} ${actorId}`;
    const cached = known.get(key);
    if (cached !== undefined && cached.untilMs > nowMs) return cached.role;
    const role = await findMemberRole(tx, actorId);
    if (known.size >= MAX_CACHED) known.clear();
    known.set(key, { role, untilMs: nowMs + CACHE_MS });
    return role;
  }

  return {
    async may(tx, actor, permission) {
      if (actor.type === 'system') return true;
      const role = await roleOf(tx, actor.id);
      return role !== null && can(role, permission);
    },
  };
}
