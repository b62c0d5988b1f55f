import { MantineProvider } from '@mantine/core';
import { render } from '@testing-library/react';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { initReactI18next } from 'react-i18next';
import common from '../../../locales/en/common.json';
import errors from '../../../locales/en/errors.json';
import { AnnouncerProvider } from '../ui/announcer.tsx';
import { theme } from '../ui/theme/theme.ts';

await i18next.use(initReactI18next).init({
  lng: 'en',
  resources: { en: { common, errors } },
  defaultNS: 'common',
  interpolation: { escapeValue: false },
});

/** Renders inside what every screen has: the theme, English texts, the live region. */
export function renderUi(node: ReactNode) {
  return render(
    <MantineProvider env="test" theme={theme}>
      <AnnouncerProvider>{node}</AnnouncerProvider>
    </MantineProvider>,
  );
}
