// Where in the desk the officer is. State, not an address: nothing of a case may outlive it in a history.

export type Place =
  | { name: 'home' }
  | { name: 'archive' }
  /** `from`: the page that was opened there, to stand again where it was left. */
  | { name: 'settings'; from?: 'perangkat' }
  | { name: 'perangkat' }
  | { name: 'guest' }
  | { name: 'baki' }
  | { name: 'agenda' }
  | { name: 'report' }
  /** `kiriman`: the one in the Baki that the officer came from. */
  | { name: 'case'; id: string; back: 'home' | 'archive' | 'baki' | 'agenda' | 'report'; kiriman?: string }
  | { name: 'timeline'; id: string; back: Place };
