// What the officer reads while taking a picture of a document.
export const capture = {
  title: (document: string) => `Ambil gambar ${document}`,
  place: (company: string, index: number, total: number) => `${company} · dokumen ${index} dari ${total}`,
  unnamed: 'Pelaku usaha',
  sources: { kamera: 'Kamera', pemindai: 'Pemindai', berkas: 'Berkas foto', tempel: 'Tempel' },
  sourcesLabel: 'Sumber gambar',
  shutter: 'Potret',
  shutterHint: 'potret sekarang',
  rotate: 'Putar',
  camera: 'Kamera yang dipakai',
  cameraNumber: (index: number) => `Kamera ${index}`,
  starting: 'Menyalakan kamera…',
  saving: 'Menyimpan…',
  collected: 'Terkumpul',
  notTaken: 'Belum diambil',
  savedAt: (time: string) => `Tersimpan ${time}`,
  pictureNumber: (document: string, index: number) => `${document}, gambar ${index}`,
  noPicture: 'Tanpa gambar: KTP digital dilihat di ponsel pemilik.',
  dropHere: 'Lepaskan gambar di sini',
  dropHint: 'Gambar juga dapat diseret ke layar ini.',
  othersLeft: (count: number) =>
    `${count} berkas lain tidak diambil. Satu gambar untuk satu dokumen; seret berkas lainnya ke Baki.`,
  pasteHint: 'Salin gambar di program lain, lalu tekan Ctrl+V.',
  pasteEmpty: 'Papan klip tidak berisi gambar. Salin gambarnya, lalu tekan Ctrl+V.',
  fileHint: 'Pilih JPEG, PNG, TIFF, WebP, atau BMP, paling besar 50 MB.',
  fileAct: 'Pilih berkas foto…',
  pasteAct: 'Tempel gambar',
  advice: 'Letakkan kartu rata di tempat terang. Isi layar dengan kartu.',
  back: 'Kembali ke permohonan',
  withoutPicture: 'Tanpa gambar, KTP digital dilihat',
  frame: 'Gambar langsung dari kamera',
};

export const after = {
  question: (document: string) => `Apakah ${document} yang ditunjukkan asli?`,
  first: (ikd: boolean) => `Jawab lebih dulu: ${ikd ? 'asli, salinan, atau IKD' : 'asli atau salinan'}.`,
  copyNote: 'Salinan saja belum cukup. Asli tetap harus ditunjukkan sebelum dinyatakan sesuai.',
  retake: 'Ulangi',
  next: (document: string) => `Lanjut ke ${document}`,
  done: 'Selesai',
  straighten: 'Luruskan kartu',
  straightenHint: 'Seret empat sudut ke tepi kartu, atau pakai Tab dan tombol panah.',
  noCrop: 'Pakai seluruh gambar',
  cropSave: 'Simpan potongan',
  wholeLeftOut: 'Kartu ini tidak ikut dalam Fotokopi.',
  wholeLeftOutTodo: 'Seret keempat sudut ke tepi kartu, atau lanjutkan tanpa Fotokopi kartu ini.',
  markTitle: (label: string) => `Tandai keempat sudut ${label}`,
};

export const corners = {
  names: ['Sudut kiri atas', 'Sudut kanan atas', 'Sudut kanan bawah', 'Sudut kiri bawah'],
  position: (x: number, y: number) => `kolom ${x}, baris ${y}`,
  loupe: 'Perbesaran sudut',
  help: 'Panah menggeser 1 piksel, Shift+panah 10 piksel.',
};

/** One sentence says what happened, the next what to do. */
export const cameraTrouble = {
  refused: {
    what: 'Izin kamera ditolak.',
    todo: 'Izinkan kamera di pengaturan sistem, atau pakai cara lain di bawah.',
  },
  missing: { what: 'Kamera tidak terhubung.', todo: 'Pasang kabelnya, atau pakai cara lain di bawah.' },
  busy: {
    what: 'Kamera dipakai aplikasi lain.',
    todo: 'Tutup aplikasi video itu, lalu coba lagi, atau pakai cara lain di bawah.',
  },
  unsuitable: {
    what: 'Kamera terhubung, tetapi tidak memberi gambar.',
    todo: 'Cabut kabelnya, pasang lagi, lalu coba lagi, atau pakai cara lain di bawah.',
  },
  unplugged: {
    what: 'Kamera terlepas.',
    todo: 'Pasang lagi kabelnya. Bila gambar tidak kembali sendiri, coba lagi.',
  },
  unsupported: {
    what: 'Jendela ini tidak dapat memakai kamera.',
    todo: 'Pakai cara lain di bawah.',
  },
};

export const trouble = {
  retry: 'Coba lagi',
  openFile: 'Buka berkas foto',
  paste: 'Tempel gambar',
  onlyNumbers: 'Catat tanpa gambar',
  kept: 'Gambar yang sudah ada tetap tersimpan.',
  notImage: 'Ini bukan gambar. Pakai JPEG, PNG, TIFF, WebP, atau BMP.',
  tooLarge: 'Gambar lebih dari 50 MB. Pilih foto yang lebih kecil.',
  unreadable: 'Gambar itu tidak dapat dibaca. Pasang lagi diskanya, lalu pilih ulang.',
  waiting: 'Gambar terakhir belum tersimpan dan masih menunggu di layar ini.',
};
