//! Lembar Pengalihan: where a permohonan belongs instead, and what to do there (T-28; S-19, S-20).

use super::layout::{Flow, Frame};
use super::letterhead::Letterhead;
use super::page::mm;
use super::signature::{Block, Signer};
use super::text::{code, plain, strong};
use crate::error::Result;

#[derive(Clone, Debug, Default)]
pub struct LembarPengalihan {
    pub letterhead: Letterhead,
    pub number: String,
    /// "Senin, 23 November 2026, 09.40 WIB".
    pub date_line: String,
    /// Number of the Permohonan.
    pub permohonan: String,
    pub company: String,
    pub attendee: String,
    /// "LPSE Kabupaten Sebelah".
    pub target: String,
    /// Why, in the officer's words. May be empty.
    pub why: String,
    /// Steps in the order in which the vendor takes them.
    pub steps: Vec<String>,
    /// Where to ask: telephone, e-mail, hours.
    pub contact: String,
    pub signer: Signer,
    /// First sentences of the foot.
    pub privacy_line: String,
}

pub fn render_lembar_pengalihan(slip: &LembarPengalihan) -> Result<Vec<u8>> {
    let mut flow = Flow::new(&Frame {
        name: "Lembar Pengalihan",
        number: Some(&slip.number),
        foot: &slip.privacy_line,
        practice: slip.letterhead.practice,
    })?;
    flow.letterhead(&slip.letterhead)?;
    flow.heading("LEMBAR PENGALIHAN", &[plain("Nomor "), code(&slip.number)]);
    let mut facts = vec![
        ("Tanggal", vec![plain(&slip.date_line)]),
        ("Permohonan", vec![code(&slip.permohonan)]),
        ("Pelaku usaha", vec![strong(&slip.company)]),
        ("Yang hadir", vec![plain(&slip.attendee)]),
        ("Dialihkan ke", vec![strong(&slip.target)]),
    ];
    if !slip.why.is_empty() {
        facts.push(("Sebab", vec![plain(&slip.why)]));
    }
    flow.facts(&facts);
    flow.space(mm(3.0));
    let steps: Vec<String> =
        slip.steps.iter().enumerate().map(|(index, step)| format!("{}. {step}", index + 1)).collect();
    flow.statement(false, "Langkah selanjutnya", &steps.join(" "));
    flow.space(mm(3.0));
    flow.statement(
        false,
        "Tidak ada akun baru yang dibuat dari permohonan ini",
        &format!("Informasi: {}", slip.contact),
    );
    let block = Block::new(&flow, &slip.signer);
    let height = block.height();
    let top = flow.at_bottom(height);
    block.draw(&mut flow, top + height);
    flow.finish()
}
