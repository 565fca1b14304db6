use std::cell::Cell;

use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::*;
use crate::form::Profil;
use crate::outcome::{Finding, Outcome, Severity};
use crate::wilayah;

const NIK: &str = include_str!("../../../../tests/fixtures/vectors/nik.tsv");
const NPWP: &str = include_str!("../../../../tests/fixtures/vectors/npwp.tsv");
const NPWP_PAIRS: &str = include_str!("../../../../tests/fixtures/vectors/npwp_pairs.tsv");
const NITKU: &str = include_str!("../../../../tests/fixtures/vectors/nitku.tsv");
const NITKU_PAIRS: &str = include_str!("../../../../tests/fixtures/vectors/nitku_pairs.tsv");

/// Generated numbers per property; the quality bar asks for at least 100,000.
const GENERATED: u32 = 100_000;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn today() -> NaiveDate {
    day(2026, 11, 23)
}

fn nik(text: &str) -> Nik {
    check_nik(text, today()).value.unwrap()
}

fn npwp(text: &str) -> Npwp {
    let own = check_nik("3325110508759001", today()).value;
    let profil = if text == "3325110508759001" { Profil::UsahaPerorangan } else { Profil::BadanUsaha };
    check_npwp(text, profil, today(), own.as_ref()).value.unwrap()
}

/// Columns of each line of a vector file; the first line says what they mean.
fn vectors(file: &str) -> impl Iterator<Item = Vec<&str>> {
    file.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

fn rules(notes: &[Note]) -> String {
    let mut rules: Vec<&str> = notes.iter().map(|note| note.rule.as_str()).collect();
    rules.dedup();
    if rules.is_empty() { "-".to_owned() } else { rules.join(",") }
}

#[track_caller]
fn check_finding(finding: &Finding, outcome: &str, rule: &str, words: &str, case: &str) {
    let found = format!("{:?}", finding.outcome).to_lowercase();
    assert_eq!((found.as_str(), finding.rule.as_str()), (outcome, rule), "{case}: {}", finding.explanation);
    assert!(words == "-" || finding.explanation.contains(words), "{case}: {}", finding.explanation);
    assert_eq!(finding.outcome == Outcome::Sama, finding.explanation.is_empty(), "{case}");
}

/// A runner that repeats the same numbers on every machine.
fn runner(cases: u32) -> TestRunner {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[25; 32]))
}

#[test]
fn every_nik_vector_is_judged_as_written() {
    for line in vectors(NIK) {
        let [input, verdict, birth, expected, case] = line[..] else { panic!("{line:?}") };
        let checked = check_nik(input, today());
        assert_eq!(rules(&checked.notes), expected, "{case}");
        assert_eq!(checked.value.is_none(), checked.severity() == Some(Severity::Galat), "{case}");
        match checked.value {
            None => assert_eq!(verdict, "GALAT", "{case}"),
            Some(nik) => {
                assert_eq!(if nik.is_female() { "P" } else { "L" }, verdict, "{case}");
                assert_eq!(nik.birth_date(today()).unwrap().to_string(), birth, "{case}");
            }
        }
    }
}

#[test]
fn severities_follow_the_rule_that_spoke() {
    let severity = |text| check_nik(text, today()).severity();
    assert_eq!(severity("6473010101809001"), Some(Severity::Info));
    assert_eq!(severity("5401010101509001"), Some(Severity::Peringatan));
    assert_eq!(severity("3325112411099010"), Some(Severity::Peringatan));
    assert_eq!(severity("3325110508759001"), None);
}

#[test]
fn a_letter_among_the_digits_is_named_with_its_place() {
    let hint = |text| check_nik(text, today()).notes[0].text.clone();
    assert_eq!(hint("33251105087590O1"), "Karakter ke-15 adalah huruf O. Maksudnya angka 0?");
    assert_eq!(hint("332511050875900l"), "Karakter ke-16 adalah huruf L. Maksudnya angka 1?");
    assert!(hint("33251105087590X1").starts_with("Karakter ke-15 adalah huruf X. Nomor"));
    assert!(hint("33251105087590#1").starts_with("Karakter ke-15 bukan angka."));
}

#[test]
fn a_kecamatan_that_the_table_lacks_may_be_old_or_misread_and_neither_is_called_a_fact() {
    let told = |text| check_nik(text, today()).notes[0].text.clone();
    assert_eq!(
        told("3325990101809001"),
        "Kode kecamatan tidak ada di tabel: kode lama atau salah baca. Cocokkan dengan KTP."
    );
    assert!(told("6473010101809001").starts_with("Kode kabupaten atau kota tidak ada di tabel"));
}

