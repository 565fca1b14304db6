//! NPWP — the taxpayer number, in the four forms that a desk meets since 2024.
//!
//! Rules N-11 to N-20 and N-22. The check digit guards the first nine digits only, and only of old
//! numbers (N-13); numbers issued since 2025 have none that is known (N-18). The first two digits are
//! deliberately not tested: every published list of them has refused real companies (N-15).

use std::fmt;

use chrono::NaiveDate;

use super::{Nik, check_nik, clean_number, describe_difference};
use crate::form::Profil;
use crate::masking::mask_number;
use crate::outcome::{Checked, Finding, Note, Outcome};

/// Which of the four forms a number has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NpwpKind {
    /// Fifteen digits, `AA.BBB.BBB.C-KKK.SSS`.
    Old15,
    /// The same with a zero in front (N-16).
    OldWithZero,
    /// A resident person: the number is the NIK (N-17).
    PersonNik,
    /// Sixteen digits not starting with zero, issued since 2025 (N-18).
    NewEntity,
}

/// A taxpayer number that can be stored and compared.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Npwp {
    digits: String,
    kind: NpwpKind,
}

impl Npwp {
    /// All digits without punctuation. For comparing and for sealed storage.
    pub fn digits(&self) -> &str {
        &self.digits
    }

    pub fn kind(&self) -> NpwpKind {
        self.kind
    }

    /// `AA.BBB.BBB.C-KKK.SSS` for fifteen digits (N-11); sixteen digits stand as they are.
    pub fn formatted(&self) -> String {
        let d = &self.digits;
        match self.kind {
            NpwpKind::Old15 => {
                format!("{}.{}.{}.{}-{}.{}", &d[..2], &d[2..5], &d[5..8], &d[8..9], &d[9..12], &d[12..])
            }
            NpwpKind::OldWithZero | NpwpKind::PersonNik | NpwpKind::NewEntity => d.clone(),
        }
    }

    /// Like [`Npwp::formatted`], with a star for every digit but the last four.
    pub fn masked(&self) -> String {
        mask_number(&self.formatted())
    }

    /// The last three digits of an old number: `000` head office, `001`.. branch, or a member of the
    /// family of a person (N-14). New forms have none.
    pub fn branch_suffix(&self) -> Option<&str> {
        self.old_fifteen().map(|old| &old[12..])
    }

    /// The fifteen digits of an old number, with or without the zero in front (N-19).
    pub(super) fn old_fifteen(&self) -> Option<&str> {
        match self.kind {
            NpwpKind::Old15 => Some(&self.digits),
            NpwpKind::OldWithZero => Some(&self.digits[1..]),
            NpwpKind::PersonNik | NpwpKind::NewEntity => None,
        }
    }
}

impl fmt::Debug for Npwp {
    /// A log or a failed assertion must not show the number.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Npwp({:?}, tertutup)", self.kind)
    }
}

/// Checks a typed NPWP (N-11 to N-18, N-21, N-22).
///
/// `own_nik` is the NIK of the owner or director when it is already known. A wrong check digit only
/// warns: the number may be real all the same (N-12).
pub fn check_npwp(input: &str, profil: Profil, today: NaiveDate, own_nik: Option<&Nik>) -> Checked<Npwp> {
    let cleaned = clean_number(input, "N-11");
    let Some(digits) = cleaned.value else {
        return Checked { value: None, notes: cleaned.notes };
    };
    if is_filler(&digits) {
        return Checked::refused(Note::fault("N-22", "Ini angka pengisi, bukan NPWP. Ketik dari kartu."));
    }
    let old = digits.starts_with('0');
    let verdict = match digits.len() {
        15 => Ok((NpwpKind::Old15, check_old(&digits, profil))),
        16 if old => Ok((NpwpKind::OldWithZero, check_old(&digits[1..], profil))),
        16 => check_new(&digits, profil, today, own_nik),
        22 => Err(Note::fault(
            "N-21",
            "Ini NITKU: 16 angka NPWP dan 6 angka tempat usaha. Pisahkan ke kotak NITKU.",
        )),
        0 => Err(Note::fault("N-11", "NPWP belum diisi.")),
        count => Err(Note::fault("N-11", format!("NPWP harus 15 atau 16 angka, terbaca {count}."))),
    };
    let mut notes = cleaned.notes;
    match verdict {
        Ok((kind, found)) => {
            notes.extend(found);
            Checked { value: Some(Npwp { digits, kind }), notes }
        }
        Err(fault) => {
            notes.push(fault);
            Checked { value: None, notes }
        }
    }
}

