// Are the translations complete and right? Every locale has the keys of English, the same variables and tags, and the plural forms of its
// language; xx and yy are what the generator makes; every error code, finding, action, step type and event has a text; the types of the
// keys are up to date; and no text stands in the code by itself.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pseudoTexts, stalePseudoFiles } from './pseudo-locales.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const localesDir = path.join(root, 'locales');
const pseudo = Object.keys(pseudoTexts);
const locales = readdirSync(localesDir).filter((name) => !name.startsWith('.'));
const files = readdirSync(path.join(localesDir, 'en')).filter((name) => name.endsWith('.json'));
const problems = [];

const pluralForm = /^(.+)_(zero|one|two|few|many|other)$/;
const variables = (text) => [...text.matchAll(/\{\{\s*([^},\s]+)[^}]*\}\}/g)].map((match) => match[1]);
const tags = (text) => [...text.matchAll(/<\/?\w+\s*\/?>/g)].map((match) => match[0].replace(/\s/g, ''));
const same = (left, right) => [...new Set(left)].sort().join() === [...new Set(right)].sort().join();

/** Dotted key → text. */
function flatten(node, prefix = '') {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flatten(value, `${prefix}${key}.`),
  );
}

function read(locale, file) {
  const at = path.join(localesDir, locale, file);
  if (!existsSync(at)) {
    problems.push(`${locale}/${file}: the file is missing`);
    return new Map();
  }
  try {
    return new Map(flatten(JSON.parse(readFileSync(at, 'utf8'))));
  } catch (error) {
    problems.push(`${locale}/${file}: ${error.message}`);
    return new Map();
  }
}

/** Base of a key that has plural forms in English → the forms. */
function pluralsOf(texts) {
  const plurals = new Map();
  for (const key of texts.keys()) {
    const [, base, form] = pluralForm.exec(key) ?? [];
    if (base === undefined || !texts.has(`${base}_other`)) continue;
    plurals.set(base, [...(plurals.get(base) ?? []), form]);
  }
  return plurals;
}

/** What this language tells apart when it counts whole numbers. The pseudo-locales count like English. */
function formsOf(locale) {
  const rules = new Intl.PluralRules(pseudo.includes(locale) ? 'en' : locale);
  return new Set([...Array.from({ length: 101 }, (_, number) => rules.select(number)), 'other']);
}

function checkFile(locale, file, english) {
  const texts = read(locale, file);
  const plurals = pluralsOf(english);
  const forms = formsOf(locale);
  const wanted = new Set();
  for (const [key, text] of english) {
    const base = pluralForm.exec(key)?.[1];
    if (base !== undefined && plurals.has(base)) for (const form of forms) wanted.add(`${base}_${form}`);
    else wanted.add(key);
    if (text.trim() === '') problems.push(`en/${file}: ${key} is empty`);
  }
  for (const key of wanted) if (!texts.has(key)) problems.push(`${locale}/${file}: ${key} is missing`);
  for (const [key, text] of texts) {
    const base = pluralForm.exec(key)?.[1];
    const original = english.get(key) ?? (base === undefined ? undefined : english.get(`${base}_other`));
    if (!wanted.has(key) || original === undefined) problems.push(`${locale}/${file}: ${key} is not in en`);
    else if (text.trim() === '') problems.push(`${locale}/${file}: ${key} is empty`);
    else if (!same(variables(text), variables(original)))
      problems.push(`${locale}/${file}: ${key} has other variables than en`);
    else if (!same(tags(text), tags(original))) problems.push(`${locale}/${file}: ${key} has other tags than en`);
  }
  for (const key of readKeys(texts))
    if (key.endsWith('_plural')) problems.push(`${locale}/${file}: ${key} is an old plural form`);
}

const readKeys = (texts) => [...texts.keys()];

function checkPseudo(locale) {
  for (const [file] of stalePseudoFiles(locale))
    problems.push(`${locale}/${file}: not what "node scripts/pseudo-locales.mjs" makes`);
}