#[test]
fn a_nik_shows_its_last_four_digits_only() {
    let nik = nik("3325110508759001");
    assert_eq!(nik.masked(), "************9001");
    assert_eq!(nik.grouped(), "332511 050875 9001");
    assert_eq!((nik.province_code(), nik.kabupaten_code(), nik.region_code()), ("33", "3325", "332511"));
    assert_eq!(format!("{nik:?}"), "Nik(tertutup)");
    assert_eq!(format!("{:?}", npwp("99.700.101.1-513.000")), "Npwp(Old15, tertutup)");
    assert!(!format!("{:?}", check_nik("3325110508759001", today())).contains("9001"));
}

#[test]
fn the_age_turns_on_the_birthday() {
    let noted = |text, today| rules(&check_nik(text, today).notes);
    assert_eq!(noted("3325112311099009", day(2026, 11, 22)), "N-07");
    assert_eq!(noted("3325112311099009", day(2026, 11, 23)), "-");
    // Born 29 February 2004: of age on 1 March 2021, not on 28 February.
    assert_eq!(noted("3325112902049011", day(2021, 2, 28)), "N-07");
    assert_eq!(noted("3325112902049011", day(2021, 3, 1)), "-");
    assert_eq!(noted("3325110101169015", today()), "-");
    assert_eq!(noted("3325110101159015", today()), "N-07");
}

#[test]
fn the_card_may_contradict_its_nik_only_with_a_warning() {
    let man = nik("3325110508759001");
    let check = |birth, female| rules(&check_nik_against_card(&man, birth, female, today()));
    assert_eq!(check(Some(day(1975, 8, 5)), Some(false)), "-");
    assert_eq!(check(None, None), "-");
    for wrong in [day(1975, 8, 6), day(1875, 8, 5), day(1975, 5, 8), day(2075, 8, 5)] {
        assert_eq!(check(Some(wrong), None), "N-08", "{wrong}");
    }
    assert_eq!(check(None, Some(true)), "N-08");
    let notes = check_nik_against_card(&man, Some(day(1974, 8, 5)), Some(true), today());
    assert!(notes.len() == 2 && notes.iter().all(|note| note.severity == Severity::Peringatan));
    // Sixteen or a hundred and sixteen: either date on the card is possible.
    let young = nik("3325112411099010");
    for possible in [day(2009, 11, 24), day(1909, 11, 24)] {
        assert!(check_nik_against_card(&young, Some(possible), None, today()).is_empty(), "{possible}");
    }
}

#[test]
fn two_nik_are_the_same_or_they_are_not() {
    let form = nik("3325110508759001");
    check_finding(&compare_nik(&form, &form.clone()), "sama", "N-10", "-", "equal");
    let one_digit = compare_nik(&form, &nik("3325110508759081"));
    check_finding(&one_digit, "beda", "N-10", "pada angka ke-15.", "one digit");
    let swapped = compare_nik(&form, &nik("3325110508759010"));
    check_finding(&swapped, "beda", "N-10", "angka ke-15 dan ke-16", "swapped");
    let other = compare_nik(&form, &nik("3325114508769112"));
    check_finding(&other, "beda", "N-10", "tidak sesuai dengan KTP. ", "another person");
}

#[test]
fn every_npwp_vector_is_judged_as_written() {
    for line in vectors(NPWP) {
        let [profil, own, input, kind, formatted, expected, case] = line[..] else { panic!("{line:?}") };
        let profil = if profil == "badan_usaha" { Profil::BadanUsaha } else { Profil::UsahaPerorangan };
        let own = check_nik(own, today()).value;
        let checked = check_npwp(input, profil, today(), own.as_ref());
        assert_eq!(rules(&checked.notes), expected, "{case}");
        assert_eq!(checked.value.is_none(), checked.severity() == Some(Severity::Galat), "{case}");
        match checked.value {
            None => assert_eq!(kind, "GALAT", "{case}"),
            Some(npwp) => {
                assert_eq!(
                    (format!("{:?}", npwp.kind()).as_str(), npwp.formatted().as_str()),
                    (kind, formatted),
                    "{case}"
                );
            }
        }
    }
}

#[test]
fn a_failed_check_digit_warns_and_points_at_the_first_nine_digits() {
    let checked = check_npwp("99.700.101.2-513.000", Profil::BadanUsaha, today(), None);
    assert_eq!(checked.severity(), Some(Severity::Peringatan));
    assert_eq!(checked.notes[0].text, "Digit pemeriksa NPWP tidak cocok. Baca ulang sembilan angka pertama.");
    assert_eq!(checked.value.unwrap().digits(), "997001012513000");
}

