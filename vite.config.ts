import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';
import remixConfig from './remix.config.js';

/** On the server the lower floors are loaded as they stand, so that there is one pool and one cache. */
const lowerFloors: Plugin = {
  name: 'lower-floors',
  enforce: 'pre',
  resolveId(id, _importer, { ssr }) {
    return ssr && /^#(db|assessments|emails)\//.test(id) ? { id, external: true } : null;
  },
};

export default defineConfig({
  plugins: [lowerFloors, tailwindcss(), remix(remixConfig)],
  build: { sourcemap: false, target: 'es2022' },
});
