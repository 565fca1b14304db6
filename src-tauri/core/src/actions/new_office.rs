//! Kantor baru: what an office and an officer need before they are written.
//!
//! What is refused is named with its place on the screen. A practice office, whose password stands in the
//! handbook, is spared only the strength of the password.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::contact;
use crate::error::{Code, Error, Missing, Result};
use crate::place::Place;
use crate::role::{Right, Role};
use crate::store::act::{LegalBasis, OfficeIdentity};
use crate::store::kunci::{KdfParams, password};

/// The first officer of a new office, or one who joins.
#[derive(Clone)]
pub struct NewOfficer {
    pub name: String,
    pub nip: String,
    pub username: String,
    pub password: String,
    pub roles: Vec<Role>,
}

/// Everything a new office needs.
pub struct Founding {
    pub folder: PathBuf,
    pub identity: OfficeIdentity,
    pub officer: NewOfficer,
    pub practice: bool,
    pub kdf: KdfParams,
}

const GUARD: &str = "setup";

const USERNAME: &str =
    "Nama pengguna: 3 sampai 32 huruf, angka, titik, tanda hubung, atau garis bawah, tanpa spasi";

const NIP: &str = "NIP: 18 angka, atau kosong bila tidak ada";

/// Refuses the first office and its first officer, everything at once.
pub(super) fn require_founding(
    identity: &OfficeIdentity,
    officer: &NewOfficer,
    practice: bool,
) -> Result<()> {
    let mut missing = missing_of_office(identity);
    missing.extend(missing_of_officer(officer));
    // Without both, nobody could ever add an officer who sees pictures or make a new recovery sheet.
    let manages = officer.roles.iter().any(|role| role.may(Right::ManageOffice));
    let sees = officer.roles.iter().any(|role| role.opens_pictures());
    if !manages || !sees {
        missing.retain(|missing| missing.place != Place::OfficerRoles);
        missing.push(at(Place::OfficerRoles, "Peran petugas pertama: admin dan verifikator"));
    }
    refuse(missing)?;
    require_strong_password(officer, identity, practice)
}

/// Refuses an officer who joins.
pub(super) fn require_officer(officer: &NewOfficer, identity: &OfficeIdentity, practice: bool) -> Result<()> {
    refuse(missing_of_officer(officer))?;
    require_strong_password(officer, identity, practice)
}

/// Refuses an office's identity.
pub(super) fn require_identity(identity: &OfficeIdentity) -> Result<()> {
    refuse(missing_of_office(identity))
}

fn refuse(missing: Vec<Missing>) -> Result<()> {
    if missing.is_empty() { Ok(()) } else { Err(Error::missing(Code::InvalidInput, missing)) }
}

fn require_strong_password(officer: &NewOfficer, identity: &OfficeIdentity, practice: bool) -> Result<()> {
    if practice {
        return Ok(());
    }
    password::check_password(&officer.password, &[&officer.username, &officer.name, &identity.name])
}

fn missing_of_office(identity: &OfficeIdentity) -> Vec<Missing> {
    let mut missing = empty([
        (Place::OfficeName, "Nama layanan", identity.name.as_str()),
        (Place::OfficeGovernment, "Nama instansi", &identity.government),
        (Place::OfficeCity, "Kota", &identity.city),
    ]);
    if !identity.email.trim().is_empty() && contact::check_email(&identity.email).value.is_none() {
        missing.push(at(Place::OfficeEmail, "Surel kantor yang benar"));
    }
    let faults = identity.legal_basis.iter().enumerate().filter_map(|(index, line)| {
        Some(at(Place::OfficeLegalBasis, format!("Dasar hukum {}: {}", index + 1, fault_of_basis(line)?)))
    });
    missing.extend(faults);
    missing
}

fn missing_of_officer(officer: &NewOfficer) -> Vec<Missing> {
    let mut missing = empty([
        (Place::OfficerName, "Nama petugas", officer.name.as_str()),
        (Place::OfficerUsername, "Nama pengguna", &officer.username),
        (Place::OfficerPassword, "Kata sandi", &officer.password),
    ]);
    if !officer.username.trim().is_empty() && !is_username(officer.username.trim()) {
        missing.push(at(Place::OfficerUsername, USERNAME));
    }
    if !is_nip(&officer.nip) {
        missing.push(at(Place::OfficerNip, NIP));
    }
    if officer.roles.is_empty() {
        missing.push(at(Place::OfficerRoles, "Peran petugas"));
    }
    missing
}

fn empty<const N: usize>(texts: [(Place, &str, &str); N]) -> Vec<Missing> {
    let empty = texts.into_iter().filter(|(_, _, text)| text.trim().is_empty());
    empty.map(|(place, label, _)| at(place, label)).collect()
}

fn at(place: Place, label: impl Into<String>) -> Missing {
    Missing::new(GUARD, place, label.into())
}

/// What can be typed the same way on every keyboard, and said over a counter.
fn is_username(text: &str) -> bool {
    (3..=32).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
}

/// A NIP has eighteen digits (birth date, month of appointment, sex, serial number; source not checked). It is often written in groups. Not every officer has one.
fn is_nip(text: &str) -> bool {
    let written: Vec<char> = text.chars().filter(|character| !character.is_whitespace()).collect();
    written.is_empty() || written.len() == 18 && written.iter().all(char::is_ascii_digit)
}