#[test]
fn the_nik_of_a_husband_as_npwp_warns_and_says_which_reason_fits() {
    let wife = nik("3325117112889003");
    let told = |text: &str| check_npwp(text, Profil::UsahaPerorangan, today(), Some(&wife));
    let husband = told("3325110508759001");
    assert_eq!(husband.severity(), Some(Severity::Peringatan));
    assert!(husband.notes[0].text.contains("alasan NPWP keluarga"));
    assert_eq!(husband.value.unwrap().kind(), NpwpKind::PersonNik);
    // One digit off is more likely a slip, so the note points at it.
    assert!(told("3325117112889004").notes[0].text.contains("berbeda pada angka ke-16"));
}

#[test]
fn an_npwp_is_masked_but_for_its_last_four_digits() {
    assert_eq!(npwp("99.700.101.1-513.000").masked(), "**.***.***.*-**3.000");
    assert_eq!(npwp("0997001011513000").masked(), "************3000");
    assert_eq!(npwp("3325110508759001").masked(), "************9001");
    assert_eq!(npwp("99.700.102.9-513.001").branch_suffix(), Some("001"));
    assert_eq!(npwp("1000000012345678").branch_suffix(), None);
}

#[test]
fn every_pair_of_npwp_is_compared_as_written() {
    for line in vectors(NPWP_PAIRS) {
        let [form, card, outcome, rule, words] = line[..] else { panic!("{line:?}") };
        check_finding(
            &compare_npwp(&npwp(form), &npwp(card)),
            outcome,
            rule,
            words,
            &format!("{form} / {card}"),
        );
    }
}

#[test]
fn a_nitku_names_its_taxpayer_and_its_place() {
    let branch = check_nitku("0997001029513000000001").value.unwrap();
    assert_eq!((branch.npwp_digits(), branch.place()), ("0997001029513000", "000001"));
    assert!(!branch.is_head_office());
    assert_eq!(branch.masked(), "******************0001");
    assert_eq!(Nitku::derive_from(&npwp("99.700.102.9-513.001")), branch);
    let head = Nitku::derive_from(&npwp("0997001029513000"));
    assert_eq!(head.as_str(), "0997001029513000000000");
    assert!(head.is_head_office());
    assert_eq!(Nitku::derive_from(&npwp("1000000012345678")).as_str(), "1000000012345678000000");
}

#[test]
fn every_nitku_vector_is_judged_as_written() {
    for line in vectors(NITKU) {
        let [input, severity, expected, case] = line[..] else { panic!("{line:?}") };
        let checked = check_nitku(input);
        let found = checked.severity().map_or("ok".to_owned(), |found| format!("{found:?}").to_lowercase());
        assert_eq!((found.as_str(), rules(&checked.notes).as_str()), (severity, expected), "{case}");
        assert_eq!(checked.value.is_none(), severity == "galat", "{case}");
    }
}

#[test]
fn every_pair_of_nitku_is_compared_as_written() {
    for line in vectors(NITKU_PAIRS) {
        let [form, document, outcome, rule, words] = line[..] else { panic!("{line:?}") };
        let [left, right] = [form, document].map(|text| check_nitku(text).value.unwrap());
        let finding = compare_nitku(&left, &right);
        check_finding(&finding, outcome, rule, words, &format!("{form} / {document}"));
    }
}

#[test]
fn head_office_and_branch_must_fit_the_numbers() {
    let head = npwp("99.700.102.9-513.000");
    let branch = npwp("99.700.102.9-513.001");
    let new = npwp("1000000012345678");
    let places = check_nitku("0997001029513000000001").value;
    let main = check_nitku("0997001029513000000000").value;
    let other = check_nitku("0997001037502000000001").value;
    for (value, npwp, nitku, outcome, case) in [
        ("pusat", &head, &None, Outcome::Sama, "head office"),
        ("cabang", &branch, &None, Outcome::Sama, "branch by old number"),
        ("Cabang ", &head, &places, Outcome::Sama, "branch by NITKU"),
        ("cabang", &branch, &places, Outcome::Sama, "branch by both"),
        ("pusat", &head, &main, Outcome::Sama, "head office by both"),
        ("pusat", &new, &None, Outcome::Sama, "a new number has no suffix"),
        ("cabang", &head, &None, Outcome::Mirip, "branch without NITKU"),
        ("cabang", &new, &None, Outcome::Mirip, "new branch without NITKU"),
        ("", &head, &None, Outcome::Mirip, "not answered"),
        ("pusat", &branch, &None, Outcome::Beda, "suffix says branch"),
        ("pusat", &head, &places, Outcome::Beda, "NITKU says branch"),
        ("cabang", &head, &main, Outcome::Beda, "NITKU says head office"),
        ("cabang", &head, &other, Outcome::Beda, "NITKU of another taxpayer"),
    ] {
        assert_eq!(compare_pusat_cabang(value, npwp, nitku.as_ref()).outcome, outcome, "{case}");
    }
}

