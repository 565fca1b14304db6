//! Lembar Pengalihan: where a permohonan belongs instead, and what to do there (T-28; S-19, S-20).

use super::layout::{Column, Flow, Frame};
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
    /// How the help there ended. May be empty.
    pub outcome: String,
    /// What was looked at beforehand. May be empty.
    pub checks: Vec<CheckedSyarat>,
    /// Steps in the order in which the vendor takes them.
    pub steps: Vec<String>,
    /// Where to ask: telephone, e-mail, hours.
    pub contact: String,
    pub signer: Signer,
    /// First sentences of the foot.
    pub privacy_line: String,
}

/// One thing that must hold where the vendor goes.
#[derive(Clone, Debug, Default)]
pub struct CheckedSyarat {
    pub what: String,
    /// "Akan ditolak".
    pub outcome: String,
    /// What was found and what helps.
    pub todo: String,
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
    for (label, text) in [("Hasil", &slip.outcome), ("Sebab", &slip.why)] {
        if !text.is_empty() {
            facts.push((label, vec![plain(text)]));
        }
    }
    flow.facts(&facts);
    flow.space(mm(3.0));
    checks(&mut flow, &slip.checks);
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

fn checks(flow: &mut Flow, checks: &[CheckedSyarat]) {
    if checks.is_empty() {
        return;
    }
    let columns = [
        Column::words("Syarat INAPROC", 0.32),
        Column::words("Hasil", 0.18),
        Column::words("Keterangan", 0.50),
    ];
    let rows: Vec<_> = checks
        .iter()
        .map(|check| [&check.what, &check.outcome, &check.todo].map(|cell| vec![plain(cell)]).to_vec())
        .collect();
    flow.table(&columns, &rows);
}
