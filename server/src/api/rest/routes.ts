import type { RestRoute } from './route.ts';

/** Every REST route of the product but sign-in, health and metrics. The server, the OpenAPI document and their tests read this one table. */
export const restRoutes: readonly RestRoute[] = [
  // session
  { method: 'GET', path: '/session', procedure: 'session.current' },

  // authoring

  // bundles

  // runs

  // events

  // registry

  // data store

  // links

  // records: projects and their tasks
];
