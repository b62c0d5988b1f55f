import type { Actor, Role } from '../kernel/actor.ts';

/** Who is asking, as proven by a session or an API key. The tenant comes from here and never from a body. */
export interface Principal {
  tenant: string;
  actor: Actor;
  role: Role;
  via: 'session' | 'api-key';
}
