// Mantine's styles first: ours come after them and win.
import '../app/styles.ts';
import type { Preview } from '@storybook/react-vite';
import { config } from 'zod/mini';
import { type Locale, locales } from '../i18n/locales.ts';
import { type Direction, Frame, type Scheme } from './frame.tsx';
import { showTexts } from './texts.ts';

// The content security policy of the product allows no eval.
config({ jitless: true });

// The tests open each story in two browsers, one that prefers light and one that prefers dark.
const preferred: Scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';

const localeTitles: Record<Locale, string> = {
  en: 'English',
  de: 'Deutsch',
  xx: 'xx: accented and longer',
  yy: 'yy: nothing can be read',
};

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    locale: {
      description: 'Language',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: locales.map((value) => ({ value, title: localeTitles[value] })),
      },
    },
    theme: {
      description: 'Theme',
      toolbar: {
        icon: 'mirror',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
    direction: {
      description: 'Direction of writing',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
  },
  initialGlobals: { locale: 'en', theme: preferred, direction: 'ltr' },
  parameters: {
    layout: 'fullscreen',
    a11y: {
      test: 'error',
      config: {
        rules: [
          // It takes all text of an element for its label: cards and nodes of a picture say more than their name.
          { id: 'label-content-name-mismatch', selector: '*:not([role="treeitem"], a[title])' },
          // It does not know that text which can be edited has the keyboard, and moves its box along.
          { id: 'scrollable-region-focusable', selector: '*:not(select, textarea, .cm-scroller)' },
        ],
      },
    },
    controls: { expanded: true, disableSaveFromUI: true },
    // Dialogs lie over everything: a page of several stories gives each its own frame.
    docs: { story: { inline: false, height: '20rem' } },
    viewport: {
      options: {
        wide: { name: '1280: a small laptop', styles: { width: '1280px', height: '800px' } },
        narrow: { name: '800: half a screen', styles: { width: '800px', height: '900px' } },
        inspector: { name: '404: the inspector', styles: { width: '404px', height: '900px' } },
        phone: { name: '360: a phone', styles: { width: '360px', height: '740px' } },
      },
    },
    backgrounds: { disable: true },
    options: { storySort: { order: ['Look', 'Ui', 'Pipe', '*'] } },
  },
  loaders: [({ globals }) => showTexts(globals.locale)],
  decorators: [
    (Story, { globals, parameters }) => (
      <Frame
        scheme={globals.theme as Scheme}
        direction={globals.direction as Direction}
        edges={parameters.edges !== false}
      >
        <Story />
      </Frame>
    ),
  ],
  afterEach: async ({ globals, parameters, args, canvasElement }) => {
    if (import.meta.env.MODE !== 'test' || globals.theme !== 'light') return;
    const { readableEnglish } = await import('./readable-english.ts');
    const found = await readableEnglish(canvasElement, [args, parameters.says]);
    if (found.length > 0) throw new Error(`In xx these texts can be read: ${found.join(' | ')}`);
  },
};

export default preview;
