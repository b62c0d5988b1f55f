import type { Command } from '../command.ts';
import { findWorkflow } from '../find-workflow.ts';
import { pathOf } from '../http-client.ts';

export const workflowPublish: Command = {
  name: 'workflow publish',
  summary: "make a workflow's draft its next version",
  positionals: ['KEY'],
  async run({ http, positionals }) {
    const { workflowId, key } = await findWorkflow(http, positionals.KEY ?? '');
    const path = pathOf`/workflow-definitions/${workflowId}/draft/publish`;
    const answer = await http.json<{ version?: number; publishedVersion?: number }>({ method: 'POST', path, body: {} });
    return { json: answer, text: `${key} is live as version ${answer.publishedVersion ?? answer.version}` };
  },
};
