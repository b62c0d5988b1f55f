import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { switchLocale } from '../i18n/i18n.ts';
import { isLocale, locales } from '../i18n/locales.ts';
import { useDocumentTitle } from '../ui/page.tsx';
import { PenstockDrawing } from './penstock-drawing.tsx';
import classes from './welcome.module.css';

/** The page before there is a shell: words and a form on the left, the drawing on the right. */
export function Welcome({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  const { t, i18n } = useTranslation('common');
  const [language, setLanguage] = useState(i18n.language);
  useDocumentTitle(title);
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <div className={classes.words}>
          <h1 className={classes.title}>{title}</h1>
          <p className={classes.text}>{text}</p>
          {children}
        </div>
        <div className={classes.picture}>
          <PenstockDrawing />
        </div>
      </div>
      <SegmentedControl
        size="xs"
        className={classes.languages}
        aria-label={t(($) => $.userMenu.language)}
        value={language}
        onChange={(value) => {
          setLanguage(value);
          if (isLocale(value)) void switchLocale(value);
        }}
        data={locales.map((locale) => ({ value: locale, label: t(($) => $.locales[locale]) }))}
      />
      <div id="overlays" />
    </main>
  );
}
