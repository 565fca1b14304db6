use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::*;
use crate::outcome::Outcome;

const PERSONS: &str = include_str!("../../../../tests/fixtures/vectors/person_names.tsv");
const COMPANIES: &str = include_str!("../../../../tests/fixtures/vectors/company_names.tsv");
const BENTUK: &str = include_str!("../../../../tests/fixtures/vectors/bentuk_usaha.tsv");

/// Columns of each line of a vector file; the first line says what they mean.
fn vectors(file: &str) -> impl Iterator<Item = Vec<&str>> {
    file.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

fn word(outcome: Outcome) -> String {
    format!("{outcome:?}").to_lowercase()
}

#[test]
fn every_pair_of_person_names_is_judged_as_written() {
    let mut wrong = Vec::new();
    for line in vectors(PERSONS) {
        let [form, document, outcome, rule, words] = line[..] else { panic!("{line:?}") };
        let finding = compare_person(form, document);
        let judged = (word(finding.outcome).as_str(), finding.rule.as_str()) == (outcome, rule);
        let said = words == "-" || finding.explanation.contains(words);
        let explained = finding.explanation.is_empty() == (finding.outcome == Outcome::Sama);
        if !(judged && said && explained) {
            wrong.push(format!("{form} / {document}: {finding:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn which_side_is_the_form_does_not_change_the_outcome() {
    for line in vectors(PERSONS) {
        let [form, document, outcome, ..] = line[..] else { panic!("{line:?}") };
        assert_eq!(word(compare_person(document, form).outcome), outcome, "{document} / {form}");
    }
    for line in vectors(COMPANIES) {
        let [form, document, outcome, ..] = line[..] else { panic!("{line:?}") };
        assert_eq!(word(compare_company(document, form).outcome), outcome, "{document} / {form}");
    }
}

#[test]
fn a_different_sex_or_a_different_family_is_never_taken_for_the_same() {
    for (form, document) in [
        ("SUHARTO", "SUHARTI"),
        ("SALIM BIN HASAN", "SALIM BINTI HASAN"),
        ("BUDI SANTOSO", "BUDI SANTOSO, SUGENG"),
        ("R. HASAN", "HASAN"),
        ("A. HASAN", "HASAN"),
        ("M HASAN", "MHASAN"),
    ] {
        let outcome = compare_person(form, document).outcome;
        assert!(matches!(outcome, Outcome::Mirip | Outcome::Beda), "{form} / {document}: {outcome:?}");
    }
}

#[test]
fn old_spelling_is_folded_only_where_it_is_old() {
    for (old, new) in [
        ("DJAJA", "JAYA"),
        ("SOERJA", "SURYA"),
        ("NJOMAN", "NYOMAN"),
        ("SJAHRIR", "SYAHRIR"),
        ("SOEDJATMOKO", "SUDJATMOKO"),
        ("WIDJAJA", "WIJAYA"),
        ("TJAHJONO", "CAHYONO"),
    ] {
        assert_eq!(spelling::fold_spelling(old), spelling::fold_spelling(new), "{old} = {new}");
    }
    assert_eq!(spelling::fold_spelling("JAJANG"), "JAJANG");
    assert_ne!(spelling::fold_spelling("JAJANG"), spelling::fold_spelling("YAYANG"));
    assert_eq!(spelling::fold_spelling("88"), "88");
}

#[test]
fn every_pair_of_company_names_is_judged_as_written() {
    let mut wrong = Vec::new();
    for line in vectors(COMPANIES) {
        let [form, document, outcome, rule, core] = line[..] else { panic!("{line:?}") };
        let finding = compare_company(form, document);
        let judged = (word(finding.outcome).as_str(), finding.rule.as_str()) == (outcome, rule);
        let inside = word(compare_core(form, document).outcome);
        let explained = finding.explanation.is_empty() == (finding.outcome == Outcome::Sama);
        if !(judged && inside == core && explained) {
            wrong.push(format!("{form} / {document}: {finding:?}, inside {inside}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_company_name_is_split_into_form_and_core() {
    for (name, form, core, tbk) in [
        ("PT. Maju Jaya Tbk", Some(BentukUsaha::Pt), "MAJU JAYA", true),
        ("MAJU JAYA (Persero) Tbk.", Some(BentukUsaha::Pt), "MAJU JAYA", true),
        ("PT FIRMA JAYA", Some(BentukUsaha::Pt), "FIRMA JAYA", false),
        ("KOPERASI KARYAWAN PT MAJU", Some(BentukUsaha::Koperasi), "KARYAWAN PT MAJU", false),
        ("PT Perorangan Maju Jaya", Some(BentukUsaha::PtPerorangan), "MAJU JAYA", false),
        ("PT Maju Jaya (Perorangan)", Some(BentukUsaha::PtPerorangan), "MAJU JAYA", false),
        ("Perum Kandeman", Some(BentukUsaha::Perum), "KANDEMAN", false),
        ("Kandeman Trading Co Ltd", Some(BentukUsaha::Ltd), "KANDEMAN TRADING CO", false),
        ("Toko Sumber Rejeki", None, "TOKO SUMBER REJEKI", false),
        ("PTMAJU", None, "PTMAJU", false),
        ("PT", Some(BentukUsaha::Pt), "", false),
        ("", None, "", false),
        ("...", None, "", false),
    ] {
        let split = split_company(name);
        assert_eq!((split.form, split.core.as_str(), split.tbk), (form, core, tbk), "{name}");
    }
}

#[test]
fn every_bentuk_usaha_is_compared_as_written() {
    let mut wrong = Vec::new();
    for line in vectors(BENTUK) {
        let [chosen, document, outcome] = line[..] else { panic!("{line:?}") };
        let finding = compare_bentuk(chosen, document);
        if word(finding.outcome) != outcome {
            wrong.push(format!("{chosen} / {document}: {finding:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_label_of_a_bentuk_usaha_reads_back() {
    for form in BentukUsaha::ALL {
        assert_eq!(BentukUsaha::parse(form.label()), Some(form));
        assert_eq!(BentukUsaha::parse(&form.label().to_lowercase().replace(' ', "_")), Some(form));
    }
    for text in ["", "XX", "PT MAJU", "perusahaan"] {
        assert_eq!(BentukUsaha::parse(text), None, "{text}");
    }
}

#[test]
fn a_search_key_finds_a_name_however_it_was_written() {
    for (typed, stored) in [
        ("drs. h. moh arifin, m.m.", "MUHAMMAD ARIFIN"),
        ("soetrisno", "SUTRISNO"),
        ("NUR'AINI", "nuraini"),
        ("annisa", "ANISA"),
        ("Djoko Tjahjono", "Joko Cahyono"),
        ("cv. alas-roban", "CV ALAS ROBAN"),
    ] {
        assert_eq!(search_key(typed), search_key(stored), "{typed}");
    }
    for nothing in ["  ", "-", "drs.", "H."] {
        assert_eq!(search_key(nothing), "", "{nothing}");
    }
    assert_eq!(search_key("CV 88"), "CV 88");
}

#[test]
fn numbers_are_read_in_three_ways() {
    for text in ["3", "03", "TIGA", "III"] {
        assert_eq!(read_count(text), Some(3), "{text}");
    }
    assert_eq!((read_count("XIV"), read_count("XXXIX"), read_count("0")), (Some(14), Some(39), Some(0)));
    for text in ["", "IIII", "VX", "XXXX", "C", "MIX", "TIGAA", "12345678"] {
        assert_eq!(read_count(text), None, "{text}");
    }
}

#[test]
fn very_long_names_are_answered_quickly() {
    let started = Instant::now();
    for unit in ["A", "A ", "BUDI ", "S.T., ", "'", "PT ", "\u{301}", "ﷺ"] {
        let (long, longer) = (unit.repeat(50_000), format!("{}X", unit.repeat(50_000)));
        assert_ne!(compare_person(&long, &longer).outcome, Outcome::Setara, "{unit}");
        assert_ne!(compare_company(&long, &longer).outcome, Outcome::Setara, "{unit}");
        let _ = search_key(&long);
    }
    assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
}

/// A runner that repeats the same names on every machine.
fn runner(cases: u32) -> TestRunner {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[25; 32]))
}

#[test]
fn generated_names_are_judged_alike_from_both_sides() {
    let part = prop::sample::select(vec![
        "H.",
        "Drs.",
        "MOH.",
        "M.",
        "MUHAMMAD",
        "A.",
        "ACHMAD",
        "BUDI",
        "SANTOSO",
        "SOETRISNO",
        "SUTRISNO",
        "BIN",
        "NUR'AINI",
        "NUR",
        "AINI",
        "-",
        ", S.T.",
        ",",
        "I",
        "DJOKO",
        "JOKO",
        "R.",
    ]);
    let name = prop::collection::vec(part, 0..5).prop_map(|parts| parts.join(" "));
    runner(20_000)
        .run(&(name.clone(), name), |(form, document)| {
            let there = compare_person(&form, &document).outcome;
            let back = compare_person(&document, &form).outcome;
            prop_assert_eq!(there, back, "{} / {}", form, document);
            let same = compare_person(&form, &form).outcome;
            let front = form.split(',').next().unwrap_or_default();
            let has_letters = front.contains(char::is_alphabetic);
            prop_assert!(same == Outcome::Sama || !has_letters, "{}", form);
            Ok(())
        })
        .unwrap();
}

#[test]
fn any_text_is_answered_without_a_panic() {
    runner(5_000)
        .run(&("\\PC{0,30}", "\\PC{0,30}"), |(form, document)| {
            let _ = compare_person(&form, &document);
            let _ = compare_company(&form, &document);
            let _ = compare_bentuk(&form, &document);
            let _ = crate::address::compare_address(&form, &document);
            let _ = crate::contact::compare_pkp(&form, &document);
            let _ = crate::contact::check_phone(&form).value.map(|phone| phone.national());
            let _ = crate::contact::check_email(&form);
            let _ = crate::contact::check_date(&form);
            Ok(())
        })
        .unwrap();
}
