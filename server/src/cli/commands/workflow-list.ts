import type { Command } from '../command.ts';
import { listAll } from '../list-all.ts';
import { table } from '../table.ts';

interface Workflow {
  key: string;
  name: string;
  state: string;
  publishedVersion: number | null;
}

export const workflowList: Command = {
  name: 'workflow list',
  summary: 'show the workflows',
  async run({ http }) {
    const items = await listAll<Workflow>(http, { path: '/workflow-definitions' });
    const rows = items.map(({ key, state, publishedVersion, name }) => [key, state, publishedVersion, name]);
    return { json: { items }, text: table([['KEY', 'STATE', 'VERSION', 'NAME'], ...rows]) };
  },
};
