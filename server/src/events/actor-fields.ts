import type { Writer } from '../kernel/actor.ts';
import { isUuid } from '../kernel/ids.ts';

export interface ActorFields {
  actorType: 'USER' | 'SYSTEM';
  actorUserId?: string;
}

/** Who a payload names as the actor: a person by id; service accounts, runs and the product itself are the system. */
export function actorFields(writer: Writer): ActorFields {
  const byHand = writer.run === undefined && writer.actor.type === 'user' && isUuid(writer.actor.id);
  return byHand ? { actorType: 'USER', actorUserId: writer.actor.id } : { actorType: 'SYSTEM' };
}
