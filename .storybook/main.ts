import type { StorybookConfig } from '@storybook/react-vite';
import { registryPlugin } from './registry-plugin.ts';

const config: StorybookConfig = {
  stories: ['../web/src/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: { name: '@storybook/react-vite', options: { builder: { viteConfigPath: 'web/vite.config.ts' } } },
  staticDirs: ['../web/public'],
  typescript: { reactDocgen: 'react-docgen' },
  // Nothing leaves this machine: no usage data, no question for a newer version.
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  viteFinal: (vite) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), registryPlugin()],
    build: { ...vite.build, manifest: false, reportCompressedSize: false, chunkSizeWarningLimit: 2000 },
  }),
};

export default config;
