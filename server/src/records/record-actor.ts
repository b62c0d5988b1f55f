import { actorFields } from '../events/actor-fields.ts';
import type { Writer } from '../kernel/actor.ts';
import { isUuid } from '../kernel/ids.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Id for `created_by` and `updated_by`: the product itself acts without an account. */
export function recordActorId(writer: Writer): string {
  return isUuid(writer.actor.id) ? writer.actor.id : NOBODY;
}

/** The member of staff who did it with their own hands; undefined for service accounts and for what a run does. */
export function staffUserId(writer: Writer): string | undefined {
  return actorFields(writer).actorUserId;
}
