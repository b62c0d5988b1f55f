import { prismaAdapter } from 'better-auth/adapters/prisma';
import { betterAuth } from 'better-auth/minimal';
import { organization } from 'better-auth/plugins/organization';
import type { Platform } from '../db/platform.ts';
import { authAccessControl, authRoles } from './auth-roles.ts';

const SESSION_SECONDS = 30 * 24 * 60 * 60;

export interface AuthOptions {
  /** Signs cookies; from the master key, so that it is the same in every process. */
  secret: string;
  /** What people type into their browser, for example `https://flows.example.org`. */
  publicUrl: string;
}

/**
 * Sign-in by better-auth: people, sessions and the tenants that they belong to. Accounts are made by the set-up, by members.add and by the
 * command line only; nobody can sign up. Which of its routes are reachable is decided in auth-routes.ts.
 */
export function createAuth(platform: Platform, { secret, publicUrl }: AuthOptions) {
  const { db, ids, logger } = platform;
  return betterAuth({
    appName: 'Penstock',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    telemetry: { enabled: false },
    database: prismaAdapter(db.prisma, { provider: 'postgresql', transaction: true }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 128 },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    // Tries are counted in front of better-auth, by the socket's address and the e-mail address (sign-in-limiter.ts).
    rateLimit: { enabled: false },
    // What is no refusal comes to us, who tell and log it; otherwise it would be printed.
    onAPIError: { throw: true },
    trustedOrigins: (request) => originsOf(request),
    user: { additionalFields: { type: { type: 'string', input: false, defaultValue: 'user' } } },
    advanced: {
      cookiePrefix: 'penstock',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
      ipAddress: { ipAddressHeaders: ['x-penstock-client'] },
      database: { generateId: () => ids.next() },
    },
    databaseHooks: {
      session: {
        create: {
          // A new session works in the tenant that its user joined first.
          before: async (session) => {
            const membership = await db.prisma.member.findFirst({
              where: { userId: session.userId },
              orderBy: { createdAt: 'asc' },
            });
            return { data: { ...session, activeOrganizationId: membership?.organizationId ?? null } };
          },
        },
      },
    },
    logger: {
      level: 'warn',
      log: (level, message) => {
        if (level === 'error') logger.error({}, message);
        else logger.warn({}, message);
      },
    },
    plugins: [
      organization({
        ac: authAccessControl,
        roles: authRoles,
        creatorRole: 'owner',
        allowUserToCreateOrganization: false,
      }),
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;

/** A request may come from the page of its own host; the server has already refused every other origin. */
function originsOf(request: Request | undefined): string[] {
  const origin = request?.headers.get('origin');
  return origin === null || origin === undefined ? [] : [origin];
}
