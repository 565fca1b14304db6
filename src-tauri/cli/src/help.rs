//! Help in Indonesian, one page per command.

use crate::arguments::HelpPage;

const ALL: &str = "\
loket-cli - Loket dari baris perintah, tanpa jendela.

Pemakaian:
  loket-cli demo --keluar DIR        membuat kantor latihan dan kertasnya
  loket-cli periksa-arsip KANTOR     memeriksa keutuhan satu kantor
  loket-cli nilai DAFTAR             menilai daftar nomor, nama, dan kontak
  loket-cli baca-surel BERKAS...     memeriksa isi surel dan lampirannya
  loket-cli halaman BERKAS...        mengambil halaman PDF, TIFF, dan gambar
  loket-cli perangkat                menyebut pemindai, printer, dan kamera yang ditemukan
  loket-cli pindai ALAMAT            memindai ke berkas, tanpa kantor
  loket-cli bantuan [PERINTAH]       menampilkan bantuan
  loket-cli --versi                  menampilkan versi

Lingkungan:
  LOKET_SANDI      kata sandi petugas
  LOKET_PENGGUNA   nama pengguna petugas

Kode keluar:
  0   berhasil, arsip utuh
  1   gagal, atau ada temuan
  2   perintah tidak dipahami
";

const DEMO: &str = "\
loket-cli demo - satu permohonan latihan dari kedatangan sampai bukti.

Pemakaian:
  loket-cli demo --keluar DIR

Perintah ini membuat kantor latihan di DIR/kantor. Kartunya digambar dan orangnya rekaan.
Satu pelaku usaha diverifikasi tatap muka dengan langkah yang sama seperti di meja.
Kertasnya ditulis ke DIR sebagai PDF, dan alamatnya dicetak satu per baris.
DIR/kantor yang sudah ada tidak disentuh.

Lingkungan:
  LOKET_SANDI   kata sandi kantor latihan; bila kosong dipakai `latihan`

Nama pengguna petugasnya `ratna`.
";

const PERIKSA_ARSIP: &str = "\
loket-cli periksa-arsip - memeriksa keutuhan satu kantor.

Pemakaian:
  loket-cli periksa-arsip KANTOR [--pengguna NAMA]

Yang diperiksa: rantai catatan, isi tabel terhadap catatan, urutan nomor kertas,
halaman basis data, dan setiap berkas tersegel yang dibuka lalu dihitung ulang.
Gambar dibuka hanya bila peran petugas mengizinkan; selain itu dicocokkan dengan namanya.
Pemeriksaan tidak menambah catatan. Tutup Loket di kantor ini lebih dulu.

Nama pengguna diambil dari --pengguna, lalu dari LOKET_PENGGUNA, atau ditanyakan.
Tanpa terminal dipakai `ratna`, petugas kantor latihan.
Kata sandi diambil dari LOKET_SANDI, atau ditanyakan tanpa ditampilkan.

Kode keluar 1 bila ada temuan atau kantor tidak dapat dibuka.
";

const NILAI: &str = "\
loket-cli nilai - menilai daftar nomor, nama, dan kontak dengan aturan meja.

Pemakaian:
  loket-cli nilai DAFTAR [--json] [--hari-ini TTTT-BB-HH]

DAFTAR berisi satu isian per baris, kolomnya dipisahkan tab: jenis, nilai, dan pembandingnya bila ada.
Tanda - berarti masukan standar. Baris kosong dan baris yang diawali # dilewati.
Jenis: nik, npwp, nitku, nama, usaha, alamat, tanggal, telepon, surel, kodepos.

Satu baris dijawab satu baris: nomor baris, jenis, hasil, aturan, kalimat.
  Satu nilai   OK, INFO, PERINGATAN, atau GALAT
  Dua nilai    SAMA, SETARA, MIRIP, atau BEDA; nilai yang GALAT selalu BEDA
Bila beberapa aturan berbicara, yang disebut ialah yang menentukan hasil; kalimatnya lengkap.
Baris yang tidak dapat dinilai ditandai TIDAK DINILAI, dan baris lain tetap dinilai.

Pilihan:
  --json       satu objek per baris: baris, jenis, hasil, aturan, kalimat;
               baris yang tidak dapat dinilai: baris, kesalahan
  --hari-ini   tanggal untuk menghitung usia; bila kosong dipakai tanggal komputer

Kode keluar 1 bila ada baris yang tidak dapat dinilai atau daftar tidak dapat dibaca.
";

const BACA_SUREL: &str = "\
loket-cli baca-surel - memeriksa isi surel dan lampirannya, tanpa kantor.

