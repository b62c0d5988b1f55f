import { expect, type Page } from '@playwright/test';

/** Shown as they are in every language: code, what was typed, what machines made. */
const AS_IT_IS = [
  'code',
  'pre',
  'kbd',
  'samp',
  'script',
  'style',
  'noscript',
  '.cm-editor',
  '[contenteditable]',
  'textarea[aria-hidden]',
].join(',');

/** Names in every language: of people and products, and of fields and values that a payload has. */
const NAMES = [
  ...['Maja Lindqvist', 'ML', 'maja@example.com', 'Penstock', 'JSONata', 'JSON', 'item'],
  ...['title', 'status', 'description', 'USER', 'CONTACT', 'SYSTEM'],
];

/**
 * Every text that is seen or read aloud on the page and did not come out of the texts: in xx those consist of accented letters, so a plain
 * letter is a leak. Content of the stories has no Latin letters.
 */
async function leaksOf(page: Page, known: readonly string[]): Promise<string[]> {
  return page.evaluate(
    ([asItIs, names]) => {
      const found = new Set<string>();
      const plain = (text: string) => {
        // Permissions, then names, then ids, paths and names of machines.
        let rest = text.replace(/\b[a-z]+:[a-z_.]+\b/g, '');
        for (const name of names) rest = rest.replaceAll(name, '');
        rest = rest.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, '').replace(/\b[\w-]*\d[\w-]*\b/g, '');
        rest = rest.replace(/\b[a-zA-Z]\w*([._/:][\w.]+)+/g, '').replace(/\b[a-z]+[A-Z]\w*/g, '');
        // One letter is somebody's initial.
        return /[A-Za-z]{2}/.test(rest);
      };
      const note = (what: string, element: Element, text: string) => {
        const trimmed = text.trim();
        if (trimmed === '' || !plain(trimmed) || element.closest(asItIs) !== null) return;
        const path = [
          element.closest('[data-region],[role=dialog],main,nav')?.getAttribute('aria-label') ?? '',
          element.tagName,
        ];
        found.add(`${what}: ${trimmed.slice(0, 90)} (${path.filter(Boolean).join(' > ')} .${element.className})`);
      };
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        const parent = node.parentElement;
        if (parent !== null) note('text', parent, node.textContent ?? '');
      }
      for (const element of document.body.querySelectorAll('*')) {
        for (const name of ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt']) {
          const text = element.getAttribute(name);
          if (text !== null) note(name, element, text);
        }
        if (element instanceof HTMLInputElement && element.role === 'combobox') note('value', element, element.value);
      }
      return [...found];
    },
    [AS_IT_IS, [...known, ...NAMES]] as const,
  );
}

/** Words that do not fit into what holds them. What is cut on purpose says all of it in a title. */
async function clippedOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const holders = 'button, [role=tab], [role=menuitem], [role=menuitemradio], label, [class*=badge], th';
    return [...document.querySelectorAll<HTMLElement>(holders)].flatMap((element) =>
      [element, ...element.querySelectorAll<HTMLElement>('*')]
        .filter((each) => {
          const { overflowX, textOverflow } = getComputedStyle(each);
          const isCut = each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 1 && overflowX !== 'visible';
          const says = each.closest('[title], [aria-label]') !== null || textOverflow === 'ellipsis';
          return isCut && !says && (each.textContent ?? '').trim() !== '';
        })
        .map((each) => `clipped: ${(each.textContent ?? '').trim().slice(0, 60)} (.${each.className})`),
    );
  });
}

/** Looks at one state of the product after another and keeps what is wrong, each with the state in which it was seen first. */
export class Translations {
  private readonly found = new Map<string, string>();
  private readonly page: Page;
  private readonly known: readonly string[];

  /** `known`: what other stories on this server have named. */
  constructor(page: Page, known: readonly string[]) {
    this.page = page;
    this.known = known;
  }

  visit = async (where: string): Promise<void> => {
    for (const problem of [...(await leaksOf(this.page, this.known)), ...(await clippedOn(this.page))]) {
      if (!this.found.has(problem)) this.found.set(problem, where);
    }
  };

  expectNone(): void {
    expect.soft([...this.found].map(([problem, where]) => `${where}: ${problem}`)).toEqual([]);
  }
}
