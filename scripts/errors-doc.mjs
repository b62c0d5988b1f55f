// Writes docs/errors.md from the error table and its English texts. --check: compares instead.
// Usage: node_modules/.bin/node scripts/errors-doc.mjs [--check]
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ErrorCodes } from '../server/src/kernel/error-table.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = path.join(root, 'docs', 'errors.md');
const texts = JSON.parse(readFileSync(path.join(root, 'locales', 'en', 'errors.json'), 'utf8'));

const rows = Object.entries(ErrorCodes).map(([code, { kind, http, retryable }]) => {
  const text = texts[code] ?? texts[`${code}_other`] ?? '';
  return `| \`${code}\` | ${http} | ${kind} | ${retryable ? 'yes' : ''} | ${text.replaceAll('|', '\\|')} |`;
});

const document = `# Error codes

Made from \`server/src/kernel/error-table.ts\` and \`locales/en/errors.json\` by \`npm run generate\`. Every refused request has the body
\`{ "error": { "code", "message", "details", "requestId" } }\`: act on \`code\` and \`details\`, never on \`message\`.

user: the caller can fix it. operational: it passes by itself. unexpected: our bug; the log has the cause under the request's id.

| code | HTTP | kind | a retry may help | what people read |
|---|---|---|---|---|
${rows.join('\n')}
`;

if (!process.argv.includes('--check')) writeFileSync(file, document);
else if (readFileSync(file, 'utf8') !== document) {
  console.error('docs/errors.md is out of date: run "npm run generate"');
  process.exit(1);
}