/// N-12, N-16 and N-14 on the fifteen digits of an old number.
fn check_old(fifteen: &str, profil: Profil) -> Vec<Note> {
    let mut notes = Vec::new();
    if !passes_luhn(&fifteen[..9]) {
        notes.push(Note::warning(
            "N-12",
            "Digit pemeriksa NPWP tidak cocok. Baca ulang sembilan angka pertama.",
        ));
    }
    let suffix = &fifteen[12..];
    if suffix != "000" {
        notes.push(match profil {
            Profil::BadanUsaha => Note::info("N-20", format!("Akhiran {suffix} menandai NPWP cabang.")),
            Profil::UsahaPerorangan => {
                Note::info("N-14", format!("Akhiran {suffix} dapat berarti NPWP cabang atau NPWP keluarga."))
            }
        });
    }
    notes
}

/// Sixteen digits not starting with zero: a NIK for a person (N-17), a new number otherwise (N-18).
fn check_new(
    digits: &str,
    profil: Profil,
    today: NaiveDate,
    own_nik: Option<&Nik>,
) -> Result<(NpwpKind, Vec<Note>), Note> {
    let is_own = own_nik.map(|nik| nik.as_str() == digits);
    match (profil, is_own) {
        (Profil::UsahaPerorangan, Some(true)) => Ok((NpwpKind::PersonNik, Vec::new())),
        // A family may file under one number, so the NIK of a husband is lawful here (S-24).
        (Profil::UsahaPerorangan, Some(false)) if check_nik(digits, today).value.is_some() => {
            let place = own_nik.map_or_else(String::new, |nik| describe_difference(nik.as_str(), digits));
            let text = format!(
                "NPWP ini bukan NIK pemilik{}. Baca ulang; bila milik suami atau istri, pakai alasan NPWP keluarga.",
                if place.is_empty() { place } else { format!(", berbeda{place}") }
            );
            Ok((NpwpKind::PersonNik, vec![Note::warning("N-17", text)]))
        }
        (Profil::UsahaPerorangan, Some(false)) => Err(Note::fault(
            "N-17",
            "NPWP 16 angka milik perorangan harus sama dengan NIK. Baca ulang keduanya.",
        )),
        (Profil::UsahaPerorangan, None) if check_nik(digits, today).value.is_some() => {
            let text = "NPWP ini tampak seperti NIK. Isi NIK pemilik agar dapat dicocokkan.";
            Ok((NpwpKind::PersonNik, vec![Note::info("N-17", text)]))
        }
        (Profil::BadanUsaha, Some(true)) => {
            let text = "Ini NIK penanggung jawab. Pastikan kartu NPWP atas nama badan usaha.";
            Ok((NpwpKind::PersonNik, vec![Note::warning("N-17", text)]))
        }
        (Profil::UsahaPerorangan, None) | (Profil::BadanUsaha, _) => {
            let text = "NPWP baru (setelah 2024), tidak ada digit pemeriksa.";
            Ok((NpwpKind::NewEntity, vec![Note::info("N-18", text)]))
        }
    }
}

/// The NPWP of the form beside the NPWP of the card (N-19, N-20).
///
/// The digits decide, not the kind: a number read as "new" on one side and as NIK on the other is one.
pub fn compare_npwp(form: &Npwp, card: &Npwp) -> Finding {
    if form.digits == card.digits {
        return Finding::new(Outcome::Sama, "N-19", "");
    }
    match (form.old_fifteen(), card.old_fifteen()) {
        (Some(left), Some(right)) if left == right => {
            Finding::new(Outcome::Setara, "N-19", "15 angka lama dengan angka 0 di depan.")
        }
        (Some(left), Some(right)) if left[..9] == right[..9] => compare_offices(left, right),
        (Some(left), Some(right)) => match describe_difference(left, right) {
            place if place.is_empty() && is_typing_slip(form, card) => slipped(),
            place => differ(&place),
        },
        (None, None) => differ(&describe_difference(&form.digits, &card.digits)),
        _ if is_typing_slip(form, card) => slipped(),
        _ => compare_across_forms(form, card),
    }
}

