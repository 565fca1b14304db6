//! Papers: what the office hands out, as archival PDF. Same input, same bytes.
//!
//! Every text arrives formatted; nothing here reads a clock, a store or a print counter, so printing
//! a paper again gives the same file. The writer (printpdf) is named in `page`, `picture` and
//! `conform` only.
//!
//! | file | paper |
//! | --- | --- |
//! | `bukti` | Bukti Verifikasi: proof of verification |
//! | `berita_acara` | Berita Acara Hasil Verifikasi: the whole verification, for the archive |
//! | `tanda_terima` | Tanda Terima Berkas: receipt for what was handed in |
//! | `lembar_kekurangan` | Lembar Kekurangan: what is missing and what to bring |
//! | `surat_penolakan` | Surat Penolakan: why a permohonan was refused and what is still open |
//! | `surat_pemberitahuan` | Surat Pemberitahuan: a date passed, and what is still open |
//! | `lembar_pengalihan` | Lembar Pengalihan: where a permohonan belongs instead |
//! | `fotokopi` | Fotokopi: marked copies of cards at true size |
//! | `laporan` | Laporan: the figures of a day, month or year |
//! | `tiket_antrean` | Tiket Antrean: the number a guest waits with, never kept |
//! | `halaman_uji` | Halaman Uji: whether a printer keeps the true size, never kept |
//! | `lembar_pemulihan` | Lembar Pemulihan: the recovery words, printed and never kept |

mod berita_acara;
mod bukti;
mod changed_data;
mod conform;
mod fonts;
mod fotokopi;
mod halaman_uji;
mod icc;
mod jpeg;
mod laporan;
mod layout;
mod lembar_kekurangan;
mod lembar_pemulihan;
mod lembar_pengalihan;
mod letterhead;
mod page;
mod picture;
mod seen_documents;
mod signature;
mod surat_pemberitahuan;
mod surat_penolakan;
mod tanda_terima;
mod text;
mod tiket_antrean;
mod view;

#[cfg(test)]
mod tests;

pub use berita_acara::{
    BeritaAcara, ComparedValues, HeldSession, ShownPicture, TakenStep, render_berita_acara,
};
pub use bukti::{Bukti, ComparedRow, render_bukti};
pub use changed_data::{ChangedData, DataChanges};
pub use fotokopi::{CARD_HEIGHT_MM, CARD_WIDTH_MM, CopiedCard, Fotokopi, KeptFree, render_fotokopi};
pub use halaman_uji::{HalamanUji, render_halaman_uji};
pub use laporan::{Laporan, render_laporan};
pub use lembar_kekurangan::{Kekurangan, LembarKekurangan, render_lembar_kekurangan};
pub use lembar_pemulihan::{LembarPemulihan, render_lembar_pemulihan};
pub use lembar_pengalihan::{CheckedSyarat, LembarPengalihan, render_lembar_pengalihan};
pub use letterhead::Letterhead;
pub use picture::Pixels;
pub use seen_documents::SeenDocument;
pub use signature::Signer;
pub use surat_pemberitahuan::{SuratPemberitahuan, render_surat_pemberitahuan};
pub use surat_penolakan::{SuratPenolakan, render_surat_penolakan};
pub use tanda_terima::{HandedIn, TandaTerima, render_tanda_terima};
pub use tiket_antrean::{DrawnTicket, TicketPlace, TiketAntrean, render_tiket_antrean};
pub use view::{WIDEST, page_count, render_page, render_page_png};
