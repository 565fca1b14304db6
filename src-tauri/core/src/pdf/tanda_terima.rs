//! Tanda Terima Berkas: receipt for what was handed in (procedure 2.2, no. 2).

use super::layout::{Column, Flow, Frame};
use super::letterhead::Letterhead;
use super::page::mm;
use super::signature::{Block, Signer};
use super::text::{Run, code, plain, strong};
use crate::error::Result;

#[derive(Clone, Debug, Default)]
pub struct TandaTerima {
    pub letterhead: Letterhead,
    pub number: String,
    /// "Senin, 23 November 2026, 09.05 WIB".
    pub date_line: String,
    /// Number of the Permohonan.
    pub permohonan: String,
    pub company: String,
    /// "Dewi Lestari Putri, penerima kuasa".
    pub bearer: String,
    pub items: Vec<HandedIn>,
    /// The officer who received the documents; the role reads "Penerima".
    pub received_by: Signer,
    /// First sentences of the foot.
    pub privacy_line: String,
}

/// One document of the list. Its pages are not printed: nobody counts them at the counter, and a picture
/// that is taken again is no second page.
#[derive(Clone, Debug, Default)]
pub struct HandedIn {
    pub name: String,
    pub original_shown: bool,
    pub copy_kept: bool,
    /// Still to come ("menyusul"); it was not handed in today.
    pub to_follow: bool,
}

pub fn render_tanda_terima(receipt: &TandaTerima) -> Result<Vec<u8>> {
    let mut flow = Flow::new(&Frame {
        name: "Tanda Terima Berkas",
        number: Some(&receipt.number),
        foot: &receipt.privacy_line,
        practice: receipt.letterhead.practice,
    })?;
    flow.letterhead(&receipt.letterhead)?;
    flow.heading("TANDA TERIMA BERKAS", &[plain("Nomor "), code(&receipt.number)]);
    flow.facts(&[
        ("Diterima", vec![plain(&receipt.date_line)]),
        ("Permohonan", vec![code(&receipt.permohonan)]),
        ("Pelaku usaha", vec![strong(&receipt.company)]),
        ("Yang menyerahkan", vec![plain(&receipt.bearer)]),
    ]);
    flow.space(mm(3.0));
    let columns = [
        Column::words("No.", 0.07),
        Column::words("Dokumen", 0.49),
        Column::words("Asli", 0.22),
        Column::words("Salinan", 0.22),
    ];
    let rows: Vec<_> = receipt.items.iter().enumerate().map(|(index, item)| cells(index, item)).collect();
    flow.table(&columns, &rows);
    flow.statement(
        false,
        "Bukan bukti persetujuan",
        "Lembar ini hanya menyatakan berkas yang diterima. Hasil verifikasi diberikan pada Bukti Verifikasi.",
    );
    let block = Block::new(&flow, &receipt.received_by);
    let height = block.height();
    let top = flow.at_bottom(height);
    block.draw(&mut flow, top + height);
    flow.finish()
}

fn cells(index: usize, item: &HandedIn) -> Vec<Vec<Run>> {
    let (original, copy) = match item {
        HandedIn { to_follow: true, .. } => ("Menyusul", "Menyusul"),
        HandedIn { original_shown, copy_kept, .. } => {
            (if *original_shown { "Ditunjukkan" } else { "–" }, if *copy_kept { "Disimpan" } else { "–" })
        }
    };
    vec![
        vec![plain((index + 1).to_string())],
        vec![plain(&item.name)],
        vec![plain(original)],
        vec![plain(copy)],
    ]
}
