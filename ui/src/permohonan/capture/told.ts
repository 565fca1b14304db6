// What is said of a scan in more than one place.
import { scanner as words } from '../../text/scan';
import type { Scan } from './scan.svelte';

/** Pages of a stack that failed in its middle are safe, and are not to be scanned once more. */
export const unfinishedStack = ({ unfinished }: Scan): string[] =>
  unfinished ? [words.alreadyInBaki(unfinished.pages), words.onlyTheRest] : [];
