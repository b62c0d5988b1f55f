// `npm run bench -- W7`: one workload, one line of JSON with its figures.
import { existsSync } from 'node:fs';
import { at } from '../scripts/workspace.mjs';

const id = process.argv[2]?.toLowerCase() ?? '';
const file = at('bench', `${id}.mjs`);

if (!/^w\d$/.test(id) || !existsSync(file)) {
  console.error('Name a workload: npm run bench -- W7');
  process.exitCode = 1;
} else {
  const { measure } = await import(file);
  console.log(JSON.stringify({ workload: id.toUpperCase(), node: process.version, ...(await measure()) }));
}
