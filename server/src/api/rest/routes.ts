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
  {
    method: 'GET',
    path: '/workflow-definitions',
    procedure: 'workflows.list',
    query: ['search', 'status', 'triggerType', 'sort', 'limit', 'cursor'],
  },
  { method: 'POST', path: '/workflow-definitions', procedure: 'workflows.create', status: 201 },
  { method: 'POST', path: '/workflow-definitions/validate', procedure: 'workflows.validate' },
  {
    method: 'GET',
    path: '/workflow-definitions/{workflowId}/versions',
    procedure: 'workflows.versions',
    query: ['limit', 'cursor'],
  },
  {
    method: 'GET',
    path: '/workflow-definitions/{workflowId}/audit',
    procedure: 'workflows.audit',
    query: ['limit', 'cursor'],
  },
  { method: 'GET', path: '/workflow-definitions/{workflowId}/{version}', procedure: 'workflows.get' },
  { method: 'PUT', path: '/workflow-definitions/{workflowId}/{version}', procedure: 'workflows.updateDraft' },
  { method: 'POST', path: '/workflow-definitions/{workflowId}/{version}/publish', procedure: 'workflows.publish' },
  { method: 'PUT', path: '/workflow-definitions/{workflowId}/metadata', procedure: 'workflows.updateMetadata' },
  { method: 'DELETE', path: '/workflow-definitions/{workflowId}', procedure: 'workflows.delete' },

  // bundles
  {
    method: 'GET',
    path: '/workflow-definitions/export',
    procedure: 'workflows.exportMany',
    query: ['keys'],
    answer: 'bytes',
  },
  {
    method: 'GET',
    path: '/workflow-definitions/{workflowId}/export',
    procedure: 'workflows.export',
    answer: 'bytes',
  },
  {
    method: 'POST',
    path: '/workflow-definitions/import',
    procedure: 'workflows.import',
    query: ['force', 'dryRun'],
    body: { as: 'bundle' },
    maxBodyBytes: 16 * 1024 * 1024,
  },

  // runs
  {
    method: 'GET',
    path: '/workflow-runs',
    procedure: 'runs.list',
    query: [
      'status',
      'workflowId',
      'version',
      'search',
      'from',
      'to',
      'parentRunId',
      'triggerEventId',
      'limit',
      'cursor',
    ],
  },
  { method: 'POST', path: '/workflow-runs', procedure: 'runs.start', status: 201 },
  { method: 'GET', path: '/workflow-runs/latest', procedure: 'runs.latest', query: ['workflowId'] },
  { method: 'GET', path: '/workflow-runs/summary', procedure: 'runs.summary', query: ['workflowId', 'from', 'to'] },
  { method: 'GET', path: '/workflow-runs/{runId}', procedure: 'runs.get' },
  { method: 'GET', path: '/workflow-runs/{runId}/steps', procedure: 'runs.steps', query: ['limit', 'cursor'] },
  { method: 'GET', path: '/workflow-runs/{runId}/timeline', procedure: 'runs.timeline', query: ['limit', 'cursor'] },
  { method: 'GET', path: '/workflow-runs/{runId}/snapshots', procedure: 'runs.snapshots', query: ['limit', 'cursor'] },
  {
    method: 'GET',
    path: '/workflow-runs/{runId}/invocations',
    procedure: 'runs.invocations',
    query: ['stepPath', 'iterationKey', 'limit', 'cursor'],
  },
  { method: 'GET', path: '/workflow-runs/{runId}/waits', procedure: 'runs.waits', query: ['limit', 'cursor'] },
  { method: 'GET', path: '/workflow-runs/{runId}/logs', procedure: 'runs.logs', query: ['level', 'limit', 'cursor'] },
  { method: 'GET', path: '/workflow-runs/{runId}/events', procedure: 'runs.events' },
  { method: 'GET', path: '/workflow-runs/{runId}/audit', procedure: 'runs.audit', query: ['limit', 'cursor'] },
  { method: 'GET', path: '/workflow-runs/{runId}/changes', procedure: 'runs.changes' },
  { method: 'POST', path: '/workflow-runs/{runId}/cancel', procedure: 'runs.cancel' },

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
    query: ['prefix', 'valueType', 'expiry', 'limit', 'cursor'],
  },
  { method: 'GET', path: '/workflow/store/{namespace}/{key}', procedure: 'store.get' },
  { method: 'PUT', path: '/workflow/store/{namespace}/{key}', procedure: 'store.set' },
  { method: 'DELETE', path: '/workflow/store/{namespace}/{key}', procedure: 'store.delete', query: ['reason'] },
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
    query: ['fromType', 'fromId', 'toType', 'toId', 'relation', 'direction', 'reason'],
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
