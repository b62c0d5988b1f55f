import type { RestRoute } from './route.ts';

/** Every REST route of the product but sign-in, health and metrics. The server, the OpenAPI document and their tests read this one table. */
export const restRoutes: readonly RestRoute[] = [
  // session, members and keys
  { method: 'GET', path: '/session', procedure: 'session.current' },
  { method: 'GET', path: '/members', procedure: 'members.list', query: ['limit', 'cursor'] },
  { method: 'POST', path: '/members', procedure: 'members.add', status: 201 },
  { method: 'PUT', path: '/members/{userId}', procedure: 'members.changeRole' },
  { method: 'DELETE', path: '/members/{userId}', procedure: 'members.remove' },
  { method: 'GET', path: '/api-keys', procedure: 'apiKeys.list', query: ['limit', 'cursor'] },
  { method: 'POST', path: '/api-keys', procedure: 'apiKeys.create', status: 201 },
  { method: 'DELETE', path: '/api-keys/{apiKeyId}', procedure: 'apiKeys.revoke' },

  // authoring

  // bundles

  // runs

  // events

  // registry

  // data store

  // links

  // records: projects and their tasks
];
