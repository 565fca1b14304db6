//! Permohonan ganda (W-DUP): whether two permohonan may come from one vendor, and what is asked then.
//!
//! Sources: procedure T-05, N-09, N-14, N-19 to N-21, N-30; S-19. The program finds a likeness and asks;
//! an officer answers. Nothing is looked up outside the office.
//!
//! What holds up T-05 until somebody says why it goes on:
//! - the same NPWP, or the same taxpayer at another office (N-20, N-21) or in one family (N-14): T-05 wants
//!   no second account of a taxpayer, and branch and family are lawful, so a reason lets it pass;
//! - the same owner of two sole proprietorships: the owner is the taxpayer. An old number can't be computed
//!   into a NIK (N-19), so the NIK is what links last year's card of fifteen digits with this year's NIK;
//! - one NIK under two names (N-09): GALAT unless overridden, and the override is the written reason. Names
//!   that are only alike are one person here; the comparison with the KTP judges their spelling.
//!
//! What is asked and holds nothing up: the same e-mail (N-30 warns of it) or telephone under two taxpayers.
//! Offices share a line and brokers bring many firms. What is only told: one person leads two firms, which
//! is lawful; the telephone of that person explains itself. A proxy may come for many firms and is not asked
//! about. Where the other permohonan was closed without an account, its likeness is told and holds nothing up,
//! and what is weaker is not told at all.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Status, TransitionId, find};
use crate::contact::{check_email, check_phone};
use crate::form::{FormField, Profil};
use crate::identity::{check_nitku, npwp_sixteen};
use crate::naming;
use crate::outcome::Outcome;

/// Why two permohonan may come from one vendor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum DuplicateGround {
    /// Equal digits; fifteen digits equal sixteen with a zero in front (N-19).
    SameNpwp,
    /// Head office and branch, or another tax office of one taxpayer (N-20, N-21).
    OtherOffice,
    /// Nine equal digits where one of the two is a person: husband, wife, child, or a branch (N-14).
    SameFamily,
    /// One NIK owns two sole proprietorships, or is the NPWP of the other.
    SameOwner,
    /// One NIK, two names (N-09).
    NikOfAnother,
    SameEmail,
    SamePhone,
    /// One person leads two firms.
    SamePersonInCharge,
}

/// What a ground asks of the officer, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum DuplicateWeight {
    /// T-05 waits for a written reason.
    NeedsReason,
    /// Asked, and nothing waits for the answer.
    Question,
    /// Told.
    Information,
}

impl DuplicateGround {
    /// What this ground asks beside a permohonan of that status; `None` when it is not worth a word.
    pub fn weight(self, other: Status) -> Option<DuplicateWeight> {
        let open_or_led_to_an_account = other.counts_as_duplicate();
        match self {
            Self::NikOfAnother if !open_or_led_to_an_account => Some(DuplicateWeight::Question),
            Self::SameNpwp | Self::OtherOffice | Self::SameFamily | Self::SameOwner | Self::NikOfAnother => {
                Some(if open_or_led_to_an_account {
                    DuplicateWeight::NeedsReason
                } else {
                    DuplicateWeight::Information
                })
            }
            Self::SameEmail | Self::SamePhone => {
                open_or_led_to_an_account.then_some(DuplicateWeight::Question)
            }
            Self::SamePersonInCharge => open_or_led_to_an_account.then_some(DuplicateWeight::Information),
        }
    }

    /// Beside a change whose former data were read in SPSE, although they were verified here: it begins there (T-30).
    pub fn text_beside_change(self, number: &str, other: Status) -> Option<String> {
        let is_vendor = matches!(self, Self::SameNpwp | Self::SameOwner);
        (is_vendor && find(Some(other), TransitionId::T30).is_some()).then(|| {
            format!(
                "Data pelaku usaha ini terverifikasi pada permohonan {number}. \
                 Perubahannya diajukan dari sana oleh verifikator; bila tidak, tulis alasannya."
            )
        })
    }

