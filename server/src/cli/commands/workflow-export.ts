import { writeFileSync } from 'node:fs';
import { type Command, optionalText, textOption } from '../command.ts';
import { CommandError } from '../command-error.ts';

/** Writes the server's canonical bytes as they came, so that two exports can be compared. */
export const workflowExport: Command = {
  name: 'workflow export',
  summary: 'write workflows into a bundle',
  options: {
    key: { type: 'string', value: 'KEY,…', required: true, repeats: true, summary: 'which workflows, by key' },
    out: { type: 'string', value: 'FILE', summary: 'where to (default: print it)' },
  },
  async run(input) {
    const keys = textOption(input, 'key');
    const bundle = await input.http.text({ method: 'GET', path: '/workflow-definitions/export', query: { keys } });
    const file = optionalText(input, 'out');
    if (file === undefined) return { json: JSON.parse(bundle), text: bundle.trimEnd() };
    try {
      writeFileSync(file, bundle);
    } catch (error) {
      throw new CommandError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
    }
    return { json: { file, keys: keys.split(',') }, text: `${keys} written to ${file}` };
  },
};
