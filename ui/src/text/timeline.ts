/** The timeline of one case, from the log. */
export const timeline = {
  title: 'Riwayat permohonan',
  lead: 'Dari catatan kantor. Setiap baris tersegel dan tidak dapat diubah.',
  entry: (seq: number) => `Catatan ke-${seq}`,
  by: (actor: string, role: string) => `${actor}, ${role}`,
  emptyTitle: 'Belum ada catatan',
  emptyText: 'Catatan muncul begitu permohonan mulai dikerjakan.',
  openCase: 'Buka permohonan',
} as const;
