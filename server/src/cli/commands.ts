import type { Command } from './command.ts';
import { apiKeyCreate } from './commands/api-key-create.ts';
import { dbMigrate } from './commands/db-migrate.ts';
import { dbStatus } from './commands/db-status.ts';
import { eventSend } from './commands/event-send.ts';
import { linkDelete } from './commands/link-delete.ts';
import { linkList } from './commands/link-list.ts';
import { linkLookup } from './commands/link-lookup.ts';
import { linkUpsert } from './commands/link-upsert.ts';
import { runList } from './commands/run-list.ts';
import { runShow } from './commands/run-show.ts';
import { runStart } from './commands/run-start.ts';
import { storeDelete } from './commands/store-delete.ts';
import { storeGet } from './commands/store-get.ts';
import { storeIncrement } from './commands/store-increment.ts';
import { storeList } from './commands/store-list.ts';
import { storeSet } from './commands/store-set.ts';
import { userCreate } from './commands/user-create.ts';
import { workflowExport } from './commands/workflow-export.ts';
import { workflowImport } from './commands/workflow-import.ts';
import { workflowList } from './commands/workflow-list.ts';
import { workflowPublish } from './commands/workflow-publish.ts';
import { workflowValidate } from './commands/workflow-validate.ts';

/** Every command, in the order of the help text. */
export const commands: readonly Command[] = [
  userCreate,
  apiKeyCreate,
  workflowList,
  workflowExport,
  workflowImport,
  workflowValidate,
  workflowPublish,
  runStart,
  runShow,
  runList,
  eventSend,
  storeGet,
  storeSet,
  storeList,
  storeDelete,
  storeIncrement,
  linkList,
  linkLookup,
  linkUpsert,
  linkDelete,
  dbMigrate,
  dbStatus,
];
