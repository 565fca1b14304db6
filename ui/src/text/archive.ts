/** The archive: list and search over everything. */
export const archive = {
  title: 'Arsip',
  search: 'Cari nama, NPWP, NIK, atau nomor',
  placeholder: 'Nama usaha, nama orang, NPWP, NIK, nomor',
  hint: 'Nomor boleh diketik dengan atau tanpa titik. Panah bawah pindah ke daftar.',
  latest: 'Terbaru',
  found: (count: number) => `${count} ditemukan`,
  first: (shown: number, total: number) =>
    `${shown} dari ${total} ditampilkan. Ketik lebih lengkap untuk menyaring.`,
  emptyTitle: 'Arsip masih kosong',
  emptyText: 'Permohonan pertama muncul di sini setelah pelaku usaha diterima.',
  nothingTitle: 'Tidak ditemukan',
  nothingText: 'Periksa ejaan, atau ketik sebagian nama atau empat angka terakhir.',
  timeline: 'Riwayat',
  timelineOf: (company: string) => `Riwayat ${company}`,
  columns: {
    number: 'Nomor',
    name: 'Pelaku usaha',
    status: 'Status',
    npwp: 'NPWP',
    updated: 'Diperbarui',
    act: 'Riwayat',
  },
  clear: 'Kosongkan pencarian',
} as const;
