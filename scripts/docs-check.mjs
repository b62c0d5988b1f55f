// Documents must be true: every path of the repository that a document names in backticks exists, and every relative link leads somewhere.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const documents = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean);
const FOLDERS = /^(server|web|e2e|prisma|locales|scripts|docs|\.ci)\/[\w./-]+$/;

const problems = [];
for (const document of documents) {
  const text = readFileSync(path.join(root, document), 'utf8');
  for (const [, code] of text.matchAll(/`([^`\n]+)`/g)) {
    if (FOLDERS.test(code) && !code.includes('…') && !existsSync(path.join(root, code)))
      problems.push(`${document}: \`${code}\` is not there`);
  }
  for (const [, link] of text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)[^)]*\)/g)) {
    if (!existsSync(path.join(root, path.dirname(document), link)))
      problems.push(`${document}: link to ${link} leads nowhere`);
  }
}
for (const problem of problems) console.log(problem);
console.log(`${documents.length} documents, ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
