import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env.PENSTOCK_URL ?? 'http://127.0.0.1:4300';

export default defineConfig({
  root: here('.'),
  plugins: [react()],
  resolve: { alias: { '@locales': here('../locales') } },
  build: {
    target: 'es2022',
    // No data: URLs: the content security policy allows own files only.
    assetsInlineLimit: 0,
    manifest: true,
    reportCompressedSize: false,
  },
  server: {
    host: '127.0.0.1',
    fs: { allow: [here('..')] },
    proxy: { '/trpc': server, '/api': server },
  },
});
