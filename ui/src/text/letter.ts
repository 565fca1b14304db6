// What is read on any letter that a vendor brings.
export const letter = {
  nomor: 'Nomor',
  tanggal: 'Tanggal',
  tanggalHint: 'Seperti 23-11-2026.',
  kop: 'Berkop',
  meterai: 'Bermeterai',
  tanda_tangan: 'Ditandatangani',
  cap: 'Bercap perusahaan',
  yes: 'Ya',
  no: 'Tidak',
};
