import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { findChromium } from '../scripts/find-chromium.mjs';
import viteConfig from '../web/vite.config.ts';

const chromium = findChromium();
const schemes = ['light', 'dark'];

/** Every story is opened in two browsers, one that prefers light and one that prefers dark. */
export default mergeConfig(
  viteConfig,
  defineConfig({
    // What stories load, even later, is bundled before the first one: nothing reloads in the middle of a run.
    optimizeDeps: { entries: ['web/src/**/*.stories.tsx', 'web/src/storybook/preview.tsx'] },
    plugins: [storybookTest({ configDir: fileURLToPath(new URL('.', import.meta.url)) })],
    test: {
      name: 'stories',
      isolate: false,
      browser: {
        enabled: true,
        headless: true,
        instances: schemes.map((colorScheme) => ({
          browser: 'chromium',
          name: `stories:${colorScheme}`,
          provider: playwright({
            contextOptions: { colorScheme, reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC' },
            launchOptions: {
              ...(chromium === undefined ? {} : { executablePath: chromium }),
              args: [
                '--no-sandbox',
                '--disable-gpu',
                '--disable-quic',
                '--no-first-run',
                '--disable-background-networking',
                '--disable-component-update',
                '--disable-sync',
              ],
            },
          }),
        })),
      },
    },
  }),
);
