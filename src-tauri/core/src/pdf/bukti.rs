//! Bukti Verifikasi: proof of verification, one page for the vendor (procedure 2.2, no. 4).
//!
//! A Bukti exists only for an approved case, so it always carries the sign of approval. A wrong one
//! is never edited: a replacement names it.

use super::changed_data::{DataChanges, changed_data};
use super::layout::{Column, Flow, Frame, LEADING, SMALL};
use super::letterhead::Letterhead;
use super::page::{Ink, LEFT, mm};
use super::seen_documents::{SeenDocument, seen_documents};
use super::signature::{Block, Signer};
use super::text::{Run, code, plain, shortened, strong};
use crate::error::Result;

/// Says what a seal is not (UU ITE art. 11; procedure 4).
const NOT_A_TTE: &str = "Segel ini bukan tanda tangan elektronik tersertifikasi (TTE).";

#[derive(Clone, Debug, Default)]
pub struct Bukti {
    pub letterhead: Letterhead,
    /// `None` while the paper is only shown before approval.
    pub number: Option<String>,
    /// "CV Alas Roban Sejahtera (badan usaha, pusat)".
    pub company: String,
    pub npwp_masked: String,
    /// "Wulan Pertiwi, direktur".
    pub attendee: String,
    /// Empty when no NIK was shown, for example for a passport.
    pub nik_masked: String,
    /// "Tatap muka, akun baru SPSE".
    pub channel: String,
    /// "Senin, 23 November 2026, 09.12–09.31 WIB (19 menit dari mutu baku 30)".
    pub time_line: String,
    /// The user ID, or when it will be noted.
    pub spse_user_id: String,
    /// Number of the Bukti that this one replaces.
    pub replaces: Option<String>,
    pub documents: Vec<SeenDocument>,
    /// What changes, where the account was verified before.
    pub changes: DataChanges,
    pub rows: Vec<ComparedRow>,
    /// "Dinyatakan sesuai dan disetujui".
    pub result: String,
    /// "Selanjutnya, lengkapi data kualifikasi di SIKAP. ...".
    pub next_step: String,
    /// "Segel 7c19 e2a4 55d0 81bf", "Catatan ke-4.812".
    pub seal_lines: Vec<String>,
    pub signer: Signer,
    /// First sentences of the foot.
    pub privacy_line: String,
}

/// One compared field.
#[derive(Clone, Debug, Default)]
pub struct ComparedRow {
    pub label: String,
    /// "Sama", "Setara", "Mirip", "Beda" or "–".
    pub outcome: String,
    pub note: String,
}

pub fn render_bukti(bukti: &Bukti) -> Result<Vec<u8>> {
    let mut flow = Flow::new(&Frame {
        name: "Bukti Verifikasi",
        number: bukti.number.as_deref(),
        foot: &bukti.privacy_line,
        practice: bukti.letterhead.practice,
    })?;
    flow.letterhead(&bukti.letterhead)?;
    let under = match &bukti.number {
        Some(number) => vec![plain("Nomor "), code(number)],
        None => vec![plain("Nomor terbit saat disetujui")],
    };
    flow.heading("BUKTI VERIFIKASI", &under);
    flow.facts(&facts(bukti));
    flow.space(mm(3.0));
    seen_documents(&mut flow, &bukti.documents);
    changed_data(&mut flow, &bukti.changes);
    comparison_table(&mut flow, &bukti.rows);
    flow.statement(true, &bukti.result, &bukti.next_step);
    seal_and_signature(&mut flow, bukti);
    flow.finish()
}

fn facts(bukti: &Bukti) -> Vec<(&'static str, Vec<Run>)> {
    let mut attendee = vec![plain(&bukti.attendee)];
    if !bukti.nik_masked.is_empty() {
        attendee.extend([plain(" · NIK "), code(&bukti.nik_masked)]);
    }
    let mut facts = vec![
        ("Pelaku usaha", vec![strong(&bukti.company)]),
        ("NPWP", vec![code(&bukti.npwp_masked)]),
        ("Yang hadir", attendee),
        ("Cara", vec![plain(&bukti.channel)]),
        ("Waktu", vec![plain(&bukti.time_line)]),
        ("User ID SPSE", vec![plain(&bukti.spse_user_id)]),
    ];
    if let Some(replaced) = &bukti.replaces {
        let kept = plain(" yang tetap tersimpan");
        facts.push(("Menggantikan", vec![plain("Bukti nomor "), code(replaced), kept]));
    }
    facts
}

fn comparison_table(flow: &mut Flow, rows: &[ComparedRow]) {
    if rows.is_empty() {
        return;
    }
    let columns = [
        Column::words("Data", 0.40),
        Column::words("Hasil", 0.11),
        Column::words("Catatan verifikator", 0.49),
    ];
    let rows: Vec<_> = rows
        .iter()
        .map(|row| vec![vec![plain(&row.label)], vec![plain(&row.outcome)], vec![plain(&row.note)]])
        .collect();
    flow.table(&columns, &rows);
}

/// Foot of the last page: seal left, signature right.
fn seal_and_signature(flow: &mut Flow, bukti: &Bukti) {
    /// The QR code of the signed record will stand here, 35 mm square with its quiet zone; until then
    /// the seal lines do.
    const CODE_SIDE: f32 = mm(35.0);
    let width = mm(88.0);
    let seal = bukti.seal_lines.iter().flat_map(|line| flow.lines(&[code(line)], SMALL, width));
    let seal = shortened(seal.collect(), 12);
    let explained = flow.lines(&[plain(NOT_A_TTE)], SMALL, width);
    let seal_height = (seal.len() + explained.len()) as f32 * SMALL * LEADING + mm(2.0);
    let block = Block::new(flow, &bukti.signer);
    let height = block.height().max(seal_height).max(CODE_SIDE);

    let top = flow.at_bottom(height);
    let mut y = top + height - seal_height;
    for line in &explained {
        flow.page().write_line(SMALL, Ink::Black, LEFT, y + SMALL, line);
        y += SMALL * LEADING;
    }
    y += mm(2.0);
    for line in &seal {
        flow.page().write_line(SMALL, Ink::Black, LEFT, y + SMALL, line);
        y += SMALL * LEADING;
    }
    block.draw(flow, top + height);
}