#[test]
fn invented_numbers_bear_their_mark() {
    for number in ["3325110508759001", "99.700.101.1-513.000", "0997001011513000", "0997001029513000000001"] {
        assert!(looks_fictional(number), "{number}");
    }
    for number in ["", "9001", "3325110000750001", "332511050875900", "123456789012345", "1000000012345678"] {
        assert!(!looks_fictional(number), "{number}");
    }
}

#[test]
fn very_long_input_is_refused_at_once() {
    for text in ["9".repeat(200_000), "x".repeat(200_000), " ".repeat(200_000)] {
        assert!(check_nik(&text, today()).value.is_none());
        assert!(check_npwp(&text, Profil::BadanUsaha, today(), None).value.is_none());
        assert!(check_nitku(&text).value.is_none());
    }
}

#[test]
fn generated_nik_of_adults_raise_no_note_at_all() {
    let kecamatan: Vec<String> = (110_000..=969_999)
        .map(|code: u32| code.to_string())
        .filter(|code| wilayah::is_kecamatan(code))
        .collect();
    let oldest = day(1916, 11, 24).num_days_from_ce();
    let youngest = day(2009, 11, 23).num_days_from_ce();
    let women = Cell::new(0);
    let strategy = (0..kecamatan.len(), oldest..=youngest, any::<bool>(), 9000..=9999);
    runner(GENERATED)
        .run(&strategy, |(place, birth, female, serial)| {
            let birth = NaiveDate::from_num_days_from_ce_opt(birth).unwrap();
            let written_day = birth.day() + if female { 40 } else { 0 };
            let text = format!("{}{written_day:02}{}{serial}", kecamatan[place], birth.format("%m%y"));
            let checked = check_nik(&text, today());
            prop_assert!(checked.notes.is_empty(), "{text}: {:?}", checked.notes);
            let nik = checked.value.unwrap();
            prop_assert_eq!((nik.birth_date(today()), nik.is_female()), (Some(birth), female));
            women.set(women.get() + u32::from(female));
            Ok(())
        })
        .unwrap();
    assert!(women.get() > GENERATED / 3, "both sexes were generated");
}

#[test]
fn generated_npwp_pass_and_any_single_wrong_digit_in_the_first_nine_is_noticed() {
    let strategy = (1_u32..=99_999_999, 0_u32..=999, 0_u32..=999, 0_usize..9, 1_u8..=9);
    runner(GENERATED)
        .run(&strategy, |(base, office, suffix, place, shift)| {
            let base = format!("{base:08}");
            let check = (0..10).map(|c| format!("{base}{c}")).find(|nine| npwp::passes_luhn(nine)).unwrap();
            let text = format!("{check}{office:03}{suffix:03}");
            prop_assume!(!npwp::is_filler(&text));
            for written in [text.clone(), format!("0{text}")] {
                let checked = check_npwp(&written, Profil::BadanUsaha, today(), None);
                prop_assert!(
                    checked.value.is_some() && checked.severity() <= Some(Severity::Info),
                    "{written}"
                );
            }
            let mut wrong = text.into_bytes();
            wrong[place] = b'0' + (wrong[place] - b'0' + shift) % 10;
            let wrong = String::from_utf8(wrong).unwrap();
            let noticed = check_npwp(&wrong, Profil::BadanUsaha, today(), None).severity();
            prop_assert!(noticed >= Some(Severity::Peringatan), "{wrong}");
            Ok(())
        })
        .unwrap();
}

#[test]
fn any_text_is_answered_without_a_panic() {
    let strategy = "\\PC{0,40}";
    runner(GENERATED / 10)
        .run(&strategy, |text| {
            let checked = check_nik(&text, today());
            prop_assert_eq!(checked.value.is_none(), checked.severity() == Some(Severity::Galat));
            let _ = check_npwp(&text, Profil::UsahaPerorangan, today(), None);
            let _ = check_nitku(&text);
            let _ = looks_fictional(&text);
            Ok(())
        })
        .unwrap();
}
