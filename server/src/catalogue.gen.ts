// Made by registry/generate-catalogue.ts (pnpm generate). Do not edit.
import actions_links_delete from './actions/links/delete.action.ts';
import actions_links_listNamespaces from './actions/links/list-namespaces.action.ts';
import actions_links_list from './actions/links/list.action.ts';
import actions_links_lookup from './actions/links/lookup.action.ts';
import actions_links_upsert from './actions/links/upsert.action.ts';
import actions_projects_createTask from './actions/projects/create-task.action.ts';
import actions_projects_findTask from './actions/projects/find-task.action.ts';
import actions_projects_find from './actions/projects/find.action.ts';
import actions_projects_searchTasks from './actions/projects/search-tasks.action.ts';
import actions_projects_updateTask from './actions/projects/update-task.action.ts';
import actions_store_delete from './actions/store/delete.action.ts';
import actions_store_get from './actions/store/get.action.ts';
import actions_store_increment from './actions/store/increment.action.ts';
import actions_store_listNamespaces from './actions/store/list-namespaces.action.ts';
import actions_store_list from './actions/store/list.action.ts';
import actions_store_set from './actions/store/set.action.ts';
import eventTypes_billing_invoiceOverdue from './event-types/billing/invoice-overdue.event.ts';
import eventTypes_projects_projectAssigned from './event-types/projects/project-assigned.event.ts';
import eventTypes_projects_projectClosed from './event-types/projects/project-closed.event.ts';
import eventTypes_projects_projectCreated from './event-types/projects/project-created.event.ts';
import eventTypes_projects_projectStatusChanged from './event-types/projects/project-status-changed.event.ts';
import eventTypes_projects_projectTaskAssigned from './event-types/projects/project-task-assigned.event.ts';
import eventTypes_projects_projectTaskCompleted from './event-types/projects/project-task-completed.event.ts';
import eventTypes_projects_projectTaskCreated from './event-types/projects/project-task-created.event.ts';
import eventTypes_projects_projectTaskStatusChanged from './event-types/projects/project-task-status-changed.event.ts';
import eventTypes_projects_projectTaskUpdated from './event-types/projects/project-task-updated.event.ts';
import eventTypes_projects_projectUpdated from './event-types/projects/project-updated.event.ts';
import type { Catalogue } from './registry/create-registry.ts';

export const catalogue: Catalogue = {
  actions: [
    actions_links_delete,
    actions_links_listNamespaces,
    actions_links_list,
    actions_links_lookup,
    actions_links_upsert,
    actions_projects_createTask,
    actions_projects_findTask,
    actions_projects_find,
    actions_projects_searchTasks,
    actions_projects_updateTask,
    actions_store_delete,
    actions_store_get,
    actions_store_increment,
    actions_store_listNamespaces,
    actions_store_list,
    actions_store_set,
  ],
  eventTypes: [
    eventTypes_billing_invoiceOverdue,
    eventTypes_projects_projectAssigned,
    eventTypes_projects_projectClosed,
    eventTypes_projects_projectCreated,
    eventTypes_projects_projectStatusChanged,
    eventTypes_projects_projectTaskAssigned,
    eventTypes_projects_projectTaskCompleted,
    eventTypes_projects_projectTaskCreated,
    eventTypes_projects_projectTaskStatusChanged,
    eventTypes_projects_projectTaskUpdated,
    eventTypes_projects_projectUpdated,
  ],
};
