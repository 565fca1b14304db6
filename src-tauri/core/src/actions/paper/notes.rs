//! Notes on a Bukti: what was put right on the way, so that no mismatch vanishes.

use super::compose::Composer;
use crate::actions::assess::Assessment;
use crate::actions::clock::overrun_reason;
use crate::form::FormField;
use crate::masking::mask_numbers_in;
use crate::pdf::ComparedRow;
use crate::permohonan::TransitionId;
use crate::persyaratan::form_label;
use crate::schedule::format_date;
use crate::sop::{VERIFICATION, reason_on_paper};
use crate::store::read::{CaseRecord, CorrectionRecord, TakenBack, TakenBackRecord};
use crate::verifikasi::{JawabanDaftarHitam, asks_authority};
use crate::wilayah;

/// What stands for a reason that nobody gave.
fn unsaid(issued: bool) -> &'static str {
    if issued { "Tanpa alasan tertulis" } else { "Alasan dicatat saat disetujui" }
}

impl Composer {
    /// What was answered beside the rows, why it took longer, and what was put right on the way. Not `issued` is a paper
    /// that is only looked at before the approval.
    pub(super) fn answers(
        &self,
        record: &CaseRecord,
        assessment: &Assessment,
        issued: bool,
    ) -> Vec<ComparedRow> {
        let mut rows = Vec::new();
        let checked = record.kewenangan == Some(true);
        if checked || asks_authority(record.profil) {
            rows.push(ComparedRow {
                label: "Kewenangan".to_owned(),
                outcome: "–".to_owned(),
                note: if checked {
                    format!("Diperiksa: {}", record.kewenangan_basis)
                } else {
                    "Tidak diperiksa (di luar syarat SOP)".to_owned()
                },
            });
        }
        rows.push(ComparedRow {
            label: "Daftar hitam".to_owned(),
            outcome: "–".to_owned(),
            note: match (record.daftar_hitam, record.daftar_hitam_date.as_deref()) {
                (Some(JawabanDaftarHitam::TidakTercantum), Some(date)) => format!(
                    "Tidak tercantum pada daftar tanggal {}",
                    date.parse().map_or_else(|_| date.to_owned(), format_date)
                ),
                (Some(JawabanDaftarHitam::TidakDapatDiperiksa), _) => {
                    "Tidak dapat diperiksa (luring)".to_owned()
                }
                _ => "Belum dijawab".to_owned(),
            },
        });
        let took = assessment.verification_minutes;
        let reason = overrun_reason(record, VERIFICATION);
        if reason.is_some() || took.is_none_or(|took| took > assessment.verification_standard) {
            let label = if took.is_some() { "Lewat mutu baku" } else { "Lama tidak terukur" };
            let explained =
                assessment.steps.iter().any(|step| step.number == VERIFICATION && step.is_explained);
            rows.push(ComparedRow {
                label: label.to_owned(),
                outcome: "–".to_owned(),
                note: match reason {
                    Some(reason) => reason_on_paper(reason, explained, unsaid(issued)),
                    None => unsaid(issued).to_owned(),
                },
            });
        }
        rows.extend(self.notes(record));
        // What an officer wrote may hold a number of a person.
        rows.iter_mut().for_each(|row| row.note = mask_numbers_in(&row.note));
        rows
    }

    /// One line for each correction and each decision that was taken back, in the order of the day.
    fn notes(&self, record: &CaseRecord) -> Vec<ComparedRow> {
        let corrected =
            record.corrections.iter().map(|correction| (correction.at, self.corrected(correction)));
        let taken_back = record.taken_back.iter().map(|taken| (taken.at, self.taken_back(taken)));
        let mut notes: Vec<_> = corrected.chain(taken_back).collect();
        notes.sort_by_key(|(at, _)| *at);
        notes.into_iter().map(|(_, note)| note).collect()
    }

    fn corrected(&self, correction: &CorrectionRecord) -> ComparedRow {
        let seen = correction
            .seen_at
            .map(|at| format!(", terlihat {}", self.zone().format_time(at)))
            .unwrap_or_default();
        let note = format!(
            "{}; {}{seen}. {}, {}.",
            change(correction.field, &correction.old, &correction.new),
            correction.cause.label(),
            self.name_of(&correction.by),
            self.zone().format_time(correction.at),
        );
        line("Formulir diperbaiki", note)
    }

