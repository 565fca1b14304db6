// What the officer reads while following whether SIKAP is filled, and where calls are written down.
import type { Confirmation, ContactMethod, ContactPurpose } from '../bindings';

export const contact = {
  title: 'Hubungi pelaku usaha',
  phones: { hp: 'Nomor HP', attendee: 'Nomor HP yang hadir', telepon: 'Telepon kantor' },
  noPhone: 'Nomor telepon belum tercatat.',
  begin: 'Mulai hubungi',
  beginAgain: 'Mulai lagi',
  since: (clock: string) => `Dihubungi sejak ${clock}`,
  method: 'Cara menghubungi',
  methods: {
    telepon: 'Telepon',
    whatsapp: 'WhatsApp',
    surel: 'Surel',
    langsung: 'Tatap muka',
  } satisfies Record<ContactMethod, string>,
  reached: 'Terhubung?',
  yes: 'Ya',
  no: 'Tidak',
  reachedEmpty: 'Pilih terhubung atau tidak lebih dulu.',
  note: 'Catatan',
  save: 'Simpan catatan',
  saved: 'Catatan tersimpan.',
  log: 'Riwayat kontak',
  none: 'Belum pernah dihubungi.',
  purposes: { jadwal: 'jadwal', sikap: 'SIKAP', pengingat: 'pengingat', lainnya: 'lainnya' } satisfies Record<
    ContactPurpose,
    string
  >,
  wasReached: 'terhubung',
  notReached: 'tidak terhubung',
  by: (name: string) => `dicatat oleh ${name}`,
};

export const sikap = {
  due: (date: string) => `Hubungi pelaku usaha tentang SIKAP paling lambat ${date}.`,
  filled: 'SIKAP sudah terisi…',
  filledTitle: 'SIKAP sudah terisi',
  filledLead: 'Permohonan selesai. Pilih cara Anda memastikannya.',
  confirmation: 'Dipastikan lewat',
  confirmations: {
    telepon: 'Telepon',
    surel: 'Surel',
    tangkapan_layar: 'Tangkapan layar SIKAP',
  } satisfies Record<Confirmation, string>,
  confirmationEmpty: 'Pilih cara memastikannya lebih dulu.',
  filledAct: 'Tutup, SIKAP terisi',
  unfilled: 'Tutup, belum terisi…',
  unfilledTitle: 'Tutup, SIKAP belum terisi',
  unfilledLead: 'Pemantauan berhenti di sini. Catatan kontak tetap disimpan.',
  unfilledAct: 'Tutup pemantauan',
  unfilledReasons: ['Pelaku usaha tidak dapat dihubungi', 'Pelaku usaha belum akan mengisi'],
  tooEarly: (labels: string) => `Belum dapat ditutup. ${labels}.`,
};

export const sikapProof = {
  title: 'Bukti SIKAP terisi',
  lead: 'Simpan gambar halaman SIKAP yang terisi, bila Anda memastikannya dari sana.',
  screen: 'Tangkap layar…',
  paste: 'Tempel',
  file: 'Pilih berkas…',
  filled: 'SIKAP terisi',
  kept: (count: number, date: string) => `${count} gambar tersimpan, terakhir ${date}.`,
  choose: 'Pilih jendela yang menunjukkan SIKAP',
};

export const followUp = {
  title: 'Yang disampaikan',
  days: (days: string[]) => `Tindak lanjut: ${days.join(', ')}.`,
  script: 'Lewat telepon',
  message: 'Teks pesan',
  copy: 'Salin teks pesan',
  copied: 'Teks disalin.',
  notCopied: 'Teks belum tersalin. Tekan Ctrl+C.',
  letter: 'Terbitkan surat',
  reminder: (days: number) => `Sudah ${days} hari sejak berkas diterima.`,
  reminderTodo: 'Ingatkan pelaku usaha sebelum batas verifikasi lewat, lalu catat di sini.',
  show: 'Lihat teks',
  hide: 'Tutup teks',
};
