//! Surat Penolakan: why a permohonan was refused, and what is still open to the vendor (procedure 2.2, no. 6).

use super::layout::{Flow, Frame};
use super::letterhead::Letterhead;
use super::page::mm;
use super::signature::{Block, Signer};
use super::text::{code, plain, strong};
use crate::error::Result;

#[derive(Clone, Debug, Default)]
pub struct SuratPenolakan {
    pub letterhead: Letterhead,
    pub number: String,
    /// "Senin, 23 November 2026, 09.40 WIB".
    pub date_line: String,
    /// Number of the Permohonan.
    pub permohonan: String,
    pub company: String,
    /// Empty where the form has none yet.
    pub npwp_masked: String,
    pub attendee: String,
    /// Reason code of procedure 2.3: "X01".
    pub code: String,
    /// "Pelaku usaha tercantum dalam daftar hitam."
    pub reason: String,
    /// What the officer found, in own words.
    pub finding: String,
    /// The regulation on which the refusal rests, and the date of a list that was consulted.
    pub ground: String,
    /// "Ajukan lagi setelah masa sanksi berakhir."
    pub still_open: String,
    /// Where and how to object.
    pub complaint: String,
    pub signer: Signer,
    /// First sentences of the foot.
    pub privacy_line: String,
}

pub fn render_surat_penolakan(letter: &SuratPenolakan) -> Result<Vec<u8>> {
    let mut flow = Flow::new(&Frame {
        name: "Surat Penolakan",
        number: Some(&letter.number),
        foot: &letter.privacy_line,
        practice: letter.letterhead.practice,
    })?;
    flow.letterhead(&letter.letterhead)?;
    flow.heading("SURAT PENOLAKAN", &[plain("Nomor "), code(&letter.number)]);
    let mut facts = vec![
        ("Tanggal", vec![plain(&letter.date_line)]),
        ("Permohonan", vec![code(&letter.permohonan)]),
        ("Pelaku usaha", vec![strong(&letter.company)]),
    ];
    if !letter.npwp_masked.is_empty() {
        facts.push(("NPWP", vec![code(&letter.npwp_masked)]));
    }
    facts.push(("Yang hadir", vec![plain(&letter.attendee)]));
    facts.push(("Alasan", vec![code(&letter.code), plain(" "), strong(&letter.reason)]));
    facts.push(("Uraian", vec![plain(&letter.finding)]));
    facts.push(("Dasar", vec![plain(&letter.ground)]));
    flow.facts(&facts);
    flow.space(mm(3.0));
    flow.statement(false, "Permohonan akun SPSE ini ditolak", &letter.still_open);
    flow.space(mm(3.0));
    flow.statement(false, "Keberatan atau pengaduan", &letter.complaint);
    let block = Block::new(&flow, &letter.signer);
    let height = block.height();
    let top = flow.at_bottom(height);
    block.draw(&mut flow, top + height);
    flow.finish()
}
