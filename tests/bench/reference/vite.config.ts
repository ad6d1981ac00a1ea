import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixConfig from '../../../remix.config.js';

// The options of the app itself; only the folders differ.
export default defineConfig({
  plugins: [
    remix({
      ...remixConfig,
      appDirectory: 'tests/bench/reference/app',
      buildDirectory: 'build/bench-reference',
    }),
  ],
  publicDir: false,
  build: { sourcemap: false, target: 'es2022' },
});