/// Dates are ISO, or absent. A basis that ends before it begins would never be printed.
fn fault_of_basis(line: &LegalBasis) -> Option<&'static str> {
    let date = |text: &str| (!text.is_empty()).then(|| text.parse::<NaiveDate>());
    let (since, until) = (date(&line.since), line.until.as_deref().and_then(date));
    match (since, until) {
        (Some(Err(_)), _) => Some("tanggal mulai tidak ada di kalender"),
        (_, Some(Err(_))) => Some("tanggal akhir tidak ada di kalender"),
        (Some(Ok(since)), Some(Ok(until))) if until < since => Some("tanggal akhir mendahului tanggal mulai"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratna() -> NewOfficer {
        NewOfficer {
            name: "Ratna Purnomo".to_owned(),
            nip: String::new(),
            username: "ratna".to_owned(),
            password: "tiga kata rahasia".to_owned(),
            roles: vec![Role::Admin, Role::Verifikator],
        }
    }

    fn office() -> OfficeIdentity {
        OfficeIdentity {
            government: "Pemerintah Kabupaten Contoh".to_owned(),
            name: "LPSE Kabupaten Contoh".to_owned(),
            city: "Contoh".to_owned(),
            ..OfficeIdentity::default()
        }
    }

    fn places(refused: Result<()>) -> Vec<Place> {
        let error = refused.expect_err("refused");
        assert_eq!(error.code, Code::InvalidInput);
        assert!(error.missing.iter().all(|missing| !missing.label.is_empty()));
        error.missing.into_iter().map(|missing| missing.place).collect()
    }

    #[test]
    fn a_user_name_is_short_plain_and_without_spaces() {
        for bad in [
            "",
            "  ",
            "ab",
            " ab ",
            "a b c",
            "Ratna P",
            "ratna\tp",
            "ratna\u{a0}p",
            "ratna@lpse",
            "ratna/p",
            "räina",
            "ратна",
            "ratna\u{200b}",
            "ratna,p",
            &"r".repeat(33),
            "🙂🙂🙂",
            "é.é",
        ] {
            for practice in [false, true] {
                let officer = NewOfficer { username: bad.to_owned(), ..ratna() };
                assert_eq!(
                    places(require_officer(&officer, &office(), practice)),
                    [Place::OfficerUsername],
                    "{bad:?}"
                );
            }
        }
        for good in ["ratna", " Ratna ", "r.p-2_b", "007", &"r".repeat(32)] {
            let officer = NewOfficer { username: good.to_owned(), ..ratna() };
            require_officer(&officer, &office(), false).expect(good);
        }
    }

    #[test]
    fn a_nip_has_eighteen_digits_or_is_absent() {
        for bad in [
            "1988",
            "-",
            "NIP",
            "19900101202012200",
            "1990010120201220011",
            "19900101202012200O",
            "19900101.202012.2.001",
            "NIP 199001012020122001",
            "١٩٩٠٠١٠١٢٠٢٠١٢٢٠٠١",
        ] {
            for practice in [false, true] {
                let officer = NewOfficer { nip: bad.to_owned(), ..ratna() };
                assert_eq!(
                    places(require_officer(&officer, &office(), practice)),
                    [Place::OfficerNip],
                    "{bad:?}"
                );
            }
        }
        for good in ["", "  ", "199001012020122001", "19900101 202012 2 001", " 19880000\u{a0}000000 0 000 "]
        {
            let officer = NewOfficer { nip: good.to_owned(), ..ratna() };
            require_officer(&officer, &office(), false).expect(good);
        }
    }

    #[test]
    fn a_legal_basis_that_could_never_hold_is_refused() {
        let with = |since: &str, until: Option<&str>| OfficeIdentity {
            legal_basis: vec![
                LegalBasis { text: "Perpres 16/2018".into(), since: "2018-03-22".into(), until: None },
                LegalBasis {
                    text: "Perlem 14/2018".into(),
                    since: since.into(),
                    until: until.map(str::to_owned),
                },
            ],
            ..office()
        };
        for (since, until) in [
            ("2018-03-22", Some("2018-03-21")),
            ("2018-03-22", Some("1999-12-31")),
            ("2018-02-30", None),
            ("22-03-2018", None),
            ("2018-03-22", Some("besok")),
            ("", Some("2018-13-01")),
        ] {
            assert_eq!(
                places(require_identity(&with(since, until))),
                [Place::OfficeLegalBasis],
                "{since} {until:?}"
            );
        }
        let error = require_identity(&with("2018-03-22", Some("2018-03-21"))).expect_err("refused");
        assert_eq!(error.missing[0].label, "Dasar hukum 2: tanggal akhir mendahului tanggal mulai");
        for (since, until) in
            [("2018-03-22", Some("2018-03-22")), ("2018-03-22", None), ("", None), ("", Some("2021-12-31"))]
        {
            require_identity(&with(since, until)).expect("may hold");
        }
    }

    #[test]
    fn everything_that_is_wrong_is_named_at_once() {
        let officer = NewOfficer {
            name: " ".into(),
            nip: "1".into(),
            username: "a".into(),
            password: String::new(),
            roles: Vec::new(),
        };
        assert_eq!(
            places(require_founding(&OfficeIdentity::default(), &officer, false)),
            [
                Place::OfficeName,
                Place::OfficeGovernment,
                Place::OfficeCity,
                Place::OfficerName,
                Place::OfficerPassword,
                Place::OfficerUsername,
                Place::OfficerNip,
                Place::OfficerRoles,
            ]
        );
        require_founding(&office(), &ratna(), false).expect("complete");
    }
}
