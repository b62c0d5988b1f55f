// Every static check, one after the other; each is one line of the verdict. Usage: node scripts/check.mjs [--json FILE]
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { at, buildWeb, nodeProgram, root } from './workspace.mjs';

const bin = (name) => at('node_modules', '.bin', name);
const node = nodeProgram();

/** name → command; the name is what the verdict prints. */
const checks = [
  ['format and lint', [bin('biome'), 'check', '--error-on-warnings', '.']],
  ['types: server', [node, 'node_modules/typescript/bin/tsc', '--noEmit', '-p', 'server']],
  ['types: web', [node, 'node_modules/typescript/bin/tsc', '--noEmit', '-p', 'web']],
  ['types: e2e', [node, 'node_modules/typescript/bin/tsc', '--noEmit', '-p', 'e2e']],
  ['boundaries', [bin('depcruise'), '--config', '.dependency-cruiser.mjs', 'server/src', 'web/src']],
  ['unused code', [bin('knip')]],
  ['generated files', [node, 'scripts/generate.mjs', '--check']],
  ['translations', [node, 'scripts/i18n-check.mjs']],
  ['size of sources', [node, 'scripts/size-ratchet.mjs']],
  ['docs', [node, 'scripts/docs-check.mjs']],
  ['size of the first load', [node, 'scripts/size-report.mjs']],
];

// The last check looks at the built application; when the build fails, it says so.
try {
  buildWeb();
} catch (error) {
  console.error(error.message);
}

const results = checks.map(([name, [command, ...args]]) => {
  const started = Date.now();
  const run = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${bin('')}${path.delimiter}${process.env.PATH}` },
  });
  const passed = run.status === 0;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (!passed) console.log(`${run.stdout ?? ''}${run.stderr ?? ''}${run.error ? String(run.error) : ''}`.trimEnd());
  return { name, passed };
});

const failed = results.filter((result) => !result.passed).length;
const jsonAt = process.argv.indexOf('--json');
if (jsonAt > 0) writeFileSync(process.argv[jsonAt + 1], JSON.stringify({ passed: results.length - failed, failed }));
console.log(`check: ${results.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
