// Writes src/catalogue.gen.ts: explicit imports of every entry, sorted, so that adding one is adding its file.
// It lies beside the composition roots: the registry does not import entries. Usage: node generate-catalogue.ts [--check]
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const sourceDirectory = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const cataloguePath = path.join(sourceDirectory, 'catalogue.gen.ts');

/** Text of the catalogue for entries found below a source directory. */
export function catalogueText(directory: string): string {
  const actions = entriesIn(directory, 'actions/**/*.action.ts');
  const eventTypes = entriesIn(directory, 'event-types/**/*.event.ts');
  return [
    '// Made by registry/generate-catalogue.ts (pnpm generate). Do not edit.',
    ...[...actions, ...eventTypes].map(({ name, file }) => `import ${name} from './${file}';`),
    "import type { Catalogue } from './registry/create-registry.ts';",
    '',
    'export const catalogue: Catalogue = {',
    ...listText('actions', actions),
    ...listText('eventTypes', eventTypes),
    '};',
    '',
  ].join('\n');
}

interface Entry {
  name: string;
  file: string;
}

function entriesIn(directory: string, pattern: string): Entry[] {
  return globSync(pattern, { cwd: directory })
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort()
    .map((file) => ({ name: importName(file), file }));
}

/** `actions/store/list-namespaces.action.ts` → `actions_store_listNamespaces`: unique because paths are. */
function importName(file: string): string {
  return file
    .replace(/\.(action|event)\.ts$/, '')
    .replaceAll('/', '_')
    .replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function listText(member: string, entries: Entry[]): string[] {
  return [`  ${member}: [`, ...entries.map(({ name }) => `    ${name},`), '  ],'];
}

function main(isCheck: boolean): void {
  const text = catalogueText(sourceDirectory);
  const isCurrent = existsSync(cataloguePath) && readFileSync(cataloguePath, 'utf8') === text;
  if (isCurrent) return;
  if (isCheck) {
    process.stderr.write('server/src/catalogue.gen.ts is not what the entries say: run pnpm generate and commit it.\n');
    process.exitCode = 1;
    return;
  }
  writeFileSync(cataloguePath, text);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.includes('--check'));
