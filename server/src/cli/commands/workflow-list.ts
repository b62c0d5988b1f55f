import type { Command } from '../command.ts';
import type { WorkflowItem } from '../find-workflow.ts';
import { listAll } from '../list-all.ts';
import { table } from '../table.ts';

export const workflowList: Command = {
  name: 'workflow list',
  summary: 'show the workflows',
  async run({ http }) {
    const items = await listAll<WorkflowItem>(http, { path: '/workflow-definitions' });
    const rows = items.map(({ key, status, publishedVersion, isPaused, name }) => [
      key,
      isPaused ? 'paused' : status,
      publishedVersion,
      name,
    ]);
    return { json: { items }, text: table([['KEY', 'STATUS', 'VERSION', 'NAME'], ...rows]) };
  },
};
