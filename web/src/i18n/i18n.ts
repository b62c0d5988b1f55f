import i18next from 'i18next';
import resourcesToBackend from 'i18next-resources-to-backend';
import { initReactI18next } from 'react-i18next';
import { isLocale, type Locale, localeKey, type namespaces, startLocale } from './locales.ts';

// One chunk for each locale and namespace: a page loads what it shows.
const files = import.meta.glob<{ default: Record<string, unknown> }>('@locales/*/*.json');

async function load(locale: string, namespace: string): Promise<Record<string, unknown>> {
  const file = Object.entries(files).find(([path]) => path.endsWith(`/locales/${locale}/${namespace}.json`));
  return file === undefined ? {} : (await file[1]()).default;
}

function chosenLocale(): string | null {
  try {
    return localStorage.getItem(localeKey);
  } catch {
    return null;
  }
}

export async function startI18n(): Promise<void> {
  await i18next
    .use(resourcesToBackend(load))
    .use(initReactI18next)
    .init({
      lng: startLocale(chosenLocale(), navigator.languages),
      fallbackLng: 'en',
      ns: ['common', 'errors'],
      defaultNS: 'common',
      load: 'languageOnly',
      returnEmptyString: false,
      interpolation: { escapeValue: false },
    });
  applyToDocument();
  i18next.on('languageChanged', applyToDocument);
}

export async function switchLocale(locale: Locale): Promise<void> {
  try {
    localStorage.setItem(localeKey, locale);
  } catch {
    // storage may be blocked: the choice lasts as long as the page
  }
  await i18next.changeLanguage(locale);
}

/** Fetches the texts of a page while its code is on the way, so that it does not wait for them twice. */
export async function loadTexts(...wanted: (typeof namespaces)[number][]): Promise<void> {
  await i18next.loadNamespaces(wanted);
}

export function currentLocale(): Locale {
  return isLocale(i18next.language) ? i18next.language : 'en';
}

function applyToDocument(): void {
  const locale = currentLocale();
  document.documentElement.lang = locale === 'xx' || locale === 'yy' ? 'en' : locale;
}
