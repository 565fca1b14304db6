//! Berita Acara Hasil Verifikasi: the whole verification for the archive (procedure 2.2, no. 5).
//!
//! Unlike the Bukti it shows what was compared, small pictures of what was seen, each marked as a copy, and the
//! minutes of every row. What was typed comes masked; the pictures keep their numbers, as a Fotokopi does, and come with
//! their rows hidden.

use super::changed_data::{DataChanges, changed_data};
use super::fonts::Face;
use super::fotokopi::{MARK_SIZE, draw_mark};
use super::layout::{Column, Flow, Frame, LEADING, SMALL};
use super::letterhead::Letterhead;
use super::page::{Area, Ink, LEFT, Veil, WIDTH, mm};
use super::picture::whole_jpeg;
use super::seen_documents::{SeenDocument, seen_documents};
use super::signature::{Block, Signer};
use super::text::{code, plain, printable, shortened, strong};
use crate::error::Result;

#[derive(Clone, Debug, Default)]
pub struct BeritaAcara {
    pub letterhead: Letterhead,
    pub number: String,
    /// Who met whom, when, and what for, in one sentence.
    pub opening: String,
    /// "CV Alas Roban Sejahtera (badan usaha, pusat)".
    pub company: String,
    pub npwp_masked: String,
    /// Number of the Permohonan.
    pub permohonan: String,
    pub attendee: String,
    pub nik_masked: String,
    pub channel: String,
    pub time_line: String,
    /// Number of the Bukti that was handed out; empty where there is none.
    pub bukti: String,
    pub documents: Vec<SeenDocument>,
    /// What changes, where the account was verified before.
    pub changes: DataChanges,
    pub rows: Vec<ComparedValues>,
    pub steps: Vec<TakenStep>,
    pub sessions: Vec<HeldSession>,
    pub pictures: Vec<ShownPicture>,
    /// Sentence across each picture: "SALINAN - HANYA UNTUK ...".
    pub mark: String,
    pub result: String,
    pub result_text: String,
    pub seal_lines: Vec<String>,
    /// Who compared and who approved; one where one person did both.
    pub signers: Vec<Signer>,
    pub privacy_line: String,
}

/// One compared field with both of its values.
#[derive(Clone, Debug, Default)]
pub struct ComparedValues {
    pub label: String,
    pub form: String,
    pub document: String,
    pub outcome: String,
    pub note: String,
}

/// One row of the SOP.
#[derive(Clone, Debug, Default)]
pub struct TakenStep {
    pub label: String,
    pub standard: String,
    /// "19 menit", or "tidak diukur".
    pub took: String,
    /// Why it took longer, or the date on which it happened.
    pub note: String,
}

/// One session of the video call.
#[derive(Clone, Debug, Default)]
pub struct HeldSession {
    pub label: String,
    pub time: String,
    pub code: String,
    pub state: String,
}

/// A small picture.
#[derive(Clone, Debug, Default)]
pub struct ShownPicture {
    /// At most some hundred pixels wide. The bytes go into the PDF as they are.
    pub jpeg: Vec<u8>,
    pub width: u32,
    pub height: u32,
    /// What it shows and when it was taken.
    pub caption: String,
    /// Short hash of the sealed original.
    pub hash: String,
}

pub fn render_berita_acara(act: &BeritaAcara) -> Result<Vec<u8>> {
    let mut flow = Flow::new(&Frame {
        name: "Berita Acara Hasil Verifikasi",
        number: Some(&act.number),
        foot: &act.privacy_line,
        practice: act.letterhead.practice,
    })?;
    flow.letterhead(&act.letterhead)?;
    flow.heading("BERITA ACARA HASIL VERIFIKASI", &[plain("Nomor "), code(&act.number)]);
    flow.paragraph(&[plain(&act.opening)], super::layout::BODY, Ink::Black);
    flow.space(mm(3.0));
    facts(&mut flow, act);
    if !act.documents.is_empty() {
        title(&mut flow, "Dokumen yang dilihat");
    }
    seen_documents(&mut flow, &act.documents);
    if !act.changes.fields.is_empty() {
        title(&mut flow, "Perubahan data");
    }
    changed_data(&mut flow, &act.changes);
    compared(&mut flow, &act.rows);
    steps(&mut flow, &act.steps);
    sessions(&mut flow, &act.sessions);
    pictures(&mut flow, act)?;
    flow.statement(true, &act.result, &act.result_text);
    signatures(&mut flow, act);
    flow.finish()
}

fn facts(flow: &mut Flow, act: &BeritaAcara) {
    let mut attendee = vec![plain(&act.attendee)];
    if !act.nik_masked.is_empty() {
        attendee.extend([plain(" · NIK "), code(&act.nik_masked)]);
    }
    let mut facts = vec![
        ("Permohonan", vec![code(&act.permohonan)]),
        ("Pelaku usaha", vec![strong(&act.company)]),
        ("NPWP", vec![code(&act.npwp_masked)]),
        ("Yang hadir", attendee),
        ("Cara", vec![plain(&act.channel)]),
        ("Waktu", vec![plain(&act.time_line)]),
    ];
    if !act.bukti.is_empty() {
        facts.push(("Bukti Verifikasi", vec![code(&act.bukti)]));
    }
    flow.facts(&facts);
    flow.space(mm(3.0));
}

