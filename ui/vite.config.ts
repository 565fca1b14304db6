import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

// The page is served from inside the program, under a content security policy without inline code:
// relative addresses, no inlined assets, no module-preload script in the page.
export default defineConfig({
  base: './',
  plugins: [svelte()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    // One file, read from the program itself: nothing is gained by parting it.
    chunkSizeWarningLimit: 1000,
    // WebKitGTK 2.44 and WebView2 of the same year: both know light-dark(), so nothing is rewritten.
    target: ['es2022', 'safari17.5', 'chrome123'],
  },
});
