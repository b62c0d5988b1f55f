import { isJsonObject, type Json } from '../../kernel/json.ts';
import type { Command } from '../command.ts';
import { readJsonFile } from '../read-json.ts';
import { issueTable, type WorkflowIssue } from '../workflow-issues.ts';

interface ValidateAnswer {
  ok: boolean;
  errors: WorkflowIssue[];
  warnings: WorkflowIssue[];
}

/** Takes a definition alone or a whole bundle; nothing is stored. */
export const workflowValidate: Command = {
  name: 'workflow validate',
  summary: 'check a definition, or every workflow of a bundle, without storing it',
  positionals: ['FILE'],
  async run({ http, positionals: { FILE = '' } }) {
    const workflows: (ValidateAnswer & { key: string })[] = [];
    for (const { key, definition } of definitionsOf(readJsonFile(FILE))) {
      const request = { method: 'POST', path: '/workflow-definitions/validate', body: { definition } } as const;
      workflows.push({ key, ...(await http.json<ValidateAnswer>(request)) });
    }
    const text = workflows.map(({ key, ok, errors, warnings }) =>
      [`${key}: ${ok ? 'can be published' : 'cannot be published'}`, issueTable([...errors, ...warnings])]
        .filter((part) => part !== '')
        .join('\n'),
    );
    const ok = workflows.every((workflow) => workflow.ok);
    return { json: { ok, workflows }, text: text.join('\n'), exitCode: ok ? 0 : 1 };
  },
};

function definitionsOf(document: Json): { key: string; definition: Json }[] {
  const workflows = isJsonObject(document) ? document.workflows : undefined;
  if (!Array.isArray(workflows)) return [{ key: nameOf(document), definition: document }];
  return workflows.filter(isJsonObject).flatMap(({ key, draft }) => {
    const definition = isJsonObject(draft) ? draft.definition : undefined;
    return definition === undefined ? [] : [{ key: String(key), definition }];
  });
}

function nameOf(document: Json): string {
  const name = isJsonObject(document) ? document.name : undefined;
  return typeof name === 'string' ? name : 'definition';
}