/// A title that never stands alone at the foot of a page.
fn title(flow: &mut Flow, words: &str) {
    flow.need(mm(30.0));
    flow.paragraph(&[strong(words)], 11.0, Ink::Black);
    flow.space(mm(1.0));
}

fn compared(flow: &mut Flow, rows: &[ComparedValues]) {
    if rows.is_empty() {
        return;
    }
    title(flow, "Perbandingan");
    let columns = [
        Column::words("Data", 0.17),
        Column::words("Formulir SPSE", 0.23),
        Column::words("Dokumen", 0.23),
        Column::words("Hasil", 0.1),
        Column::words("Catatan verifikator", 0.27),
    ];
    let words = |row: &ComparedValues| {
        let cells = [&row.label, &row.form, &row.document, &row.outcome, &row.note];
        cells.map(|cell| vec![plain(cell)]).to_vec()
    };
    flow.table(&columns, &rows.iter().map(words).collect::<Vec<_>>());
}

fn steps(flow: &mut Flow, steps: &[TakenStep]) {
    if steps.is_empty() {
        return;
    }
    title(flow, "Waktu menurut SOP");
    let columns = [
        Column::words("Langkah", 0.29),
        Column::words("Mutu baku", 0.13),
        Column::words("Lama", 0.15),
        Column::words("Keterangan", 0.43),
    ];
    let words = |step: &TakenStep| {
        [&step.label, &step.standard, &step.took, &step.note].map(|cell| vec![plain(cell)]).to_vec()
    };
    flow.table(&columns, &steps.iter().map(words).collect::<Vec<_>>());
}

fn sessions(flow: &mut Flow, sessions: &[HeldSession]) {
    if sessions.is_empty() {
        return;
    }
    title(flow, "Panggilan video");
    let columns = [
        Column::words("Sesi", 0.12),
        Column::words("Waktu", 0.44),
        Column::words("Kode", 0.18),
        Column::words("Keadaan", 0.26),
    ];
    let words = |session: &HeldSession| {
        [plain(&session.label), plain(&session.time), code(&session.code), plain(&session.state)]
            .map(|run| vec![run])
            .to_vec()
    };
    flow.table(&columns, &sessions.iter().map(words).collect::<Vec<_>>());
}

/// Two beside each other, as large as a card.
const BOX: (f32, f32) = (mm(82.0), mm(52.0));
const CAPTION_LINES: usize = 3;

fn pictures(flow: &mut Flow, act: &BeritaAcara) -> Result<()> {
    if act.pictures.is_empty() {
        return Ok(());
    }
    let row_height = BOX.1 + CAPTION_LINES as f32 * SMALL * LEADING + mm(5.0);
    flow.need(row_height + mm(10.0));
    title(flow, "Yang terlihat");
    let mark = printable(flow.fonts(), Face::Text, &act.mark);
    for (row, pair) in act.pictures.chunks(2).enumerate() {
        flow.need(row_height);
        let top = flow.y;
        for (place, picture) in pair.iter().enumerate() {
            let name = format!("Seen{:03}", row * 2 + place);
            let left = if place == 0 { LEFT } else { LEFT + WIDTH - BOX.0 };
            draw_picture(flow, &name, (left, top), picture, &mark)?;
        }
        flow.space(row_height);
    }
    Ok(())
}

fn draw_picture(
    flow: &mut Flow,
    name: &str,
    (left, top): (f32, f32),
    picture: &ShownPicture,
    mark: &str,
) -> Result<()> {
    flow.add_picture(name.to_owned(), whole_jpeg(&picture.jpeg)?);
    let (width, height) = (picture.width.max(1) as f32, picture.height.max(1) as f32);
    let scale = (BOX.0 / width).min(BOX.1 / height);
    let area = Area { left, top, width: width * scale, height: height * scale };
    let mark_width = flow.fonts().width(Face::Text, MARK_SIZE, mark) + MARK_SIZE;
    let page = flow.page();
    page.place_picture(name, area);
    page.clipped(area, 0.0, &[], |page| {
        page.veiled(Veil::CopyMark, |page| draw_mark(page, area, mark, mark_width));
    });
    let caption = flow.lines(&[plain(&picture.caption), plain(" "), code(&picture.hash)], SMALL, BOX.0);
    let mut y = top + area.height + mm(1.5);
    for line in &shortened(caption, CAPTION_LINES) {
        flow.page().write_line(SMALL, Ink::Black, left, y + SMALL, line);
        y += SMALL * LEADING;
    }
    Ok(())
}

/// Seal lines, then who compared at the left and who approved at the right.
fn signatures(flow: &mut Flow, act: &BeritaAcara) {
    flow.space(mm(2.0));
    for line in &act.seal_lines {
        flow.paragraph(&[code(line)], SMALL, Ink::Black);
    }
    let blocks: Vec<Block> = act.signers.iter().map(|signer| Block::new(flow, signer)).collect();
    let height = blocks.iter().map(Block::height).fold(0.0, f32::max);
    let bottom = flow.at_bottom(height) + height;
    match blocks.as_slice() {
        [first, second, ..] => {
            first.draw_left(flow, bottom);
            second.draw(flow, bottom);
        }
        [only] => only.draw(flow, bottom),
        [] => {}
    }
}
