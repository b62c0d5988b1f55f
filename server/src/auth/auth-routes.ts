/**
 * The routes of better-auth that can be reached, under /api/auth. Everything else that it brings (signing up, making organizations,
 * inviting, API keys) answers like an unknown route: our own procedures do that work under the permission table.
 */
export const authRoutes = [
  { method: 'POST', path: '/sign-in/email' },
  { method: 'POST', path: '/sign-out' },
  { method: 'GET', path: '/get-session' },
  { method: 'POST', path: '/change-password' },
  { method: 'GET', path: '/organization/list' },
  { method: 'POST', path: '/organization/set-active' },
] as const;
