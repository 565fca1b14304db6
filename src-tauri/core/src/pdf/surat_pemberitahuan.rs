//! Surat Pemberitahuan: a date passed, what that means for the permohonan, and what the vendor can still do (T-04, T-14,
//! row 7; S-11, S-13).

use super::layout::{Flow, Frame};
use super::letterhead::Letterhead;
use super::page::mm;
use super::signature::{Block, Signer};
use super::text::{code, plain, strong};
use crate::error::Result;

#[derive(Clone, Debug, Default)]
pub struct SuratPemberitahuan {
    pub letterhead: Letterhead,
    pub number: String,
    /// "Senin, 23 November 2026, 09.40 WIB".
    pub date_line: String,
    /// Number of the Permohonan.
    pub permohonan: String,
    pub company: String,
    /// "Tautan formulir SPSE belum diterima".
    pub subject: String,
    /// What happened, in whole sentences.
    pub message: String,
    /// Steps in the order in which the vendor takes them.
    pub steps: Vec<String>,
    /// Where to ask: telephone, e-mail, hours.
    pub contact: String,
    pub signer: Signer,
    /// First sentences of the foot.
    pub privacy_line: String,
}

pub fn render_surat_pemberitahuan(letter: &SuratPemberitahuan) -> Result<Vec<u8>> {
    let mut flow = Flow::new(&Frame {
        name: "Surat Pemberitahuan",
        number: Some(&letter.number),
        foot: &letter.privacy_line,
        practice: letter.letterhead.practice,
    })?;
    flow.letterhead(&letter.letterhead)?;
    flow.heading("SURAT PEMBERITAHUAN", &[plain("Nomor "), code(&letter.number)]);
    flow.facts(&[
        ("Tanggal", vec![plain(&letter.date_line)]),
        ("Permohonan", vec![code(&letter.permohonan)]),
        ("Pelaku usaha", vec![strong(&letter.company)]),
    ]);
    flow.space(mm(3.0));
    flow.statement(false, &letter.subject, &letter.message);
    flow.space(mm(3.0));
    let steps: Vec<String> =
        letter.steps.iter().enumerate().map(|(index, step)| format!("{}. {step}", index + 1)).collect();
    flow.statement(false, "Yang dapat dilakukan", &steps.join(" "));
    flow.space(mm(3.0));
    flow.statement(false, "Informasi", &letter.contact);
    let block = Block::new(&flow, &letter.signer);
    let height = block.height();
    let top = flow.at_bottom(height);
    block.draw(&mut flow, top + height);
    flow.finish()
}
