import { type Command, integerOption, optionalText } from '../command.ts';
import { listAll } from '../list-all.ts';
import { table } from '../table.ts';

interface Run {
  runId: string;
  status: string;
  workflowKey?: string;
  workflowName?: string;
  startedAt: string;
}

export const runList: Command = {
  name: 'run list',
  summary: 'show runs, newest first',
  options: {
    status: { type: 'string', value: 'STATUS,…', summary: 'only these, for example FAILED,WAITING' },
    limit: { type: 'string', value: 'N', summary: 'at most so many (default: 50)' },
  },
  async run(input) {
    const query = { status: optionalText(input, 'status')?.toUpperCase() };
    const items = await listAll<Run>(
      input.http,
      { path: '/workflow-runs', query },
      integerOption(input, 'limit') ?? 50,
    );
    const rows = items.map((run) => [run.runId, run.status, run.workflowKey ?? run.workflowName, run.startedAt]);
    return { json: { items }, text: table([['RUN', 'STATUS', 'WORKFLOW', 'STARTED'], ...rows]) };
  },
};
