// How a kiriman is named and dated wherever it stands.
import type { KirimanView } from '../bindings';
import { formatClock, formatDate, formatShortDate, formatTime, type Zone } from '../format';
import { baki as words, kiriman as kirimanWords } from '../text/baki';

export const whoSent = (kiriman: KirimanView): string =>
  kiriman.sender_name || kiriman.sender || kiriman.file_name;

/** Paper that lay on a scanner of the office, whichever way it came from there. */
export const isScanned = ({ source }: KirimanView): boolean =>
  source === 'pemindai' || source === 'folder_pindai';

export function whatAbout(kiriman: KirimanView): string {
  if (kiriman.subject) return kiriman.subject;
  if (kiriman.source === 'pemindai') return kirimanWords.scanned;
  if (kiriman.source === 'folder_pindai') return kirimanWords.fromFolder;
  return kiriman.is_request || kiriman.sender ? kirimanWords.subjectNone : kirimanWords.loose;
}

/** "23 Nov 07.41", when it was sent or else when it came. */
export function whenShort(kiriman: KirimanView, zone: Zone): string {
  const at = kiriman.sent_at ?? kiriman.received_at;
  const when = `${formatShortDate(at, zone)} ${formatTime(at, zone)}`;
  return kiriman.sent_at ? words.sent(when) : words.received(when);
}

/** "23 November 2026, 07.41 WIB" */
export const whenFull = (iso: string, zone: Zone): string =>
  `${formatDate(iso, zone)}, ${formatClock(iso, zone)}`;

export const waitingPages = (kiriman: KirimanView) => kiriman.pages.filter((page) => page.given === null);
