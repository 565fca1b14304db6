// Pictures that come from outside: dropped files and the clipboard.

/** The program refuses more; said here already, so that nobody waits for the copying. */
export const MAX_BYTES = 50 * 1024 * 1024;

const NAMES = /\.(?:jpe?g|png|tiff?|webp|bmp)$/i;

export type Refused = 'notImage' | 'tooLarge';

/** Whether a file may be handed over. What it really is, the program finds out from its bytes. */
export function refusal(file: Blob): Refused | null {
  const name = file instanceof File ? file.name : '';
  if (!file.type.startsWith('image/') && !NAMES.test(name)) return 'notImage';
  return file.size > MAX_BYTES ? 'tooLarge' : null;
}

/** The first image of a paste event. */
export function pastedImage(data: DataTransfer | null): File | null {
  return [...(data?.files ?? [])].find((file) => file.type.startsWith('image/')) ?? null;
}

/** The image on the clipboard, where the WebView lets a button read it. */
export async function clipboardImage(): Promise<Blob | null> {
  try {
    for (const item of await navigator.clipboard.read()) {
      const type = item.types.find((each) => each.startsWith('image/'));
      if (type) return await item.getType(type);
    }
  } catch {
    // Refused or not supported: Ctrl+V still works, and the sentence on the screen says so.
  }
  return null;
}

/** Formats that the WebView itself can show; the others are shown as the program gives them back. */
export function shownByWebview(file: Blob): boolean {
  return ['image/jpeg', 'image/png', 'image/webp', 'image/bmp'].includes(file.type);
}
