import i18next from 'i18next';
import { startI18n } from '../i18n/i18n.ts';
import { isLocale, namespaces } from '../i18n/locales.ts';

let started: Promise<void> | undefined;

/** All texts of a language are there before a story is drawn: nothing is shown twice, and tests wait for nothing. */
export async function showTexts(wanted: unknown): Promise<void> {
  started ??= startI18n();
  await started;
  await i18next.changeLanguage(isLocale(wanted) ? wanted : 'en');
  await i18next.loadNamespaces(namespaces);
}
