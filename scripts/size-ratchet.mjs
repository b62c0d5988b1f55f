// Keeps files and functions small (CONTRIBUTING, "Sizes"). A file over its limit fails; there is no list of exceptions.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const LIMITS = { file: 400, testFile: 600, entry: 180, fn: 80, component: 150 };

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'server/src', 'web/src'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && !/\.gen\.|\.d\.ts$/.test(file));

const problems = [];
let lines = 0;
for (const file of files) {
  let text;
  try {
    text = readFileSync(path.join(root, file), 'utf8');
  } catch {
    continue; // deleted but not yet committed
  }
  const count = text.split('\n').length - 1;
  lines += count;
  const isTest = /\.test\.tsx?$/.test(file);
  const limit = isTest ? LIMITS.testFile : /\.(action|event|node)\.ts$/.test(file) ? LIMITS.entry : LIMITS.file;
  if (count > limit) problems.push(`${file}: ${count} lines, limit ${limit}`);
  if (!isTest) checkFunctions(file, text);
}

function checkFunctions(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const visit = (node) => {
    const name = namedFunction(node);
    if (name !== undefined) {
      const start = source.getLineAndCharacterOfPosition(node.getStart()).line;
      const length = source.getLineAndCharacterOfPosition(node.end).line - start + 1;
      const isComponent = file.endsWith('.tsx') && /^[A-Z]/.test(name);
      const limit = isComponent ? LIMITS.component : LIMITS.fn;
      if (length > limit) problems.push(`${file}:${start + 1} ${name}: ${length} lines, limit ${limit}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

function namedFunction(node) {
  if ((ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) && node.body)
    return node.name?.getText() ?? 'default';
  if ((ts.isArrowFunction(node) || ts.isFunctionExpression(node)) && ts.isVariableDeclaration(node.parent))
    return node.parent.name.getText();
  return undefined;
}

for (const problem of problems) console.log(problem);
console.log(`${files.length} files, ${lines} lines, ${problems.length} over their limit`);
process.exit(problems.length === 0 ? 0 : 1);
