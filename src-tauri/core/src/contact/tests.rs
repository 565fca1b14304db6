use chrono::NaiveDate;

use super::*;
use crate::outcome::Severity;

const PHONES: &str = include_str!("../../../../tests/fixtures/vectors/phones.tsv");
const EMAILS: &str = include_str!("../../../../tests/fixtures/vectors/emails.tsv");
const POSTAL_CODES: &str = include_str!("../../../../tests/fixtures/vectors/postal_codes.tsv");
const CONTACT_PAIRS: &str = include_str!("../../../../tests/fixtures/vectors/contact_pairs.tsv");
const DATES: &str = include_str!("../../../../tests/fixtures/vectors/dates.tsv");

/// Columns of each line of a vector file; the first line says what they mean.
fn vectors(file: &str) -> impl Iterator<Item = Vec<&str>> {
    file.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

#[test]
fn every_telephone_number_is_judged_as_written() {
    for line in vectors(PHONES) {
        let [input, stored, shown, whatsapp, rules] = line[..] else { panic!("{line:?}") };
        let checked = check_phone(input);
        assert_eq!(checked.notes.is_empty(), rules == "-", "{input}: {:?}", checked.notes);
        match checked.value {
            None => assert_eq!((stored, checked.notes[0].severity), ("GALAT", Severity::Galat), "{input}"),
            Some(phone) => {
                assert_eq!((phone.e164().as_str(), phone.national().as_str()), (stored, shown), "{input}");
                assert_eq!(phone.whatsapp().as_deref().unwrap_or("-"), whatsapp, "{input}");
            }
        }
    }
}

#[test]
fn an_unknown_mobile_prefix_only_informs() {
    assert_eq!(check_phone("0841234567890").severity(), Some(Severity::Info));
    assert_eq!(check_phone("+6561234567").severity(), Some(Severity::Peringatan));
}

#[test]
fn every_email_is_judged_as_written() {
    for line in vectors(EMAILS) {
        let [input, stored, hint] = line[..] else { panic!("{line:?}") };
        let checked = check_email(input);
        let text = checked.notes.iter().map(|note| note.text.as_str()).collect::<String>();
        assert_eq!(checked.value.as_ref().map_or("GALAT", Email::as_str), stored, "{input}");
        assert_eq!(text.contains("Maksudnya"), hint != "-", "{input}: {text}");
        assert!(hint == "-" || text.contains(&format!("Maksudnya {hint}?")), "{input}: {text}");
        let severity = if stored == "GALAT" {
            Some(Severity::Galat)
        } else {
            (hint != "-").then_some(Severity::Peringatan)
        };
        assert_eq!(checked.severity(), severity, "{input}");
    }
}

#[test]
fn an_email_is_at_most_254_long_and_hides_its_name() {
    let domain = format!("{}.com", "a.".repeat(94).trim_end_matches('.'));
    let longest = format!("{}@{domain}", "x".repeat(254 - 1 - domain.len()));
    assert!(longest.len() == 254 && check_email(&longest).value.is_some());
    assert!(check_email(&format!("x{longest}")).value.is_none());
    assert!(check_email(&"x@".repeat(100_000)).value.is_none());
    let email = check_email("wulan@example.com").value.unwrap();
    assert_eq!(format!("{email:?}"), "Email(…@example.com)");
}

#[test]
fn a_postal_code_outside_its_kabupaten_warns() {
    for line in vectors(POSTAL_CODES) {
        let [code, place, severity, case] = line[..] else { panic!("{line:?}") };
        let checked = check_postal_code(code, Some(place).filter(|place| *place != "-"));
        let found = checked.severity().map_or("ok".to_owned(), |found| format!("{found:?}").to_lowercase());
        assert_eq!(found, severity, "{code} {place}: {case}");
        assert_eq!(checked.value.is_none(), severity == "galat", "{code}: {case}");
    }
}

#[test]
fn every_pair_of_contacts_is_compared_as_written() {
    for line in vectors(CONTACT_PAIRS) {
        let [kind, form, document, outcome] = line[..] else { panic!("{line:?}") };
        let finding = match kind {
            "tanggal" => compare_date(form, document),
            "telepon" => compare_phone(form, document),
            "surel" => compare_email(form, document),
            "kodepos" => compare_postal_code(form, document),
            _ => panic!("{line:?}"),
        };
        let found = format!("{:?}", finding.outcome).to_lowercase();
        assert_eq!(found, outcome, "{form} / {document}: {}", finding.explanation);
        assert_eq!(finding.outcome == Outcome::Sama, finding.explanation.is_empty(), "{form} / {document}");
    }
}

#[test]
fn a_pkp_entry_is_a_number_or_its_denial_not_both() {
    for text in ["Non-PKP", "NON PKP", "bukan PKP"] {
        assert_eq!(check_pkp(text).value, Some(Pkp::NonPkp), "{text}");
    }
    let number = check_pkp(" S-12PKP/WPJ.99/KP.9903/2020 ").value;
    assert_eq!(number, Some(Pkp::Number("S-12PKP/WPJ.99/KP.9903/2020".to_owned())));
    for denial in ["belum PKP", "NIHIL", "Non Pengusaha Kena Pajak"] {
        assert_eq!(check_pkp(denial).value, Some(Pkp::NonPkp), "{denial}");
    }
    for wrong in ["", " - ", "–", "0", "000", "Non-PKP S-12PKP/2020", &"9".repeat(61)] {
        assert!(check_pkp(wrong).value.is_none(), "{wrong}");
    }
}

#[test]
fn only_an_entry_that_names_a_number_claims_a_pkp() {
    for none in ["", "-", " -- ", "–", ".", "0", "Non-PKP", "non pkp.", "Tidak ada", "belum PKP"] {
        assert!(!claims_pkp(none), "{none}");
    }
    for number in ["S-12PKP/WPJ.99/2020", "99.700.101.1-513.000", "Non-PKP S-12PKP/2020", "S-0"] {
        assert!(claims_pkp(number), "{number}");
    }
}

#[test]
fn pkp_entries_are_compared_by_letters_and_digits() {
    for (form, document, outcome) in [
        ("S-12PKP/WPJ.99/2020", "S-12PKP/WPJ.99/2020", Outcome::Sama),
        ("Non-PKP", "non pkp", Outcome::Sama),
        ("s-12pkp wpj.99 2020", "S-12PKP/WPJ.99/2020", Outcome::Setara),
        ("S-12PKP/2020", "S-13PKP/2020", Outcome::Beda),
        ("Non-PKP", "S-12PKP/2020", Outcome::Beda),
        ("", "S-12PKP/2020", Outcome::Beda),
        ("", "", Outcome::Beda),
    ] {
        assert_eq!(compare_pkp(form, document).outcome, outcome, "{form} / {document}");
    }
}

#[test]
fn every_date_is_read_as_written() {
    for line in vectors(DATES) {
        let [input, expected] = line[..] else { panic!("{line:?}") };
        let checked = check_date(input);
        assert_eq!(checked.value.map_or("GALAT".to_owned(), |date| date.to_string()), expected, "{input}");
        assert_eq!(checked.value.is_none(), checked.severity() == Some(Severity::Galat), "{input}");
    }
    assert_eq!(check_date("05081975").notes[0].text, "Dibaca 05-08-1975. Cocokkan dengan kartu.");
    assert!(check_date("17 Agx 1975").notes[0].text.starts_with("Nama bulan tidak dikenal."));
    assert!(check_date("31-02-1975").notes[0].text.starts_with("Tanggal ini tidak ada di kalender."));
    assert!(check_date("BATANG, 05-08-1975").notes.is_empty());
    assert_eq!(show_date(NaiveDate::from_ymd_opt(1975, 8, 5).unwrap()), "05-08-1975");
}

#[test]
fn validity_follows_the_citizenship() {
    for (text, wni, severity, case) in [
        ("SEUMUR HIDUP", true, None, "for life"),
        ("seumur  hidup", true, None, "however written"),
        ("SEUMUR HIDUP.", true, None, "with a full stop"),
        ("SEUMURHIDUP", true, None, "in one piece"),
        ("SEUMUR HIDUP 2017", true, Some(Severity::Galat), "a year is no part of it"),
        ("01-01-2017", true, Some(Severity::Info), "an old KTP-el with a printed date"),
        ("01-01-2030", true, None, "a printed date to come"),
        ("SEUMUR HIDUP", false, Some(Severity::Galat), "no foreigner's card is for life"),
        ("30-11-2026", false, Some(Severity::Peringatan), "seven days left"),
        ("22-11-2026", false, Some(Severity::Peringatan), "expired yesterday"),
        ("23-11-2026", false, Some(Severity::Peringatan), "expires today"),
        ("24-12-2026", false, None, "a month left"),
        ("31-02-2027", false, Some(Severity::Galat), "no such day"),
        ("", true, Some(Severity::Galat), "empty"),
    ] {
        let checked = check_validity(text, wni, today());
        assert_eq!(checked.severity(), severity, "{case}");
        assert_eq!(checked.value.is_none(), severity == Some(Severity::Galat), "{case}");
    }
    assert!(check_validity("22-11-2026", false, today()).notes[0].text.contains("P14"));
    assert!(!check_validity("23-11-2026", false, today()).notes[0].text.contains("P14"));
    for text in [" wni ", "WNI.", "W.N.I.", "WNI (Indonesia)", "Indonesia", "Warga Negara Indonesia,"] {
        assert!(is_wni(text), "{text}");
    }
    for text in ["NIGERIA", "", "bukan WNI", "eks-WNI", "WNA", "INDIA"] {
        assert!(!is_wni(text), "{text}");
    }
}

#[test]
fn free_text_is_one_line_of_limited_length() {
    assert_eq!(
        check_text("Alamat", "W-20", " Jl.\tDahlia\n5 \u{7}", 20).value.as_deref(),
        Some("Jl. Dahlia 5")
    );
    assert!(check_text("Alamat", "W-20", "123456", 5).value.is_none());
}
