import type { Principal } from '../auth/principal.ts';
import type { Platform } from '../db/platform.ts';
import type { Writer } from '../kernel/actor.ts';

export type { Principal } from '../auth/principal.ts';

export interface RequestContext {
  principal: Principal | null;
  requestId: string;
  source: Writer['source'];
  platform: Platform;
  /** Asks again who is signed in: live updates end when a session or a role does. Absent where nothing outlives the request. */
  recheckPrincipal?: (() => Promise<Principal | null>) | undefined;
  /** What the set-up page must send; null or absent = the server listens on loopback only and asks for none. */
  setupToken?: string | null | undefined;
  /** Forgets what is remembered about credentials, so that a change made here counts at once in this process. */
  forgetPrincipals?: (() => void) | undefined;
}
