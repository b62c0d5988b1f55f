import { defineConfig } from 'vitest/config';

const crashTests = 'server/src/**/*.crash.test.ts';
const pureTests = 'server/src/{kernel,language}/**/*.test.ts';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'pure', include: [pureTests] } },
      {
        test: {
          name: 'server',
          include: ['server/src/**/*.test.ts'],
          exclude: [pureTests, crashTests],
          globalSetup: ['server/src/testing/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 10_000 } },
        },
      },
      {
        test: {
          name: 'crash',
          include: [crashTests],
          globalSetup: ['server/src/testing/global-setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 30_000 } },
          fileParallelism: false,
        },
      },
      'web/vitest.config.{ts,mts}',
      '.storybook/vitest.config.mjs',
    ],
  },
});
