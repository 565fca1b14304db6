//! Lembar Kekurangan: what is missing, in plain words, and what to bring (procedure 2.2, no. 3).

use super::layout::{Column, Flow, Frame};
use super::letterhead::Letterhead;
use super::page::mm;
use super::signature::{Block, Signer};
use super::text::{code, plain, strong};
use crate::error::Result;

#[derive(Clone, Debug, Default)]
pub struct LembarKekurangan {
    pub letterhead: Letterhead,
    pub number: String,
    /// "Senin, 23 November 2026, 09.40 WIB".
    pub date_line: String,
    /// Number of the Permohonan.
    pub permohonan: String,
    pub company: String,
    /// Who attended and gets this sheet.
    pub attendee: String,
    pub reasons: Vec<Kekurangan>,
    /// "Senin, 7 Desember 2026".
    pub until: String,
    /// Where to ask: telephone, e-mail, hours.
    pub contact: String,
    pub signer: Signer,
    /// First sentences of the foot.
    pub privacy_line: String,
}

/// One reason why the case could not go on.
#[derive(Clone, Debug, Default)]
pub struct Kekurangan {
    /// Reason code of procedure 2.3: "P05".
    pub code: String,
    /// What is missing or differs.
    pub what: String,
    /// What to bring or put right.
    pub bring: String,
}

pub fn render_lembar_kekurangan(sheet: &LembarKekurangan) -> Result<Vec<u8>> {
    let mut flow = Flow::new(&Frame {
        name: "Lembar Kekurangan",
        number: Some(&sheet.number),
        foot: &sheet.privacy_line,
        practice: sheet.letterhead.practice,
    })?;
    flow.letterhead(&sheet.letterhead)?;
    flow.heading("LEMBAR KEKURANGAN", &[plain("Nomor "), code(&sheet.number)]);
    flow.facts(&[
        ("Tanggal", vec![plain(&sheet.date_line)]),
        ("Permohonan", vec![code(&sheet.permohonan)]),
        ("Pelaku usaha", vec![strong(&sheet.company)]),
        ("Yang hadir", vec![plain(&sheet.attendee)]),
    ]);
    flow.space(mm(3.0));
    let columns = [
        Column::words("Kode", 0.09),
        Column::words("Yang kurang", 0.42),
        Column::words("Yang perlu dibawa", 0.49),
    ];
    let rows: Vec<_> = sheet
        .reasons
        .iter()
        .map(|reason| vec![vec![code(&reason.code)], vec![plain(&reason.what)], vec![strong(&reason.bring)]])
        .collect();
    flow.table(&columns, &rows);
    let heading = format!("Datang kembali paling lambat {}", sheet.until);
    let text = format!("Bawa lembar ini saat kembali. Informasi: {}", sheet.contact);
    flow.statement(false, &heading, &text);
    let block = Block::new(&flow, &sheet.signer);
    let height = block.height();
    let top = flow.at_bottom(height);
    block.draw(&mut flow, top + height);
    flow.finish()
}
