import { expect } from 'vitest';
import { showTexts } from './texts.ts';

/** Names and data that stories bring are not texts of the product: what stands in these files may be read in every language. */
const sources = import.meta.glob<string>(['../**/*.stories.tsx', './fixtures/*.{ts,tsx}'], {
  query: '?raw',
  import: 'default',
});

const readAttributes = ['aria-label', 'aria-description', 'aria-roledescription', 'title', 'placeholder', 'alt'];

/** A word without a single accent, as English has them; the texts of xx carry one on every letter. */
const plainWord = /(?<![\p{L}\p{N}])[a-z]{2,}(?!\p{L})/iu;
const plainWords = new RegExp(plainWord, 'giu');
const accented = /[^\p{ASCII}\P{L}]/u;

/** Shows a drawn story in xx and answers every text that can be read and that the story did not bring. */
export async function readableEnglish(root: Element, brought: unknown): Promise<string[]> {
  const known = `${await storySources(expect.getState().testPath ?? '')}\n${[...stringsIn(brought)].join('\n')}`;
  await showTexts('xx');
  await drawn();
  const found = [...shownTexts(root)].filter((text) => readableParts(text).some((part) => !known.includes(part)));
  await showTexts('en');
  await drawn();
  return [...new Set(found)];
}

/** Of a translated text the words that were put into it, else the text itself. */
function readableParts(text: string): readonly string[] {
  if (!plainWord.test(text)) return [];
  if (accented.test(text)) return text.match(plainWords) ?? [];
  return [text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')];
}

async function storySources(storyFile: string): Promise<string> {
  const wanted = Object.entries(sources).filter(([path]) => path.startsWith('./fixtures/') || isSame(path, storyFile));
  return (await Promise.all(wanted.map(([, load]) => load()))).join('\n');
}

/** `../ui/badge.stories.tsx` seen from here is `…/web/src/ui/badge.stories.tsx`. */
function isSame(path: string, storyFile: string): boolean {
  return storyFile.endsWith(path.replace('../', '/src/'));
}

function* stringsIn(value: unknown, seen = new Set<unknown>()): Generator<string> {
  if (typeof value !== 'object') yield String(value);
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  for (const [key, each] of Object.entries(value)) {
    yield key;
    yield* stringsIn(each, seen);
  }
}

function* shownTexts(root: Element): Generator<string> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node: Node | null = root; node !== null; node = walker.nextNode()) {
    if (node instanceof Element) {
      for (const name of readAttributes) yield* cleaned(node.getAttribute(name));
    } else if (node.parentElement?.closest('style') === null) {
      yield* cleaned(node.textContent);
    }
  }
}

function* cleaned(text: string | null): Generator<string> {
  const trimmed = text?.trim() ?? '';
  if (trimmed !== '') yield trimmed;
}

/** Two frames: React draws in one, what it caused in the next. */
async function drawn(): Promise<void> {
  for (const _ of [1, 2]) await new Promise((resolve) => requestAnimationFrame(resolve));
}
