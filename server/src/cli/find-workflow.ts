import { CommandError } from './command-error.ts';
import type { HttpClient } from './http-client.ts';
import { listAll } from './list-all.ts';

export interface WorkflowItem {
  workflowId: string;
  key: string;
  name: string;
  status: string;
  publishedVersion: number | null;
  draftVersion: number;
  isPaused: boolean;
}

/** The workflow of a key. Errors: CommandError when there is none. */
export async function findWorkflow(http: HttpClient, key: string): Promise<WorkflowItem> {
  const items = await listAll<WorkflowItem>(http, { path: '/workflow-definitions', query: { search: key } });
  const workflow = items.find((item) => item.key === key);
  if (workflow === undefined) throw new CommandError(`There is no workflow ${key}.`);
  return workflow;
}