    /// What was found and what is asked. It names the other permohonan and never a number of a person.
    pub fn text(self, number: &str, other: Status) -> String {
        let there = format!("permohonan {number} ({})", other.label());
        let (found, question) = match self {
            Self::SameNpwp => {
                (format!("NPWP sama dengan {there}."), "Apakah ini akun kedua pelaku usaha yang sama?")
            }
            Self::OtherOffice => (
                format!("Wajib pajak sama dengan {there}; kode KPP, cabang, atau NITKU-nya berbeda."),
                "Apakah ini pusat dan cabang dari satu usaha?",
            ),
            Self::SameFamily => (
                format!("Sembilan angka pertama NPWP sama dengan {there}; akhirannya berbeda."),
                "Apakah ini NPWP suami, istri, atau anak, atau cabang dari usaha yang sama?",
            ),
            Self::SameOwner => (
                format!("Menurut NIK, pemilik usaha sama dengan {there}."),
                "Apakah ini usaha yang sama, misalnya setelah NPWP lama diganti NIK?",
            ),
            Self::NikOfAnother => (
                format!("NIK yang sama tercatat atas nama lain pada {there}."),
                "Apakah NIK dan nama sudah sesuai dengan KTP asli?",
            ),
            Self::SameEmail => (
                format!("Surel ini dipakai juga pada {there}."),
                "Apakah surel ini milik pelaku usaha sendiri?",
            ),
            Self::SamePhone => (
                format!("Nomor telepon ini dipakai juga pada {there}."),
                "Apakah nomor ini milik pelaku usaha sendiri?",
            ),
            Self::SamePersonInCharge => (
                format!("Penanggung jawab ini tercatat juga pada {there}."),
                "Satu orang boleh memimpin lebih dari satu usaha.",
            ),
        };
        let closed = "Permohonan itu ditutup tanpa akun, jadi tidak menghalangi.";
        match (self, self.weight(other)) {
            (Self::SamePersonInCharge, _)
            | (_, Some(DuplicateWeight::NeedsReason | DuplicateWeight::Question)) => {
                format!("{found} {question}")
            }
            _ => format!("{found} {closed}"),
        }
    }
}

/// Who a permohonan says the vendor is: the values by which two are compared, written one way.
///
/// A value that its own rule can't read is as good as none: it is the same as nothing.
pub struct Vendor {
    profil: Profil,
    /// Sixteen digits.
    npwp: Option<String>,
    premises: Premises,
    in_charge: Person,
    attendee: Person,
    email: Option<String>,
    /// E.164.
    phones: BTreeSet<String>,
}

struct Person {
    name: String,
    nik: Option<String>,
}

/// The office for which a taxpayer's number stands. The NPWP of a head office may be a branch's too (N-21).
enum Premises {
    Unknown,
    Head,
    Branch(Option<String>),
}

impl Vendor {
    /// `attendee` is the name and the NIK of who stands at the counter.
    pub fn new(profil: Profil, form: &BTreeMap<FormField, String>, attendee: (&str, &str)) -> Self {
        let value = |field: FormField| form.get(&field).map(String::as_str).unwrap_or_default();
        let npwp = npwp_sixteen(value(FormField::Npwp));
        let email = check_email(value(FormField::Surel)).value;
        let phones = [FormField::Hp, FormField::Telepon].map(|field| check_phone(value(field)).value);
        Self {
            profil,
            premises: Premises::of(npwp.as_deref(), value(FormField::Nitku), value(FormField::PusatCabang)),
            npwp,
            in_charge: Person::new(
                value(FormField::PenanggungJawabNama),
                value(FormField::PenanggungJawabNik),
            ),
            attendee: Person::new(attendee.0, attendee.1),
            // Capitals never part two mailboxes in practice; dots do at most providers and in SPSE.
            email: email.map(|email| email.as_str().to_lowercase()),
            phones: phones.into_iter().flatten().map(|phone| phone.e164()).collect(),
        }
    }

    /// Keys under which the archive finds this vendor. Two parties with a ground between them share one; two
    /// that share one need not have any.
    pub fn keys(&self) -> BTreeSet<String> {
        let numbers =
            [self.npwp.as_deref().map(stem), self.in_charge.nik.as_deref(), self.attendee.nik.as_deref()];
        let numbers = numbers.into_iter().flatten().map(str::to_owned);
        numbers.chain(self.email.clone()).chain(self.phones.iter().cloned()).collect()
    }

    /// The number that a sole owner has as taxpayer since 2024, whichever number the card shows.
    fn owner(&self) -> Option<&str> {
        self.in_charge.nik.as_deref().filter(|_| self.profil == Profil::UsahaPerorangan)
    }

    fn people(&self) -> [&Person; 2] {
        [&self.in_charge, &self.attendee]
    }
}

