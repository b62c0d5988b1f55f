import type { Platform } from '../db/platform.ts';
import { assertDatabaseAnswers } from './assert-database-answers.ts';
import type { Auth } from './create-auth.ts';
import { findPrincipalOfApiKey, findPrincipalOfUser, touchApiKey } from './find-principal.ts';
import { hashApiKey } from './hash-api-key.ts';
import type { Principal } from './principal.ts';
import { createPrincipalCache } from './principal-cache.ts';

/** How long a proven credential is believed without asking the database again. */
const BELIEVED_MS = 5000;
const MAX_KEY_LENGTH = 256;

/** A request's proof of identity, read from its headers; a key wins over a cookie. */
export interface Credentials {
  apiKey: string | null;
  /** The whole Cookie header. */
  cookie: string | null;
}

export interface PrincipalResolver {
  /** Null when there is no valid proof. */
  resolve(credentials: Credentials): Promise<Principal | null>;
  forget(): void;
}

/** Tells who is asking: by `x-api-key` or `Authorization: Bearer`, or by the session cookie. */
export function createPrincipalResolver(platform: Platform, auth: Auth): PrincipalResolver {
  const { clock, db, logger } = platform;
  const cache = createPrincipalCache<Principal | null>(clock, BELIEVED_MS);

  async function byApiKey(key: string): Promise<Principal | null> {
    const principal = await findPrincipalOfApiKey(db.pool, key, clock.now());
    if (principal !== null) {
      touchApiKey(db.pool, key, clock.now()).catch((error: unknown) =>
        logger.warn({ error }, 'The use of an API key could not be noted'),
      );
    }
    return principal;
  }

  async function bySession(cookie: string): Promise<Principal | null> {
    const session = await auth.api.getSession({ headers: new Headers({ cookie }) }).catch(async (error: unknown) => {
      await assertDatabaseAnswers(db.pool);
      throw error;
    });
    if (session === null) return null;
    return findPrincipalOfUser(db.pool, session.user.id, session.session.activeOrganizationId ?? null);
  }

  return {
    async resolve({ apiKey, cookie }) {
      if (apiKey !== null) {
        if (apiKey.length === 0 || apiKey.length > MAX_KEY_LENGTH) return null;
        return cache.get(`key ${hashApiKey(apiKey)}`, () => byApiKey(apiKey));
      }
      const token = sessionCookie(cookie);
      return token === null ? null : cache.get(`session ${token}`, () => bySession(token));
    },
    forget: () => cache.clear(),
  };
}

/** Only our session's cookie, so that other cookies neither reach better-auth nor split the cache. */
function sessionCookie(header: string | null): string | null {
  if (header === null) return null;
  const found = header.split(';').find((part) => /^\s*(__Secure-)?penstock\.session_token=/.test(part));
  return found === undefined ? null : found.trim();
}

/** Reads the proof of identity from a request's headers. */
export function readCredentials(headers: Record<string, string | string[] | undefined>): Credentials {
  const direct = headers['x-api-key'];
  const bearer = /^Bearer\s+(\S+)$/i.exec(single(headers.authorization) ?? '');
  return { apiKey: single(direct) ?? bearer?.[1] ?? null, cookie: single(headers.cookie) };
}

function single(value: string | string[] | undefined): string | null {
  if (value === undefined) return null;
  return Array.isArray(value) ? (value[0] ?? null) : value;
}
