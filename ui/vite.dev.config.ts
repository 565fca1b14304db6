import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

// `npm run dev`: the views on a fake office, to look at while writing. Never part of the product:
// its root is the tests folder, which the production build does not read.
export default defineConfig({
  root: 'tests/preview',
  plugins: [svelte({ configFile: '../../svelte.config.js' })],
  server: { port: 5177, strictPort: true, fs: { allow: ['../..'] } },
});
