// Which part of the diary is looked at.

export type AgendaShown = {
  view: 'week' | 'day';
  /** ISO day; null is today, or the week of today. */
  from: string | null;
};
