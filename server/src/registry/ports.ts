import type { Json, JsonObject } from '../kernel/json.ts';

/**
 * What an entry (action, node, event type) may reach. Capabilities implement these over the transaction of the boundary;
 * an entry imports neither a capability nor a database.
 */

export interface StoreEntry {
  namespace: string;
  key: string;
  value: Json;
  valueType: StoreValueType;
  revision: number;
  /** ISO 8601 UTC; null = never expires. */
  expiresAt: string | null;
  createdAt: string;
  updatedAt: string;
  storeId: string;
}

export const StoreValueTypes = ['string', 'number', 'boolean', 'json'] as const;
export type StoreValueType = (typeof StoreValueTypes)[number];

export interface StorePort {
  find(input: { namespace: string; key: string }): Promise<StoreEntry | null>;
  set(input: {
    namespace: string;
    key: string;
    value: Json;
    valueType: StoreValueType;
    ttlSeconds?: number;
    ifRevision?: number;
  }): Promise<{ revision: number; created: boolean }>;
  delete(input: { namespace: string; key: string }): Promise<{ deleted: boolean }>;
  increment(input: {
    namespace: string;
    key: string;
    by: number;
    initial: number;
  }): Promise<{ value: number; revision: number }>;
  list(input: {
    namespace: string;
    prefix?: string;
    limit: number;
    cursor?: string;
  }): Promise<{ items: StoreEntry[]; nextCursor: string | null }>;
  listNamespaces(): Promise<{ namespace: string; keyCount: number }[]>;
}

export interface RecordRef {
  type: string;
  id: string;
}

export const LinkDirections = ['forward', 'reverse', 'either'] as const;
export type LinkDirection = (typeof LinkDirections)[number];

export interface EntityLink {
  linkId: string;
  namespace: string;
  from: RecordRef;
  to: RecordRef;
  relation: string;
  attributes: JsonObject;
  createdAt: string;
  updatedAt: string;
}

export interface LinkMatch extends RecordRef {
  linkId: string;
  relation: string;
  attributes: JsonObject;
}

export interface LinksPort {
  upsert(input: {
    namespace: string;
    from: RecordRef;
    to: RecordRef;
    relation: string;
    attributes: JsonObject;
  }): Promise<{ linkId: string; created: boolean }>;
  lookup(input: {
    namespace: string;
    from: RecordRef;
    direction: LinkDirection;
    relation?: string;
    toType?: string;
    limit: number;
  }): Promise<LinkMatch[]>;
  delete(input: {
    namespace: string;
    from?: RecordRef;
    to?: RecordRef;
    relation?: string;
  }): Promise<{ deletedCount: number }>;
  list(input: {
    namespace: string;
    leftType?: string;
    rightType?: string;
    relation?: string;
    limit: number;
    cursor?: string;
  }): Promise<{ items: EntityLink[]; nextCursor: string | null }>;
  listNamespaces(): Promise<{ namespace: string; linkCount: number }[]>;
}

export interface Project {
  projectId: string;
  name: string;
  description: string | null;
  status: string;
  clientId: string | null;
  assignedTo: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface ProjectTask {
  taskId: string;
  projectId: string;
  title: string;
  description: string | null;
  /** As given: a date or a date-time. */
  dueDate: string | null;
  status: string;
  assignedTo: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface ProjectTaskPatch {
  title?: string;
  description?: string | null;
  dueDate?: string | null;
  status?: string;
  assignedTo?: string | null;
}

export interface ProjectsPort {
  findProject(input: { projectId?: string; name?: string }): Promise<Project | null>;
  findTask(input: { taskId?: string; projectId?: string; title?: string }): Promise<ProjectTask | null>;
  searchTasks(input: {
    query?: string;
    projectId?: string;
    status?: string;
    assignedTo?: string;
    limit: number;
    offset: number;
  }): Promise<{ items: ProjectTask[]; total: number }>;
  createTask(input: {
    projectId: string;
    title: string;
    description?: string;
    dueDate?: string;
    status?: string;
    assignedTo?: string;
  }): Promise<ProjectTask>;
  updateTask(input: {
    taskId: string;
    projectId?: string;
    patch: ProjectTaskPatch;
  }): Promise<{ task: ProjectTask; changedFields: string[] }>;
}

/** The ports of a run's step. */
export interface Ports {
  store: StorePort;
  links: LinksPort;
  projects: ProjectsPort;
}
