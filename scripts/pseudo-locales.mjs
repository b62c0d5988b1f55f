// Writes locales/xx and locales/yy from locales/en. xx: accented, bracketed, 35 % longer. yy: every letter is y.
// {{variables}}, <tags>, $t() and &entities; stay as they are. Usage: node scripts/pseudo-locales.mjs [--check]
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const localesDir = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'locales');
const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = 'áƀçđéƒğĥíĵķļɱñóƥɋřšťúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶĻṀÑÓƤɊŘŠŤÚṼŴẊÝŽ';
const accents = new Map([...plain].map((letter, index) => [letter, [...accented][index]]));
const kept = /(\{\{[^}]*\}\}|\$t\([^)]*\)|<\/?\w+\s*\/?>|&\w+;)/;

const eachText = (text, change) =>
  text
    .split(kept)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
const letters = (text) =>
  text
    .split(kept)
    .filter((_, index) => index % 2 === 0)
    .join('').length;

export const pseudoTexts = {
  xx: (text) =>
    `[${eachText(text, (part) => [...part].map((char) => accents.get(char) ?? char).join(''))}${'~'.repeat(Math.ceil(letters(text) * 0.35))}]`,
  yy: (text) => eachText(text, (part) => part.replace(/\p{L}/gu, 'y')),
};

const walk = (node, change) =>
  typeof node === 'string'
    ? change(node)
    : Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value, change)]));

/** File name → text of that locale, as it must lie on disk. */
export function pseudoFiles(locale) {
  const names = readdirSync(path.join(localesDir, 'en')).filter((name) => name.endsWith('.json'));
  return new Map(
    names.map((name) => {
      const english = JSON.parse(readFileSync(path.join(localesDir, 'en', name), 'utf8'));
      return [name, `${JSON.stringify(walk(english, pseudoTexts[locale]), null, 2)}\n`];
    }),
  );
}

/** Files of a pseudo-locale that differ from what the generator makes. */
export function stalePseudoFiles(locale) {
  return [...pseudoFiles(locale)].filter(([name, text]) => {
    const file = path.join(localesDir, locale, name);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  let stale = 0;
  for (const locale of Object.keys(pseudoTexts)) {
    for (const [name, text] of stalePseudoFiles(locale)) {
      stale += 1;
      if (process.argv.includes('--check')) console.error(`locales/${locale}/${name} is not what the generator makes`);
      else {
        mkdirSync(path.join(localesDir, locale), { recursive: true });
        writeFileSync(path.join(localesDir, locale, name), text);
      }
    }
  }
  if (process.argv.includes('--check') && stale > 0) process.exit(1);
  console.log(stale === 0 ? 'xx and yy are up to date' : `xx and yy: ${stale} files written`);
}
