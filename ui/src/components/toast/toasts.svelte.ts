// Short news that needs no answer, one at a time; the last ones stay readable under Ctrl+J.
// An error is never a toast: it stands where the work is. No name or number may stand in one.

export type Toast = { id: number; text: string; at: string };

const KEPT = 20;
let nextId = 0;
const toasts = $state<{ shown: Toast | null; past: Toast[] }>({ shown: null, past: [] });

export function showToast(text: string, now: Date = new Date()): void {
  const toast = { id: nextId++, text, at: now.toISOString() };
  toasts.shown = toast;
  toasts.past = [toast, ...toasts.past].slice(0, KEPT);
}

export function dismissToast(): void {
  toasts.shown = null;
}

/** At lock: what was said to one officer is not for the next. */
export function forgetToasts(): void {
  toasts.shown = null;
  toasts.past = [];
}

export function shownToast(): Toast | null {
  return toasts.shown;
}

export function pastToasts(): Toast[] {
  return toasts.past;
}