/** Names that the server uses and that a person reads need a text in English; the other locales follow by the checks above. */
function checkEntries() {
  const english = new Map(files.map((file) => [file, new Set(read('en', file).keys())]));
  const need = (file, key, what) => {
    const known = english.get(file);
    if (!known?.has(key) && !known?.has(`${key}_other`))
      problems.push(`en/${file}: ${key} is missing, the text of ${what}`);
  };
  const source = (file) => readFileSync(path.join(root, 'server/src', file), 'utf8');
  const block = (text, from) => text.slice(text.indexOf(from), text.indexOf('as const', text.indexOf(from)));
  for (const [, code] of block(source('kernel/errors.ts'), 'ErrorCodes = {').matchAll(/^ {2}([A-Z_]+):/gm)) {
    need('errors.json', code, 'an error code');
  }
  for (const [, code] of block(source('language/validation/issue.ts'), 'ValidationCodes = {').matchAll(
    /^ {2}([A-Z_]+):/gm,
  )) {
    need('errors.json', `validation.${code}`, 'a finding of validation');
  }
  for (const [, code] of block(source('bundle/import-warning.ts'), 'ImportWarningCodes = [').matchAll(/'([A-Z_]+)'/g)) {
    need('errors.json', `importWarnings.${code}`, 'a warning of import');
  }
  for (const file of sources('server/src/actions', '.action.ts')) {
    const id = /\bid: '([^']+)'/.exec(readFileSync(file, 'utf8'))?.[1];
    if (id !== undefined) need('actions.json', `${id}.label`, path.basename(file));
  }
  for (const file of sources('server/src/event-types', '.event.ts')) {
    const type = /\beventType: '([^']+)'/.exec(readFileSync(file, 'utf8'))?.[1];
    if (type !== undefined) need('events.json', `types.${type}.label`, path.basename(file));
  }
}

function sources(folder, ending) {
  const at = path.join(root, folder);
  if (!existsSync(at)) return [];
  return readdirSync(at, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(at, name));
}

/** Variables of an error's text are members of its details. */
function checkErrorVariables() {
  const table =
    readFileSync(path.join(root, 'server/src/kernel/errors.ts'), 'utf8').split('interface ErrorDetailsTable')[1] ?? '';
  for (const [key, text] of read('en', 'errors.json')) {
    const code = pluralForm.exec(key)?.[1] ?? key;
    const details = new RegExp(`^ {2}${code}: ([\\s\\S]*?);\\n(?= {2}[A-Z]|\\})`, 'm').exec(table)?.[1];
    if (details === undefined || !/^[A-Z_]+$/.test(code)) continue;
    for (const name of variables(text)) {
      const known = name === 'count' ? 'activeRuns' : name;
      if (!new RegExp(`\\b${known}\\??:`).test(details))
        problems.push(`en/errors.json: ${key} uses {{${name}}}, which the error does not carry`);
    }
  }
}

function runCli(what, args) {
  const node = path.join(root, 'node_modules/.bin/node');
  const cli = path.join(root, 'node_modules/.bin/i18next-cli');
  const env = { ...process.env, PATH: `${path.dirname(node)}:${process.env.PATH}` };
  const run = spawnSync(cli, args, { cwd: root, encoding: 'utf8', env });
  if (run.status !== 0) problems.push(`${what}:\n${`${run.stdout ?? ''}${run.stderr ?? ''}`.trim()}`);
}

for (const locale of locales) {
  for (const file of files) if (locale !== 'en') checkFile(locale, file, read('en', file));
  for (const file of readdirSync(path.join(localesDir, locale))) {
    if (!files.includes(file)) problems.push(`${locale}/${file}: there is no such file in en`);
  }
}
for (const file of files) checkFile('en', file, read('en', file));
for (const locale of pseudo) checkPseudo(locale);
checkEntries();
checkErrorVariables();
if (!process.argv.includes('--files-only')) {
  runCli('texts in the code (i18next-cli lint)', ['lint']);
  runCli('keys in the code (i18next-cli extract)', ['extract', '--ci', '--dry-run', '--quiet']);
  runCli('types of the keys (i18next-cli types)', ['types', '--ci', '--quiet']);
}

const unique = [...new Set(problems)];
for (const problem of unique) console.error(problem);
const texts = files.reduce((sum, file) => sum + read('en', file).size, 0);
console.log(unique.length === 0 ? `${texts} texts in ${locales.join(', ')}: complete` : `${unique.length} problems`);
process.exit(unique.length === 0 ? 0 : 1);