impl Person {
    fn new(name: &str, nik: &str) -> Self {
        // No NIK begins with 0, and no serial is 0000 (N-04): what is left can't be an old NPWP.
        let digits = npwp_sixteen(nik).filter(|digits| !digits.starts_with('0') && !digits.ends_with("0000"));
        Self { name: name.trim().to_owned(), nik: digits }
    }

    fn has_nik_of(&self, other: &Self) -> bool {
        self.nik.is_some() && self.nik == other.nik
    }

    /// N-09: the numbers are one, the names are not.
    fn contradicts(&self, other: &Self) -> bool {
        self.has_nik_of(other)
            && !self.name.is_empty()
            && !other.name.is_empty()
            && naming::compare_person(&self.name, &other.name).outcome == Outcome::Beda
    }
}

impl Premises {
    fn of(npwp: Option<&str>, nitku: &str, pusat_cabang: &str) -> Self {
        let Some(npwp) = npwp else { return Self::Unknown };
        if let Some(nitku) = check_nitku(nitku).value
            && stem(nitku.npwp_digits()) == stem(npwp)
        {
            return match nitku.is_head_office() {
                true => Self::Head,
                false => Self::Branch(Some(nitku.place().to_owned())),
            };
        }
        match pusat_cabang.trim() {
            _ if npwp.starts_with('0') && !npwp.ends_with("000") => {
                Self::Branch(Some(format!("000{}", &npwp[13..])))
            }
            "pusat" => Self::Head,
            "cabang" => Self::Branch(None),
            _ => Self::Unknown,
        }
    }

    fn differs_from(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Head, Self::Branch(_)) | (Self::Branch(_), Self::Head) => true,
            (Self::Branch(Some(one)), Self::Branch(Some(other))) => one != other,
            _ => false,
        }
    }
}

/// What names the taxpayer within a number: nine digits behind the zero of an old one, all of a new one.
fn stem(sixteen: &str) -> &str {
    if sixteen.starts_with('0') { &sixteen[..10] } else { sixteen }
}

