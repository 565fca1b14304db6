import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/svelte';
import { afterEach } from 'vitest';
import { forgetToasts } from '../src/components/toast/toasts.svelte';
import { forgetWay } from '../src/permohonan/jadwal/way';
import { loadPreferences } from '../src/preferences.svelte';
import { forgetDraft } from '../src/setup/draft';

// What should appear may take its time on a busy machine; what should not appear is never waited for.
configure({ asyncUtilTimeout: 5_000 });

// jsdom has no layout and no media; what the components ask of them is answered here.
Element.prototype.scrollIntoView = () => undefined;
// Where words stand in a drawing, axe looks on a canvas whether they are icons.
HTMLCanvasElement.prototype.getContext = () => null;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
globalThis.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  }) as MediaQueryList;

afterEach(() => {
  cleanup();
  forgetToasts();
  forgetDraft();
  forgetWay();
  void loadPreferences({ call: () => Promise.reject(new Error('no program')) });
});