    fn taken_back(&self, taken: &TakenBackRecord) -> ComparedRow {
        let codes =
            if taken.codes.is_empty() { String::new() } else { format!(" ({})", taken.codes.join(", ")) };
        let what = match taken.what {
            TakenBack::Row(row) => format!("{} sempat dinyatakan tidak cocok{codes}", row.title()),
            TakenBack::Step(TransitionId::T31) => format!("Lembar Kekurangan{codes} ditarik"),
            TakenBack::Step(_) => "Pernyataan sesuai ditarik".to_owned(),
        };
        let reason =
            if taken.reason.is_empty() { String::new() } else { format!(" Alasan: {}", taken.reason) };
        let note =
            format!("{what}. {}, {}.{reason}", self.name_of(&taken.by), self.zone().format_time(taken.at));
        line("Keputusan ditarik", note)
    }
}

fn line(label: &str, note: String) -> ComparedRow {
    ComparedRow { label: label.to_owned(), outcome: "–".to_owned(), note }
}

/// The two values of a correction. Numbers of persons stay masked on paper: it says which digits changed.
fn change(field: FormField, old: &str, new: &str) -> String {
    let label = form_label(field);
    match field {
        FormField::Npwp | FormField::Nitku | FormField::PenanggungJawabNik => {
            format!("{label}: {}", changed_digits(old, new))
        }
        // Contacts stand nowhere else on a Bukti; the case keeps both values.
        FormField::Surel | FormField::Telepon | FormField::Hp => format!("{label} diganti"),
        FormField::Kabupaten => format!("{label}: {} menjadi {}", region(old), region(new)),
        _ => format!("{label}: {} menjadi {}", quoted(old), quoted(new)),
    }
}

fn quoted(text: &str) -> &str {
    if text.is_empty() { "kosong" } else { text }
}

fn region(code: &str) -> String {
    wilayah::kabupaten(code).map_or_else(|| quoted(code).to_owned(), |region| region.name.to_owned())
}

/// "angka ke-3 dan ke-9 diubah", or the lengths where they differ.
fn changed_digits(old: &str, new: &str) -> String {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<Vec<_>>();
    let (old, new) = (digits(old), digits(new));
    if old.len() != new.len() {
        return format!("{} angka menjadi {} angka", old.len(), new.len());
    }
    let places: Vec<String> = (0..old.len())
        .filter(|place| old[*place] != new[*place])
        .map(|place| format!("ke-{}", place + 1))
        .collect();
    match places.as_slice() {
        [] => "penulisannya diubah".to_owned(),
        [only] => format!("angka {only} diubah"),
        [first, last] => format!("angka {first} dan {last} diubah"),
        [most @ .., last] => format!("angka {}, dan {last} diubah", most.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_corrected_number_names_its_digits_and_never_shows_them() {
        for (old, new, expected) in [
            ("0997001011513000", "0997001021513000", "NPWP: angka ke-9 diubah"),
            ("0997001011513000", "0997001101513000", "NPWP: angka ke-8 dan ke-9 diubah"),
            ("0997001011513000", "0997002111513001", "NPWP: angka ke-7, ke-8, dan ke-16 diubah"),
            ("99.700.101.1-513.000", "0997001011513000", "NPWP: 15 angka menjadi 16 angka"),
            ("99.700.101.1-513.000", "997001011513000", "NPWP: penulisannya diubah"),
            ("", "0997001011513000", "NPWP: 0 angka menjadi 16 angka"),
        ] {
            assert_eq!(change(FormField::Npwp, old, new), expected);
        }
    }

    #[test]
    fn a_corrected_name_is_printed_as_it_was_and_as_it_is() {
        let said = change(FormField::NamaUsaha, "CV Alas Robon", "CV Alas Roban");
        assert_eq!(said, "Nama usaha: CV Alas Robon menjadi CV Alas Roban");
        assert_eq!(change(FormField::Alamat, "", "Jl. Raya 1"), "Alamat: kosong menjadi Jl. Raya 1");
        assert_eq!(change(FormField::Surel, "a@contoh.example", "b@contoh.example"), "Surel diganti");
    }
}
