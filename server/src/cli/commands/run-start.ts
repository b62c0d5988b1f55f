import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, integerOption, optionalText } from '../command.ts';
import { UsageError } from '../command-error.ts';
import { type HttpClient, pathOf } from '../http-client.ts';
import { jsonOrFile } from '../read-json.ts';

const ASK_EVERY_MS = 250;
const ended = new Set(['SUCCEEDED', 'FAILED', 'CANCELED']);

interface Run {
  runId: string;
  status: string;
}

export const runStart: Command = {
  name: 'run start',
  summary: 'start a workflow',
  positionals: ['KEY'],
  options: {
    payload: { type: 'string', value: 'FILE|JSON', summary: 'what the run works on (default: {})' },
    version: { type: 'string', value: 'N', summary: 'which version (default: the newest)' },
    wait: { type: 'boolean', summary: 'until the run has ended; exit code 1 when it did not succeed' },
  },
  async run(input) {
    const given = optionalText(input, 'payload');
    const body = {
      workflowKey: input.positionals.KEY,
      payload: given === undefined ? {} : jsonOrFile('--payload', given),
      workflowVersion: versionOf(integerOption(input, 'version')),
    };
    const started = await input.http.json<Run>({ method: 'POST', path: '/workflow-runs', body });
    if (input.options.wait !== true) return { json: started, text: `${started.runId} ${started.status}` };
    const run = await waitForEnd(input.http, started.runId);
    return { json: run, text: `${run.runId} ${run.status}`, exitCode: run.status === 'SUCCEEDED' ? 0 : 1 };
  },
};

function versionOf(version: number | undefined): number | undefined {
  if (version !== undefined && version < 1) throw new UsageError('--version starts at 1');
  return version;
}

async function waitForEnd(http: HttpClient, runId: string): Promise<Run> {
  for (;;) {
    const run = await http.json<Run>({ method: 'GET', path: pathOf`/workflow-runs/${runId}` });
    if (ended.has(run.status)) return run;
    await sleep(ASK_EVERY_MS);
  }
}
