import type { Command } from '../command.ts';
import { pathOf } from '../http-client.ts';
import { issueTable, type WorkflowIssue } from '../workflow-issues.ts';

interface PublishAnswer {
  ok: boolean;
  publishedVersion?: number;
  errors: WorkflowIssue[];
  warnings: WorkflowIssue[];
}

export const workflowPublish: Command = {
  name: 'workflow publish',
  summary: "make a workflow's draft its next version",
  positionals: ['KEY'],
  async run({ http, positionals: { KEY = '' } }) {
    const path = pathOf`/workflow-definitions/${KEY}/draft/publish`;
    const answer = await http.json<PublishAnswer>({ method: 'POST', path, body: {} });
    const findings = issueTable([...answer.errors, ...answer.warnings]);
    const news = answer.ok ? `${KEY} is live as version ${answer.publishedVersion}` : `${KEY} was not published`;
    return {
      json: answer,
      text: [news, findings].filter((part) => part !== '').join('\n'),
      exitCode: answer.ok ? 0 : 1,
    };
  },
};
