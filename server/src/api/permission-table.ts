import type { Permission } from '../kernel/permissions.ts';

/** public: no sign-in at all · signed-in: any member of a tenant. */
export type Access = Permission | 'public' | 'signed-in';

/**
 * What each procedure needs. Deny by default: a procedure that is not here cannot be called, and the matrix test walks
 * every row × role × own, other and no tenant.
 */
export const procedureAccess: Record<string, Access> = {
  // set-up, session, members and keys
  'setup.status': 'public',
  'setup.createOwner': 'public',
  'session.current': 'public',
  'members.list': 'members:read',
  'members.add': 'members:manage',
  'members.changeRole': 'members:manage',
  'members.remove': 'members:manage',
  'apiKeys.list': 'members:read',
  'apiKeys.create': 'members:manage',
  'apiKeys.revoke': 'members:manage',
  'live.changes': 'workflow:read',

  // authoring
  'workflows.create': 'workflow:manage',
  'workflows.get': 'workflow:read',
  'workflows.list': 'workflow:read',
  'workflows.versions': 'workflow:read',
  'workflows.updateDraft': 'workflow:manage',
  'workflows.updateMetadata': 'workflow:manage',
  'workflows.delete': 'workflow:manage',
  'workflows.validate': 'workflow:manage',
  'workflows.publish': 'workflow:publish',
  'workflows.audit': 'workflow:admin',

  // bundles
  'workflows.export': 'workflow:admin',
  'workflows.exportMany': 'workflow:admin',
  'workflows.import': 'workflow:admin',

  // runs
  'runs.start': 'workflow:manage',
  'runs.list': 'workflow:read',
  'runs.get': 'workflow:read',
  'runs.definition': 'workflow:read',
  'runs.steps': 'workflow:read',
  'runs.timeline': 'workflow:read',
  'runs.snapshots': 'workflow:read',
  'runs.invocations': 'workflow:read',
  'runs.waits': 'workflow:read',
  'runs.logs': 'workflow:read',
  'runs.events': 'workflow:read',
  'runs.changes': 'workflow:read',
  'runs.summary': 'workflow:read',
  'runs.latest': 'workflow:read',
  'runs.audit': 'workflow:admin',
  'runs.cancel': 'workflow:admin',

  // events
  'events.send': 'workflow:manage',
  'events.sendMany': 'workflow:manage',
  'events.list': 'workflow:read',
  'events.get': 'workflow:read',
  'events.summary': 'workflow:read',

  // registry
  'registry.nodes': 'workflow:read',
  'registry.actions': 'workflow:read',
  'registry.events': 'workflow:read',
  'registry.schema': 'workflow:read',
  'registry.designerCatalog': 'workflow:read',

  // data store
  'store.collections': 'workflow:read',
  'store.limits': 'workflow:read',
  'store.listNamespaces': 'workflow:read',
  'store.list': 'workflow:read',
  'store.get': 'workflow:read',
  'store.set': 'workflow:manage',
  'store.delete': 'workflow:manage',
  'store.increment': 'workflow:manage',
  'store.history': 'workflow:read',
  'store.runChanges': 'workflow:read',
  'store.suggestions': 'workflow:read',

  // links
  'links.listNamespaces': 'workflow:read',
  'links.list': 'workflow:read',
  'links.around': 'workflow:read',
  'links.lookup': 'workflow:read',
  'links.upsert': 'workflow:manage',
  'links.delete': 'workflow:manage',
  'links.history': 'workflow:read',
  'links.runChanges': 'workflow:read',
  'links.suggestions': 'workflow:read',

  // records
  'projects.list': 'project:read',
  'projects.get': 'project:read',
  'projects.create': 'project:write',
  'projects.update': 'project:write',
  'projects.delete': 'project:write',
  'projectTasks.list': 'project:read',
  'projectTasks.get': 'project:read',
  'projectTasks.history': 'project:read',
  'projectTasks.create': 'project:write',
  'projectTasks.update': 'project:write',
  'projectTasks.delete': 'project:write',
};