/// Everything that speaks for one vendor behind two permohonan; the order of the two does not matter.
pub fn duplicate_grounds(one: &Vendor, other: &Vendor) -> Vec<DuplicateGround> {
    let contradiction =
        one.people().iter().any(|person| other.people().iter().any(|second| person.contradicts(second)));
    let taxpayer = same_taxpayer(one, other)
        .or_else(|| (!contradiction && same_owner(one, other)).then_some(DuplicateGround::SameOwner));
    let in_charge = one.in_charge.has_nik_of(&other.in_charge) && !contradiction;
    let email = one.email.is_some() && one.email == other.email;
    let phone = !one.phones.is_disjoint(&other.phones);
    let beside = taxpayer.is_none();
    [
        taxpayer,
        contradiction.then_some(DuplicateGround::NikOfAnother),
        (beside && email).then_some(DuplicateGround::SameEmail),
        (beside && phone && !in_charge).then_some(DuplicateGround::SamePhone),
        (beside && in_charge).then_some(DuplicateGround::SamePersonInCharge),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn same_taxpayer(one: &Vendor, other: &Vendor) -> Option<DuplicateGround> {
    let (left, right) = (one.npwp.as_deref()?, other.npwp.as_deref()?);
    if stem(left) != stem(right) {
        return None;
    }
    let of_a_person = [one.profil, other.profil].contains(&Profil::UsahaPerorangan);
    Some(match left == right {
        true if !one.premises.differs_from(&other.premises) => DuplicateGround::SameNpwp,
        false if of_a_person => DuplicateGround::SameFamily,
        _ => DuplicateGround::OtherOffice,
    })
}

fn same_owner(one: &Vendor, other: &Vendor) -> bool {
    let is = |left: Option<&str>, right: Option<&str>| left.is_some() && left == right;
    is(one.owner(), other.owner())
        || is(one.owner(), other.npwp.as_deref())
        || is(one.npwp.as_deref(), other.owner())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAIRS: &str = include_str!("../../../../tests/fixtures/vectors/duplicate_pairs.tsv");

    /// `npwp=..;nik=..`; a vendor is a badan usaha unless it says `perorangan`.
    fn vendor(text: &str) -> Vendor {
        let mut profil = Profil::BadanUsaha;
        let mut form = BTreeMap::new();
        let (mut name, mut nik) = (String::new(), String::new());
        for part in text.split(';').filter(|part| !part.is_empty() && *part != "-") {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            let field = match key {
                "perorangan" => {
                    profil = Profil::UsahaPerorangan;
                    continue;
                }
                "npwp" => FormField::Npwp,
                "nitku" => FormField::Nitku,
                "kantor" => FormField::PusatCabang,
                "nama" => FormField::PenanggungJawabNama,
                "nik" => FormField::PenanggungJawabNik,
                "surel" => FormField::Surel,
                "hp" => FormField::Hp,
                "telepon" => FormField::Telepon,
                "usaha" => FormField::NamaUsaha,
                "hadir_nama" => {
                    value.clone_into(&mut name);
                    continue;
                }
                "hadir_nik" => {
                    value.clone_into(&mut nik);
                    continue;
                }
                _ => panic!("unknown value {key}"),
            };
            form.insert(field, value.to_owned());
        }
        Vendor::new(profil, &form, (&name, &nik))
    }

    fn word(ground: DuplicateGround) -> String {
        serde_json::to_value(ground).unwrap().as_str().unwrap().to_owned()
    }

    #[test]
    fn every_pair_of_permohonan_is_asked_about_as_written_in_either_order() {
        let mut traps = 0;
        let mut seen = BTreeSet::new();
        for line in PAIRS.lines().filter(|line| !line.starts_with('#')) {
            let [one, other, expected, case] = line.split('\t').collect::<Vec<_>>()[..] else {
                panic!("{line}")
            };
            for (one, other) in [(vendor(one), vendor(other)), (vendor(other), vendor(one))] {
                let grounds = duplicate_grounds(&one, &other);
                let words = grounds.iter().copied().map(word).collect::<Vec<_>>().join(",");
                assert_eq!(if words.is_empty() { "-" } else { &words }, expected, "{case}");
                assert!(
                    grounds.is_empty() || !one.keys().is_disjoint(&other.keys()),
                    "{case}: the archive would not find it"
                );
                seen.extend(grounds);
            }
            traps += usize::from(expected == "-");
        }
        assert_eq!(seen.len(), 8, "every ground has a pair");
        assert!(traps > 30, "{traps} traps");
    }

    #[test]
    fn a_value_alone_is_no_likeness_to_nothing() {
        for value in
            PAIRS.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split('\t').take(2))
        {
            assert_eq!(duplicate_grounds(&vendor(value), &vendor("-")), [], "{value}");
        }
    }

    #[test]
    fn only_a_taxpayer_and_a_nik_under_two_names_hold_up_t_05_and_nothing_does_beside_a_closed_permohonan() {
        use DuplicateGround::*;
        use DuplicateWeight::*;
        for (ground, open, closed) in [
            (SameNpwp, Some(NeedsReason), Some(Information)),
            (OtherOffice, Some(NeedsReason), Some(Information)),
            (SameFamily, Some(NeedsReason), Some(Information)),
            (SameOwner, Some(NeedsReason), Some(Information)),
            (NikOfAnother, Some(NeedsReason), Some(Question)),
            (SameEmail, Some(Question), None),
            (SamePhone, Some(Question), None),
            (SamePersonInCharge, Some(Information), None),
        ] {
            for status in Status::ALL {
                let expected = if status.counts_as_duplicate() { open } else { closed };
                assert_eq!(ground.weight(status), expected, "{ground:?} beside {status:?}");
                let text = ground.text("2026/1/0003", status);
                assert!(text.contains("permohonan 2026/1/0003 ("), "{text}");
                let asks = matches!(expected, Some(NeedsReason | Question));
                assert!(!asks || text.ends_with('?'), "{text}");
                assert!(asks || text.ends_with('.'), "{text}");
            }
        }
    }

    #[test]
    fn the_question_is_asked_as_an_officer_would() {
        assert_eq!(
            DuplicateGround::SameNpwp.text("2026/1/0003", Status::Terverifikasi),
            "NPWP sama dengan permohonan 2026/1/0003 (Akun SPSE terverifikasi). \
             Apakah ini akun kedua pelaku usaha yang sama?"
        );
        assert_eq!(
            DuplicateGround::SameNpwp.text("2026/1/0003", Status::Dibatalkan),
            "NPWP sama dengan permohonan 2026/1/0003 (Dibatalkan). \
             Permohonan itu ditutup tanpa akun, jadi tidak menghalangi."
        );
    }
}
