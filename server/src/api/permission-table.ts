import type { Permission } from '../kernel/permissions.ts';

/** public: no sign-in at all · signed-in: any member of a tenant. */
export type Access = Permission | 'public' | 'signed-in';

/**
 * What each procedure needs. Deny by default: a procedure that is not here cannot be called, and the matrix test walks
 * every row × role × own, other and no tenant.
 */
export const procedureAccess: Record<string, Access> = {
  // session
  'session.current': 'public',

  // authoring

  // bundles

  // runs

  // events

  // registry

  // data store

  // links

  // records
};
