import { defineConfig } from 'i18next-cli';

export default defineConfig({
  locales: ['en', 'de'],
  extract: {
    input: ['web/src/**/*.{ts,tsx}'],
    ignore: ['**/*.test.*', '**/*.stories.tsx', '**/storybook/**', '**/testing/**', '**/*.gen.d.ts'],
    output: 'locales/{{language}}/{{namespace}}.json',
    defaultNS: 'common',
    primaryLanguage: 'en',
    removeUnusedKeys: false,
    sort: false,
    indentation: 2,
  },
  types: {
    input: ['locales/en/*.json'],
    output: 'web/src/i18n/i18next.gen.d.ts',
    resourcesFile: 'web/src/i18n/resources.gen.d.ts',
    enableSelector: true,
  },
});
