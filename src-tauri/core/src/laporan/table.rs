//! Tabel laporan: the same figures for paper, spreadsheet and text file, so that no two of them differ.

use chrono::{DateTime, NaiveDate, Utc};

use super::day::DayLine;
use super::period::{Period, PeriodKind};
use super::recap::{Recap, Verified, VerifiedCase};
use crate::schedule::TimeZone;

/// One value, as what it is: a spreadsheet can count with it, paper writes it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Text(String),
    Count(usize),
    /// Seconds; none where nobody can tell.
    Minutes(Option<i64>),
    Day(NaiveDate),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Heading {
    pub words: &'static str,
    /// Part of the width on paper.
    pub share: f32,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// At most 31 letters: it names a sheet of the spreadsheet.
    pub title: &'static str,
    pub headings: Vec<Heading>,
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Leaves the other columns out, and gives these their widths.
    fn keep(&mut self, columns: &[(&str, f32)]) {
        let kept: Vec<(usize, f32)> = self
            .headings
            .iter()
            .enumerate()
            .filter_map(|(index, heading)| {
                let known = columns.iter().find(|(words, _)| *words == heading.words);
                known.map(|(_, share)| (index, *share))
            })
            .collect();
        self.headings =
            kept.iter().map(|(index, share)| Heading { share: *share, ..self.headings[*index] }).collect();
        for row in &mut self.rows {
            *row = kept.iter().map(|(index, _)| row[*index].clone()).collect();
        }
    }

    fn new<const N: usize>(
        title: &'static str,
        headings: [(&'static str, f32); N],
        rows: impl IntoIterator<Item = [Cell; N]>,
    ) -> Self {
        Self {
            title,
            headings: headings.into_iter().map(|(words, share)| Heading { words, share }).collect(),
            rows: rows.into_iter().map(Vec::from).collect(),
        }
    }
}

/// What one period is told by: every figure, then the cases themselves.
pub fn tables(recap: &Recap, lines: &[DayLine], period: Period, zone: TimeZone) -> Vec<Table> {
    let mut all = figures(recap, zone);
    all.push(case_table(recap, lines, period, zone));
    all
}

/// The same for paper, which has no room for every column of a case. A year of cases is a book: the spreadsheet has
/// them.
pub fn tables_on_paper(recap: &Recap, lines: &[DayLine], period: Period, zone: TimeZone) -> Vec<Table> {
    let mut all = figures(recap, zone);
    if period.kind() != PeriodKind::Tahun {
        let mut cases = case_table(recap, lines, period, zone);
        cases.keep(&PAPER_COLUMNS);
        all.extend(Some(cases).filter(|cases| !cases.rows.is_empty()));
    }
    all
}

/// Columns of a list of cases on an upright A4, and their parts of its width.
const PAPER_COLUMNS: [(&str, f32); 8] = [
    ("Jam", 0.07),
    ("Tanggal", 0.19),
    ("Permohonan", 0.16),
    ("Pelaku usaha", 0.19),
    ("NPWP", 0.2),
    ("Keadaan", 0.26),
    ("Hasil", 0.14),
    ("Lama", 0.12),
];

/// The list of cases: of a day every one to which something happened, else those that were verified.
pub fn case_table(recap: &Recap, lines: &[DayLine], period: Period, zone: TimeZone) -> Table {
    if period.kind() == PeriodKind::Hari {
        return day_table(lines, zone);
    }
    let row = |case: &VerifiedCase| {
        [
            Cell::Day(zone.office_day(case.ended)),
            text(&case.number),
            text(&case.company),
            text(&case.npwp),
            text(case.profil.label()),
            text(case.channel.label()),
            text(case.result_label()),
            Cell::Minutes(case.minutes.map(|minutes| minutes * 60)),
            text(&case.officer),
            text(case.reason.as_deref().unwrap_or_default()),
        ]
    };
    Table::new(
        "Permohonan diverifikasi",
        [
            ("Tanggal", 0.09),
            ("Permohonan", 0.11),
            ("Pelaku usaha", 0.16),
            ("NPWP", 0.14),
            ("Jenis", 0.1),
            ("Saluran", 0.08),
            ("Hasil", 0.1),
            ("Lama", 0.07),
            ("Verifikator", 0.08),
            ("Alasan lewat", 0.07),
        ],
        recap.cases.iter().map(row),
    )
}

fn day_table(lines: &[DayLine], zone: TimeZone) -> Table {
    let row = |line: &DayLine| {
        [
            text(&zone.format_clock(line.at)),
            text(&line.number),
            text(&line.company),
            text(&line.npwp),
            text(line.profil.label()),
            text(line.channel.label()),
            text(line.event()),
            Cell::Minutes(line.seconds),
            text(&line.officer),
        ]
    };
    Table::new(
        "Permohonan hari ini",
        [
            ("Jam", 0.06),
            ("Permohonan", 0.12),
            ("Pelaku usaha", 0.19),
            ("NPWP", 0.14),
            ("Jenis", 0.1),
            ("Saluran", 0.09),
            ("Keadaan", 0.15),
            ("Lama", 0.07),
            ("Petugas", 0.08),
        ],
        lines.iter().map(row),
    )
}

/// The figures without the cases. A table of which nothing is to be said is left out.
pub fn figures(recap: &Recap, zone: TimeZone) -> Vec<Table> {
    let count = |(label, count): (&str, usize)| [text(label), Cell::Count(count)];
    let kinds = [recap.channel_rows(), recap.profil_rows(), recap.layanan_rows()].concat();
    let month = |month: &super::MonthCounts| {
        let Verified { within, over, untold, .. } = month.verified;
        [text(&month.month.label()), Cell::Count(within), Cell::Count(over), Cell::Count(untold)]
    };
    let step = |row: &super::StepFigures| {
        [
            Cell::Count(usize::from(row.step.number)),
            text(row.step.label),
            text(&row.standard_label()),
            Cell::Count(row.spread.count),
            Cell::Minutes(row.spread.median),
            Cell::Minutes(row.spread.ninth),
            Cell::Count(row.over),
        ]
    };
    let day = |at: DateTime<Utc>| Cell::Day(zone.office_day(at));
    let late = |late: &super::Deviation| {
        [
            day(late.ended),
            text(&late.number),
            Cell::Count(usize::from(late.row)),
            Cell::Minutes(Some(late.minutes * 60)),
            text(&format!("{} menit", late.standard)),
            text(late.reason.as_deref().unwrap_or("Belum diberi alasan")),
        ]
    };
    let reason =
        |one: &super::ReasonCount| [text(one.reason.code()), text(one.reason.text()), Cell::Count(one.count)];
    let load = |load: &super::OfficerLoad| {
        [text(&load.officer), Cell::Count(load.count), Cell::Minutes(load.spread.median)]
    };
    let all = [
        Table::new("Arus permohonan", [("Uraian", 0.8), ("Jumlah", 0.2)], recap.flow.rows().map(count)),
        Table::new(
            "Per bulan",
            [("Bulan", 0.4), ("Dalam mutu baku", 0.2), ("Lewat", 0.2), ("Tidak terukur", 0.2)],
            recap.months.iter().map(month),
        ),
        Table::new(
            "Langkah SOP",
            [
                ("SOP", 0.07),
                ("Langkah", 0.29),
                ("Mutu baku", 0.14),
                ("Jumlah", 0.1),
                ("Median", 0.13),
                ("9 dari 10", 0.15),
                ("Lewat", 0.12),
            ],
            recap.steps.iter().map(step),
        ),
        Table::new(
            "Lewat mutu baku",
            [
                ("Tanggal", 0.2),
                ("Permohonan", 0.17),
                ("SOP", 0.07),
                ("Lama", 0.12),
                ("Mutu baku", 0.13),
                ("Alasan", 0.31),
            ],
            recap.deviations.iter().map(late),
        ),
        Table::new(
            "Alasan perbaikan dan penolakan",
            [("Kode", 0.1), ("Alasan", 0.75), ("Jumlah", 0.15)],
            recap.reasons.iter().map(reason),
        ),
        Table::new(
            "Saluran dan jenis usaha",
            [("Uraian", 0.8), ("Jumlah", 0.2)],
            kinds.into_iter().map(count),
        ),
        Table::new(
            "Beban per verifikator",
            [("Verifikator", 0.6), ("Diverifikasi", 0.2), ("Median", 0.2)],
            recap.officers.iter().map(load),
        ),
        Table::new(
            "SIKAP dan antrean",
            [("Uraian", 0.8), ("Nilai", 0.2)],
            recap.sikap_rows().map(|(label, value)| [text(label), Cell::Text(value)]),
        ),
    ];
    all.into_iter().filter(|table| !table.rows.is_empty()).collect()
}

/// The sentence that stands above the figures. A period that still runs is told up to its last day.
pub fn summary(recap: &Recap, period: Period, until: NaiveDate) -> String {
    let Verified { within, over, untold, unexplained } = recap.verified;
    let runs = until < period.last();
    let when = if runs {
        format!("sampai {}", crate::schedule::format_date(until))
    } else {
        format!("pada {}", period.label())
    };
    let count = recap.verified.count();
    if count == 0 {
        let none = if runs { "Belum ada" } else { "Tidak ada" };
        return format!("{none} permohonan yang diverifikasi {when}.");
    }
    let mut sentence = format!("{count} permohonan diverifikasi {when}: {within} di dalam mutu baku");
    if over > 0 {
        sentence.push_str(&format!(", {over} lewat"));
    }
    if untold > 0 {
        sentence.push_str(&format!(", {untold} tidak terukur"));
    }
    sentence.push('.');
    if unexplained > 0 {
        sentence.push_str(&format!(" {unexplained} yang lewat belum diberi alasan."));
    } else if over > 0 {
        sentence.push_str(" Yang lewat sudah diberi alasan.");
    }
    sentence
}

/// How the figures were counted: whoever reads the file has no one to ask.
pub const NOTES: [&str; 4] = [
    "Menit dihitung hanya di meja petugas (langkah 3 tatap muka, 4, 5, 6, 7); jeda tidak dihitung. Pekerjaan yang \
     melewati malam dicatat tanggalnya saja (tidak terukur).",
    "Permohonan yang diverifikasi lagi pada bulan lain, misalnya sesudah perbaikan, dihitung pada kedua bulan; dalam \
     laporan tahunan sekali, pada bulan yang terakhir.",
    "9 dari 10: sembilan dari sepuluh selesai dalam waktu itu.",
    "Permohonan yang data pribadinya sudah dimusnahkan tetap dihitung, tetapi alasan dan catatan hubungannya tidak ada \
     lagi.",
];

fn text(words: &str) -> Cell {
    Cell::Text(words.to_owned())
}
