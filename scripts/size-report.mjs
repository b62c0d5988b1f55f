// What a first visit loads, compressed: the entry, what it imports, its styles, the sign-in page and the English texts of both.
// Fails over the budget, and when code of the server found its way into the browser. Usage: node scripts/size-report.mjs [--all]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 300;
/** The designer draws, drags and undoes before anything else comes: it may load more. Its forms, editor and versions come after it. */
const DESIGNER = 'src/designer/page/designer-page.tsx';
const DESIGNER_BUDGET_KB = 345;
/** Traces of packages that belong to the server. */
const SERVER_TRACES = ['@prisma', '@trpc/server', 'node:fs'];
/** Pages that a first visit may land on; the heaviest one counts. */
const PAGES = [
  'src/auth/sign-in-page.tsx',
  'src/workflows/workflows-page.tsx',
  'src/runs/run-page.tsx',
  'src/records/project-page.tsx',
  'src/data/data-page.tsx',
  DESIGNER,
];

const dist = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'web', 'dist');
const manifestFile = path.join(dist, '.vite', 'manifest.json');
if (!existsSync(manifestFile)) {
  console.error('web/dist is not built. Run "pnpm --filter @penstock/web build" first.');
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));

/** Files that a module brings with it at once: itself, its static imports, their styles. */
function filesOf(key, seen = new Set(), files = new Set()) {
  const chunk = manifest[key];
  if (chunk === undefined || seen.has(key)) return files;
  seen.add(key);
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const imported of chunk.imports ?? []) filesOf(imported, seen, files);
  return files;
}

const textsOf = (...names) =>
  Object.entries(manifest)
    .filter(([key]) => names.some((name) => key.endsWith(`locales/en/${name}.json`)))
    .map(([, chunk]) => chunk.file);

const sizes = new Map();
function compressed(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).length);
  return sizes.get(file);
}
const total = (files) => [...files].reduce((sum, file) => sum + compressed(file), 0);
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

const entry = filesOf('index.html');
for (const file of textsOf('common', 'errors')) entry.add(file);
console.log(`entry, every page: ${kb(total(entry))}`);

const problems = [];
for (const page of PAGES) {
  if (manifest[page] === undefined) {
    problems.push(`${page} is not in the build: bring the list in scripts/size-report.mjs up to date`);
    continue;
  }
  const files = filesOf(page, new Set(), new Set(entry));
  const scripts = [...files].filter((file) => file.endsWith('.js'));
  const styles = [...files].filter((file) => file.endsWith('.css'));
  const size = total(files);
  const budget = page === DESIGNER ? DESIGNER_BUDGET_KB : BUDGET_KB;
  console.log(
    `${page}: ${kb(size)} (scripts and texts ${kb(total(scripts))}, styles ${kb(total(styles))}), budget ${budget} KB`,
  );
  if (size > budget * 1024) problems.push(`${page} loads ${kb(size)} at first, more than ${budget} KB`);
}
if (process.argv.includes('--all')) {
  for (const file of [...entry].sort((left, right) => compressed(right) - compressed(left)))
    console.log(`  ${kb(compressed(file))} ${file}`);
}

for (const file of readdirSync(path.join(dist, 'assets')).filter((name) => name.endsWith('.js'))) {
  const code = readFileSync(path.join(dist, 'assets', file), 'utf8');
  for (const trace of SERVER_TRACES)
    if (code.includes(trace)) problems.push(`assets/${file} holds "${trace}": code of the server is in the browser`);
}
for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 1);
