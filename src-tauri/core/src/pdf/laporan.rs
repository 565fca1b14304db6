//! Laporan: the figures of a period on paper, for whoever the office answers to.

use super::layout::{Column, Flow, Frame, SMALL};
use super::letterhead::Letterhead;
use super::page::{Ink, mm};
use super::signature::{Block, Signer};
use super::text::{Run, plain, strong};
use crate::error::Result;
use crate::laporan::{Cell, Table, format_minutes};
use crate::schedule::format_date;

#[derive(Clone, Debug, Default)]
pub struct Laporan {
    pub letterhead: Letterhead,
    /// "Laporan bulanan".
    pub title: String,
    /// "November 2026".
    pub period: String,
    /// How many and how they stand to the standard, in one or two sentences.
    pub summary: String,
    pub tables: Vec<Table>,
    /// How the figures were counted.
    pub notes: Vec<String>,
    /// "Dibuat 30 November 2026, 15.04 WIB oleh Ratna Purnomo. Nomor disamarkan."
    pub made: String,
    pub signer: Signer,
    /// First sentences of the foot.
    pub privacy_line: String,
}

pub fn render_laporan(report: &Laporan) -> Result<Vec<u8>> {
    let name = format!("{} {}", report.title, report.period);
    let mut flow = Flow::new(&Frame {
        name: &name,
        number: None,
        foot: &report.privacy_line,
        practice: report.letterhead.practice,
    })?;
    flow.letterhead(&report.letterhead)?;
    flow.heading(&report.title.to_uppercase(), &[strong(&report.period)]);
    flow.paragraph(&[plain(&report.summary)], 11.0, Ink::Black);
    flow.space(mm(4.5));
    for table in &report.tables {
        // A title goes with the head and the first row of its table.
        flow.need(mm(32.0));
        flow.paragraph(&[strong(table.title)], 11.0, Ink::Black);
        flow.space(mm(1.5));
        let columns: Vec<Column> = table
            .headings
            .iter()
            .enumerate()
            .map(|(index, heading)| Column {
                heading: heading.words,
                share: heading.share,
                figures: is_figures(table, index),
            })
            .collect();
        let rows: Vec<Vec<Vec<Run>>> = table
            .rows
            .iter()
            .map(|row| row.iter().map(|cell| vec![plain(written(cell))]).collect())
            .collect();
        flow.table(&columns, &rows);
    }
    for note in &report.notes {
        flow.paragraph(&[plain(note)], SMALL, Ink::Grey);
    }
    flow.space(mm(2.0));
    flow.paragraph(&[plain(&report.made)], SMALL, Ink::Grey);
    let block = Block::new(&flow, &report.signer);
    let height = block.height();
    let top = flow.at_bottom(height);
    block.draw(&mut flow, top + height);
    flow.finish()
}

/// A column of counts and minutes stands on its right edge, so that its digits stand under each other.
fn is_figures(table: &Table, column: usize) -> bool {
    table.rows.iter().all(|row| matches!(row.get(column), Some(Cell::Count(_) | Cell::Minutes(_))))
        && column > 0
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Count(count) => count.to_string(),
        Cell::Minutes(seconds) => seconds.map_or_else(|| "-".to_owned(), format_minutes),
        Cell::Day(day) => format_date(*day),
    }
}
