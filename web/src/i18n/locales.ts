/** Every locale of the product; xx and yy are for testing: accented and longer, and every letter y. */
export const locales = ['en', 'de', 'xx', 'yy'] as const;
export type Locale = (typeof locales)[number];

export const namespaces = [
  'common',
  'auth',
  'workflows',
  'runs',
  'records',
  'data',
  'errors',
  'actions',
  'events',
  'designer',
  'canvas',
  'palette',
  'inspector',
  'forms',
  'expressions',
  'steps',
] as const;

export const localeKey = 'penstock.locale';

export function isLocale(value: unknown): value is Locale {
  return (locales as readonly unknown[]).includes(value);
}

/** What was chosen, else the first language of the browser that we speak, else English. */
export function startLocale(chosen: string | null, browser: readonly string[]): Locale {
  if (isLocale(chosen)) return chosen;
  const spoken = browser.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'en' || tag === 'de');
  return isLocale(spoken) ? spoken : 'en';
}

/** The tag for dates and numbers: the browser's own regional form where it is the same language, English for the test locales. */
export function formatTag(locale: Locale, browser: readonly string[]): string {
  const language = locale === 'xx' || locale === 'yy' ? 'en' : locale;
  return browser.find((tag) => tag.toLowerCase().startsWith(language)) ?? language;
}
