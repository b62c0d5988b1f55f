import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, makeFormat } from './format.ts';
import { formatTag, isLocale } from './locales.ts';

/** Dates and numbers in the language of the reader; the formatters are made once for each language. */
export function useFormat(): Format {
  const { t, i18n } = useTranslation('common');
  const language = isLocale(i18n.language) ? i18n.language : 'en';
  return useMemo(() => {
    const texts = {
      unit: (unit, value, count) => t(($) => $.units[unit], { value, count }),
      relative: (direction, time) => t(($) => $.relative[direction], { time }),
    } satisfies Parameters<typeof makeFormat>[1];
    const wordless = language === 'xx' || language === 'yy';
    return makeFormat(formatTag(language, navigator.languages), texts, wordless);
  }, [language, t]);
}
