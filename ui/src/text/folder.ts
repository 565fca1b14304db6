/** Settings of the folder into which an office's scanner writes. */
export const hotFolder = {
  title: 'Folder pindai',
  isOn: 'Menyala',
  isOff: 'Mati',
  lead: 'Untuk pemindai yang menyimpan ke folder. Selama petugas penerima di meja, Loket mengambil berkasnya ke Baki.',
  choose: 'Pilih folder…',
  change: 'Ganti folder…',
  path: 'Folder',
  newPath: 'Folder yang dipilih',
  filesInIt: (files: number) => `Di folder ini sudah ada ${files} berkas.`,
  thenDeleted: 'Loket akan mengambil semua yang terbaca ke Baki, lalu menghapusnya dari folder.',
  thenMoved:
    'Loket akan mengambil semua yang terbaca ke Baki, lalu memindahkannya ke subfolder “Sudah diambil”.',
  keep: 'Simpan berkas asal',
  keepHint:
    'Berkas yang sudah diambil dipindahkan ke subfolder “Sudah diambil”, bukan dihapus. Kartu identitas orang lain tetap dapat dibaca di sana.',
  kept: 'Berkas asal akan disimpan.',
  notKept: 'Berkas asal akan dihapus setelah diambil.',
  turnOn: 'Nyalakan',
  use: 'Pakai folder ini',
  cancel: 'Batal',
  turnedOn: 'Folder pindai menyala.',
  changed: 'Folder pindai diganti.',
  turnOff: 'Matikan…',
  turnedOff: 'Folder pindai dimatikan.',
  sure: {
    title: 'Matikan folder pindai',
    lead: 'Berkas di folder itu tidak diambil lagi. Yang sudah masuk Baki tetap ada.',
    act: 'Matikan',
  },
} as const;