/// Whether one digit too many, too few, wrong or swapped parts the two numbers, zero in front or not.
///
/// An old number with a doubled digit has sixteen and looks like a new one. It belongs to no other
/// taxpayer, so it is read again, and nobody goes to the tax office for it (P06).
pub fn is_typing_slip(form: &Npwp, card: &Npwp) -> bool {
    let writings = |npwp: &Npwp| {
        let zero = npwp.old_fifteen().map(|old| format!("0{old}"));
        let bare = npwp.old_fifteen().unwrap_or(&npwp.digits).to_owned();
        [Some(npwp.digits.clone()), Some(bare), zero].into_iter().flatten().collect::<Vec<_>>()
    };
    let right = writings(card);
    writings(form).iter().any(|left| right.iter().any(|right| strsim::osa_distance(left, right) == 1))
}

/// Notes that call a number new or a NIK: once it is a slip of an old one, they mislead.
pub fn is_denied_by_slip(note: &Note) -> bool {
    matches!(note.rule.as_str(), "N-17" | "N-18")
}

fn slipped() -> Finding {
    Finding::new(
        Outcome::Beda,
        "N-19",
        "Tampak salah ketik: satu angka berlebih, kurang, keliru, atau tertukar. Baca ulang dari kartu.",
    )
}

/// Same taxpayer, other place (N-20).
fn compare_offices(left: &str, right: &str) -> Finding {
    let text = if left[12..] == right[12..] {
        format!("Sembilan angka pertama sama, kode KPP berbeda: {} dan {}.", &left[9..12], &right[9..12])
    } else {
        format!("Sembilan angka pertama sama, cabang berbeda: {} dan {}.", &left[12..], &right[12..])
    };
    Finding::new(Outcome::Mirip, "N-20", format!("{text} Periksa isian pusat atau cabang."))
}

/// An old number can't be computed into a NIK or into a new number (N-19, reason P06).
fn compare_across_forms(form: &Npwp, card: &Npwp) -> Finding {
    let with_nik = [form.kind, card.kind].contains(&NpwpKind::PersonNik);
    let other = if with_nik { "NIK" } else { "NPWP baru" };
    Finding::new(
        Outcome::Beda,
        "N-19",
        format!(
            "NPWP lama tidak dapat dicocokkan otomatis dengan {other}. Minta bukti pemadanan dari Coretax atau KPP."
        ),
    )
}

fn differ(place: &str) -> Finding {
    Finding::new(
        Outcome::Beda,
        "N-19",
        format!(
            "NPWP pada formulir tidak sesuai dengan kartu{place}. Minta pelaku usaha memperbaiki formulir."
        ),
    )
}

/// The sixteen digits under which a number is looked for, whichever way it was written (N-19).
///
/// Asks for nothing but the right count of digits that are no filler (N-22): a number that was typed the same
/// twice is the same number, be its check digit wrong (N-12).
pub fn npwp_sixteen(input: &str) -> Option<String> {
    let digits = clean_number(input, "N-11").value.filter(|digits| !is_filler(digits))?;
    match digits.len() {
        15 => Some(format!("0{digits}")),
        16 => Some(digits),
        _ => None,
    }
}

/// N-12: from the right, every second digit doubled, digits of products added, sum divisible by ten.
pub(super) fn passes_luhn(nine_digits: &str) -> bool {
    let sum: u32 = nine_digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let digit = u32::from(byte - b'0');
            match place % 2 {
                0 => digit,
                _ if digit > 4 => digit * 2 - 9,
                _ => digit * 2,
            }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// N-22: what people type to get past a compulsory box.
pub(super) fn is_filler(digits: &str) -> bool {
    // One digit fifteen times fails the check digit, and nine zeros name no taxpayer: nothing real is lost.
    let one_digit =
        |text: &str| text.len() > 1 && text.bytes().all(|byte| text.starts_with(char::from(byte)));
    one_digit(digits)
        || digits.starts_with("000000000")
        || matches!(digits, "123456789012345" | "0123456789012345" | "1234567890123456")
        || digits.strip_prefix('0').is_some_and(|rest| rest.len() == 15 && one_digit(rest))
}
