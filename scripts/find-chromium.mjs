import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { at } from './workspace.mjs';

export const HOW_TO_GET_CHROMIUM =
  'There is no Chromium: run "apt-get install chromium" or "npx playwright install chromium", or set CHROMIUM_PATH.';

/** CHROMIUM_PATH, the system's, or the one that Playwright brought; undefined where there is none. */
export function findChromium() {
  const candidates = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    playwrightChromium(),
  ];
  return candidates.find((file) => file !== undefined && file !== '' && existsSync(file));
}

function playwrightChromium() {
  try {
    return createRequire(at('e2e', 'package.json'))('@playwright/test').chromium.executablePath();
  } catch {
    return undefined;
  }
}
