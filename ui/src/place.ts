// Where in the desk the officer is. State, not an address: nothing of a case may outlive it in a history.

export type Place =
  | { name: 'home' }
  | { name: 'archive' }
  | { name: 'settings' }
  | { name: 'guest' }
  | { name: 'case'; id: string; back: 'home' | 'archive' }
  | { name: 'timeline'; id: string; back: Place };
