import { type Command, optionalText, textOption } from '../command.ts';
import { UsageError } from '../command-error.ts';
import { readText } from '../read-json.ts';

interface ImportAnswer {
  createdWorkflows: { key: string }[];
  updatedWorkflows: { key: string }[];
  deletedWorkflows: { key: string }[];
  warnings: { key: string; code: string; path: string }[];
}

export const workflowImport: Command = {
  name: 'workflow import',
  summary: 'bring in the workflows of a bundle, all or none',
  options: {
    file: { type: 'string', value: 'FILE', required: true, summary: 'the bundle' },
    force: {
      type: 'optional-string',
      value: 'recreate',
      summary: 'change workflows that are there, or make them anew',
    },
    'dry-run': { type: 'boolean', summary: 'only tell what would happen' },
  },
  async run(input) {
    const answer = await input.http.json<ImportAnswer>({
      method: 'POST',
      path: '/workflow-definitions/import',
      query: {
        force: forceOf(optionalText(input, 'force')),
        dryRun: input.options['dry-run'] === true ? true : undefined,
      },
      rawBody: readText(textOption(input, 'file')),
    });
    const would = input.options['dry-run'] === true ? 'would be ' : '';
    const lines = [
      ...answer.createdWorkflows.map(({ key }) => `${would}created ${key}`),
      ...answer.updatedWorkflows.map(({ key }) => `${would}updated ${key}`),
      ...answer.deletedWorkflows.map(({ key }) => `${would}deleted ${key}`),
      ...answer.warnings.map(({ key, code, path }) => `warning ${key} ${code} ${path}`),
    ];
    return { json: answer, text: lines.join('\n') };
  },
};

function forceOf(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  if (given === '' || given === 'true') return 'true';
  if (given === 'recreate') return given;
  throw new UsageError(`--force takes nothing or =recreate, not ${given}`);
}