Pemakaian:
  loket-cli baca-surel BERKAS... [--json] [--keluar DIR]

BERKAS ialah surel (.eml) atau lampiran lepas: JPEG, PNG, TIFF, WebP, BMP, PDF, atau zip berisi itu.
Jenis dikenali dari isinya, bukan dari namanya. Berkas asli tidak diubah.

Yang dijawab untuk tiap berkas: pengirim, tanggal, perihal, halaman yang dapat dipakai
beserta jenis, lebar, tinggi, dan ukurannya, lalu lampiran yang ditolak beserta sebabnya.
Halaman PDF yang berisi satu foto JPEG diambil apa adanya; halaman lain digambar pada 300 titik per inci.
TIFF bersusun dipisah menjadi satu PNG per halaman.

Pilihan:
  --json       satu objek per berkas: berkas, pengirim, nama_pengirim, tanggal, perihal, halaman, ditolak;
               berkas yang tidak terbaca: berkas, kode, kesalahan
  --keluar     menulis tiap halaman ke DIR; berkas yang sudah ada tidak ditimpa

Kode keluar 1 bila ada berkas yang tidak terbaca. Lampiran yang ditolak bukan kegagalan.
";

const HALAMAN: &str = "\
loket-cli halaman - halaman PDF, TIFF, dan gambar seperti yang akan diambil Loket.

Pemakaian:
  loket-cli halaman BERKAS... --keluar DIR

Tiap halaman ditulis ke DIR sebagai NN-HHH: NN urutan berkas, HHH urutan halaman.
Halaman PDF yang hanya satu foto diambil seperti aslinya, halaman lain digambar pada 300 dpi.
Berkas yang sudah ada tidak ditimpa. Berkas yang ditolak disebut beserta sebabnya, dan berkas lain tetap diambil.

Pilihan:
  --keluar   folder tujuan; dibuat bila belum ada

Kode keluar 1 bila ada berkas yang tidak diambil seluruhnya.
";

const PERANGKAT: &str = "\
loket-cli perangkat - menyebut pemindai, printer, dan kamera yang ditemukan, dan keadaannya.

Pemakaian:
  loket-cli perangkat [--json] [--lokal]

Yang dijawab untuk tiap pemindai: nama, alamat, sumber, ragam warna, resolusi, dan lebar serta tinggi kacanya.
Perangkat yang tidak menjawab atau terhalang disebut beserta sebabnya.

Pilihan:
  --json   satu objek per perangkat, masing-masing dengan jenis (pemindai, printer, kamera), keadaan
           (siap, bermasalah), dan nama; yang bermasalah juga kendala dan kesalahan; sejenis yang
           tidak dapat didaftar sama sekali: satu objek tanpa nama;
           pemindai: alamat, pengenal, sumber, ragam, dpi, kaca_mm, sertifikat; printer: bawaan
  --lokal  hanya yang tersambung ke komputer ini; jaringan tidak ditanya

Kode keluar 1 bila ada perangkat yang bermasalah.
";

const PINDAI: &str = "\
loket-cli pindai - memindai ke berkas, tanpa kantor.

Pemakaian:
  loket-cli pindai ALAMAT|PENGENAL|NAMA --keluar DIR [--dpi N] [--umpan] [--abu]

ALAMAT, PENGENAL, dan NAMA ialah yang disebut loket-cli perangkat; pemindai di jaringan juga
dikenal dari alamatnya, misalnya http://192.168.1.20/eSCL. Tiap halaman ditulis sebagai PNG:
halaman-001.png dan seterusnya. Berkas yang sudah ada tidak ditimpa.

Pilihan:
  --keluar   folder tujuan; dibuat bila belum ada
  --dpi      titik per inci, 150 sampai 600; bila kosong 300
  --umpan    dari pengumpan kertas sampai habis; bila kosong dari kaca
  --abu      abu-abu; bila kosong berwarna

Kode keluar 1 bila pemindaian tidak selesai. Halaman yang sudah masuk tetap ditulis.
";

pub(crate) fn text(page: HelpPage) -> &'static str {
    match page {
        HelpPage::All => ALL,
        HelpPage::Demo => DEMO,
        HelpPage::PeriksaArsip => PERIKSA_ARSIP,
        HelpPage::Nilai => NILAI,
        HelpPage::BacaSurel => BACA_SUREL,
        HelpPage::Halaman => HALAMAN,
        HelpPage::Perangkat => PERANGKAT,
        HelpPage::Pindai => PINDAI,
    }
}
