// Where in the desk the officer is. State, not an address: nothing of a case may outlive it in a history.

export type Place =
  | { name: 'beranda' }
  | { name: 'arsip' }
  | { name: 'setelan' }
  | { name: 'tamu' }
  | { name: 'kasus'; id: string; back: 'beranda' | 'arsip' }
  | { name: 'riwayat'; id: string; back: Place };
