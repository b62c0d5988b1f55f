import { isJsonObject, type Json } from '../../kernel/json.ts';
import type { Command } from '../command.ts';
import { readJsonFile } from '../read-json.ts';
import { table } from '../table.ts';

interface Issue {
  severity?: string;
  code: string;
  message?: string;
  stepPath?: string;
  path?: string;
}

interface ValidateAnswer {
  errors: Issue[];
  warnings: Issue[];
}

/** Takes a definition alone or a whole bundle; nothing is stored. */
export const workflowValidate: Command = {
  name: 'workflow validate',
  summary: 'check a definition, or every workflow of a bundle, without storing it',
  positionals: ['FILE'],
  async run({ http, positionals }) {
    const answers = [];
    for (const { key, definition } of definitionsOf(readJsonFile(positionals.FILE ?? ''))) {
      const answer = await http.json<ValidateAnswer>({
        method: 'POST',
        path: '/workflow-definitions/validate',
        body: { definition },
      });
      answers.push({ key, ...answer });
    }
    const rows = answers.flatMap(({ key, errors, warnings }) => [
      ...errors.map((issue) => [key, 'error', issue.code, placeOf(issue), issue.message]),
      ...warnings.map((issue) => [key, 'warning', issue.code, placeOf(issue), issue.message]),
    ]);
    const isValid = answers.every(({ errors }) => errors.length === 0);
    const text = rows.length === 0 ? 'No problems' : table(rows);
    return { json: { isValid, workflows: answers }, text, exitCode: isValid ? 0 : 1 };
  },
};

function placeOf(issue: Issue): string | undefined {
  return issue.stepPath ?? issue.path;
}

function definitionsOf(document: Json): { key: string; definition: Json }[] {
  const workflows = isJsonObject(document) ? document.workflows : undefined;
  if (!Array.isArray(workflows)) return [{ key: '-', definition: document }];
  return workflows.filter(isJsonObject).flatMap(({ key, draft }) => {
    const definition = isJsonObject(draft) ? draft.definition : undefined;
    return definition === undefined ? [] : [{ key: String(key), definition }];
  });
}
