// Writes explicit imports of every entry, sorted, so that adding one is adding its file: actions and event types into
// src/catalogue.gen.ts, beside the composition roots, as the registry does not import entries; node types into the language, which is
// whole by itself. Usage: node generate-catalogue.ts [--check]
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const sourceDirectory = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

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

/** Text of the list of node types found in the language below a source directory. */
export function nodeTypesText(directory: string): string {
  const nodes = entriesIn(path.join(directory, 'language', 'nodes'), '*.node.ts');
  return [
    '// Made by registry/generate-catalogue.ts (pnpm generate). Do not edit.',
    ...nodes.map(({ name, file }) => `import ${name} from './${file}';`),
    "import type { NodeType } from './node-type.ts';",
    '',
    'export const allNodeTypes: readonly NodeType[] = [',
    ...nodes.map(({ name }) => `  ${name},`),
    '];',
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
    .replace(/\.(action|event|node)\.ts$/, '')
    .replaceAll('/', '_')
    .replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function listText(member: string, entries: Entry[]): string[] {
  return [`  ${member}: [`, ...entries.map(({ name }) => `    ${name},`), '  ],'];
}

const generated = [
  { file: 'catalogue.gen.ts', textOf: catalogueText },
  { file: 'language/nodes/node-types.gen.ts', textOf: nodeTypesText },
];

function main(isCheck: boolean): void {
  for (const { file, textOf } of generated) {
    const target = path.join(sourceDirectory, file);
    const text = textOf(sourceDirectory);
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
    if (isCheck) {
      process.stderr.write(`server/src/${file} is not what the entries say: run pnpm generate and commit it.\n`);
      process.exitCode = 1;
    } else writeFileSync(target, text);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.includes('--check'));
