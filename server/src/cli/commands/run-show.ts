import type { Command } from '../command.ts';
import { pathOf } from '../http-client.ts';
import { listAll } from '../list-all.ts';
import { table } from '../table.ts';

interface Run {
  runId: string;
  status: string;
  workflowKey?: string;
  workflowVersion: number;
  startedAt: string;
  completedAt: string | null;
  error?: unknown;
}

interface Step {
  stepPath: string;
  iterationKey?: string;
  attempt: number;
  type: string;
  status: string;
  durationMs: number | null;
}

export const runShow: Command = {
  name: 'run show',
  summary: 'show a run and its steps',
  positionals: ['ID'],
  async run({ http, positionals }) {
    const runId = positionals.ID ?? '';
    const run = await http.json<Run>({ method: 'GET', path: pathOf`/workflow-runs/${runId}` });
    const steps = await listAll<Step>(http, { path: pathOf`/workflow-runs/${runId}/steps` });
    const lines = [
      `${run.runId} ${run.status}`,
      `${run.workflowKey ?? ''} version ${run.workflowVersion}, started ${run.startedAt}${run.completedAt === null ? '' : `, ended ${run.completedAt}`}`,
      ...(run.error === null || run.error === undefined ? [] : [JSON.stringify(run.error)]),
      table(steps.map((step) => [step.stepPath, step.type, step.status, step.attempt, step.durationMs])),
    ];
    return { json: { ...run, steps }, text: lines.filter((line) => line !== '').join('\n') };
  },
};
