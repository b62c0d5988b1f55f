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
  {
    method: 'GET',
    path: '/workflow/events',
    procedure: 'events.list',
    query: ['eventName', 'status', 'correlationKey', 'from', 'to', 'limit', 'cursor'],
  },
  {
    method: 'POST',
    path: '/workflow/events',
    procedure: 'events.send',
    status: 202,
    list: { procedure: 'events.sendMany', as: 'events' },
    // A thousand ordinary events; each one alone is held to the payload's own limit.
    maxBodyBytes: 4 * 1024 * 1024,
  },
  { method: 'GET', path: '/workflow/events/summary', procedure: 'events.summary', query: ['eventName', 'from'] },
  { method: 'GET', path: '/workflow/events/{eventId}', procedure: 'events.get' },

  // registry
  { method: 'GET', path: '/workflow/registry/nodes', procedure: 'registry.nodes' },
  { method: 'GET', path: '/workflow/registry/actions', procedure: 'registry.actions' },
  { method: 'GET', path: '/workflow/registry/events', procedure: 'registry.events' },
  { method: 'GET', path: '/workflow/registry/schemas/{ref}', procedure: 'registry.schema' },
  { method: 'GET', path: '/workflow/registry/designer-catalog', procedure: 'registry.designerCatalog' },

  // data store
  { method: 'GET', path: '/workflow/store', procedure: 'store.listNamespaces', query: ['prefix', 'limit', 'cursor'] },
  {
    method: 'GET',
    path: '/workflow/store/{namespace}',
    procedure: 'store.list',
    query: ['prefix', 'limit', 'cursor'],
  },
  { method: 'GET', path: '/workflow/store/{namespace}/{key}', procedure: 'store.get' },
  { method: 'PUT', path: '/workflow/store/{namespace}/{key}', procedure: 'store.set' },
  { method: 'DELETE', path: '/workflow/store/{namespace}/{key}', procedure: 'store.delete' },
  { method: 'POST', path: '/workflow/store/{namespace}/{key}/increment', procedure: 'store.increment' },

  // links
  { method: 'GET', path: '/workflow/links', procedure: 'links.listNamespaces', query: ['prefix', 'limit', 'cursor'] },
  {
    method: 'GET',
    path: '/workflow/links/{namespace}',
    procedure: 'links.list',
    query: ['fromType', 'fromId', 'toType', 'toId', 'relation', 'direction', 'limit', 'cursor'],
  },
  { method: 'POST', path: '/workflow/links/{namespace}', procedure: 'links.upsert' },
  {
    method: 'DELETE',
    path: '/workflow/links/{namespace}',
    procedure: 'links.delete',
    query: ['fromType', 'fromId', 'toType', 'toId', 'relation', 'direction'],
  },

  // records: projects and their tasks
  {
    method: 'GET',
    path: '/v1/projects',
    procedure: 'projects.list',
    query: ['search', 'status', 'clientId', 'limit', 'cursor'],
  },
  { method: 'POST', path: '/v1/projects', procedure: 'projects.create', status: 201 },
  { method: 'GET', path: '/v1/projects/{id}', procedure: 'projects.get' },
  { method: 'PUT', path: '/v1/projects/{id}', procedure: 'projects.update' },
  { method: 'DELETE', path: '/v1/projects/{id}', procedure: 'projects.delete' },
  {
    method: 'GET',
    path: '/v1/project-tasks',
    procedure: 'projectTasks.list',
    query: ['projectId', 'search', 'status', 'assignedTo', 'limit', 'cursor'],
  },
  { method: 'POST', path: '/v1/project-tasks', procedure: 'projectTasks.create', status: 201 },
  { method: 'GET', path: '/v1/project-tasks/{id}', procedure: 'projectTasks.get' },
  { method: 'PUT', path: '/v1/project-tasks/{id}', procedure: 'projectTasks.update' },
  { method: 'DELETE', path: '/v1/project-tasks/{id}', procedure: 'projectTasks.delete' },
];
