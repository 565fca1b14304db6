use std::time::{Duration, Instant};

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::form::{FormField as F, Profil};
use crate::permohonan::Channel;
use crate::specimen::scenario;
use crate::verifikasi::CaseFacts;

const PASTES: &str = include_str!("../../../../tests/fixtures/vectors/spse_paste.tsv");
const MAPS: &str = include_str!("../../../../tests/fixtures/vectors/peta_spse.tsv");
const S01_HTML: &str = include_str!("../../../../tests/fixtures/spse/s01.html");
const S01_TEXT: &str = include_str!("../../../../tests/fixtures/spse/s01.txt");

fn vectors(file: &str) -> impl Iterator<Item = [String; 3]> {
    file.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let columns: Vec<String> = line.split('\t').map(written_out).collect();
        columns.try_into().unwrap_or_else(|columns| panic!("three columns, not {columns:?}"))
    })
}

/// A vector file has a line a case, so what parts lines and columns is written out in it.
fn written_out(text: &str) -> String {
    [
        ("\\n", "\n"),
        ("\\r", "\r"),
        ("\\t", "\t"),
        ("\\u00a0", "\u{a0}"),
        ("\\u200b", "\u{200b}"),
        ("\\ufeff", "\u{feff}"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (written, meant)| text.replace(written, meant))
}

fn clip(pasted: &str) -> Clip {
    if pasted.starts_with('<') {
        Clip { html: Some(pasted.to_owned()), text: String::new() }
    } else {
        Clip { html: None, text: pasted.to_owned() }
    }
}

fn read(pasted: &Clip) -> Reading {
    read_clip(pasted, &PetaSpse::shipped()).unwrap()
}

fn word(field: F) -> String {
    serde_json::to_value(field).unwrap().as_str().unwrap().to_owned()
}

fn said(reading: &Reading) -> String {
    if reading.values.is_empty() {
        return "-".to_owned();
    }
    let fields = reading.values.iter();
    let said = fields.map(|(field, values)| format!("{}={}", word(*field), values.join("|")));
    said.collect::<Vec<_>>().join(" ; ")
}

/// The same fields in whatever order a vector names them.
fn sorted(said: &str) -> Vec<&str> {
    let mut fields: Vec<&str> = said.split(" ; ").collect();
    fields.sort_unstable();
    fields
}

#[test]
fn every_paste_is_read_as_written() {
    let mut wrong = Vec::new();
    for [pasted, expected, why] in vectors(PASTES) {
        let reading = read(&clip(&pasted));
        if sorted(&said(&reading)) != sorted(&expected) {
            wrong.push(format!("{why}: {pasted:?} gave {}, not {expected}", said(&reading)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_map_is_read_or_refused_at_the_line_that_is_wrong() {
    for [map, line, reason] in vectors(MAPS) {
        match PetaSpse::parse(&map) {
            Ok(peta) => assert!(line == "0" && peta.len() <= 1, "{map:?} should be refused"),
            Err(fault) => {
                assert_eq!(fault.line.to_string(), line, "{map:?}: {fault:?}");
                assert!(fault.sentence().contains(&reason), "{map:?}: {}", fault.sentence());
                assert!(fault.sentence().starts_with(&format!("Baris {line} ")), "{}", fault.sentence());
            }
        }
    }
}

#[test]
fn the_map_that_loket_brings_has_no_wrong_line_and_a_label_for_every_field_of_the_form() {
    let peta = PetaSpse::parse(include_str!("../../data/peta-spse.tsv")).unwrap();
    assert!(peta.len() > 100);
    for (field, _) in scenario("S-01").unwrap().form {
        assert!(include_str!("../../data/peta-spse.tsv").contains(&format!("\n{}\t", word(field))));
    }
}

/// S-01 as judged on an empty form.
fn judged(pasted: &Clip) -> Judged {
    judge(&read(pasted), &nothing_typed(), 500, today())
}

fn nothing_typed() -> CaseFacts {
    CaseFacts::new(Profil::BadanUsaha, Channel::TatapMuka)
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

#[test]
fn the_page_of_s_01_gives_its_whole_form_from_html_and_from_text() {
    for pasted in [
        clip(S01_HTML.trim_start()),
        clip(S01_TEXT),
        Clip { html: Some(S01_HTML.to_owned()), text: S01_TEXT.to_owned() },
    ] {
        let judged = judged(&pasted);
        assert_eq!(judged.unclear, []);
        let found: Vec<(F, &str)> =
            judged.found.iter().map(|found| (found.field, found.value.as_str())).collect();
        let expected = [
            (F::BentukUsaha, "CV"),
            (F::NamaUsaha, "CV Alas Roban Sejahtera"),
            (F::Npwp, "0997001011513000"),
            (F::Pkp, "Non-PKP"),
            (F::Alamat, "Jl. Raya Plelen KM 3"),
            (F::KodePos, "51211"),
            (F::Kabupaten, "3325"),
            (F::PusatCabang, "pusat"),
            (F::Hp, "+6281200009001"),
            (F::Surel, "kantor@alasroban.example"),
            (F::PenanggungJawabNama, "Wulan Pertiwi"),
            (F::PenanggungJawabNik, "3325114508759002"),
        ];
        assert_eq!(found, expected);
        let noted: Vec<_> = judged.found.iter().filter(|found| !found.notes.is_empty()).collect();
        assert!(noted.is_empty(), "{noted:?}");
    }
}

#[test]
fn what_was_not_understood_is_shown_and_what_is_known_and_passed_over_is_not() {
    let reading = read(&clip(S01_TEXT));
    assert_eq!(reading.not_understood, ["Data Penyedia", "Hak cipta LPSE Kabupaten Contoh"]);
    let many: String = (0..100).map(|line| format!("baris {line}\n")).collect();
    let reading = read(&clip(&many));
    assert_eq!((reading.not_understood.len(), reading.more), (40, 60));
    let long = read(&clip(&"kata ".repeat(1000)));
    assert_eq!(long.not_understood[0].chars().count(), 160);
}

#[test]
fn a_value_that_is_wrong_stays_as_it_was_pasted_and_says_so() {
    let judged = judged(&clip("NPWP: 0997001031513000\nKode Pos: 5121\nSurel: kantor"));
    for found in &judged.found {
        assert_eq!(found.value, found.raw);
        assert!(!found.notes.is_empty(), "{found:?}");
    }
    assert_eq!(judged.found.len(), 3);
}

#[test]
fn a_postal_code_is_judged_by_the_kabupaten_pasted_beside_it() {
    let elsewhere = judged(&clip("Kode Pos: 10110\nKabupaten/Kota: Batang"));
    let code = elsewhere.found.iter().find(|found| found.field == F::KodePos).unwrap();
    assert_eq!(code.notes.len(), 1, "{code:?}");
}

#[test]
fn one_npwp_in_both_lengths_is_one_and_two_npwp_are_a_question() {
    let both = judged(&clip("NPWP: 99.700.101.1-513.000\nNPWP 16 Digit: 0997001011513000"));
    assert_eq!((both.found.len(), both.unclear.len()), (1, 0));
    let two = judged(&clip("NPWP: 99.700.101.1-513.000\nNPWP 16 Digit: 0997001029513000"));
    assert_eq!(two.found, []);
    assert_eq!(two.unclear[0].values, ["99.700.101.1-513.000", "0997001029513000"]);
    assert!(two.unclear[0].why.contains("lebih dari satu nilai"));
}

#[test]
fn a_place_that_two_share_or_nobody_knows_is_never_guessed() {
    for (name, code) in [
        ("Batang", Some("3325")),
        ("KAB. BATANG", Some("3325")),
        ("Batang (Kab.)", Some("3325")),
        ("3325", Some("3325")),
        ("Kota Bogor", Some("3271")),
        ("Kab. Bogor", Some("3201")),
        ("Bogor", None),
        ("Bata", None),
        ("Batang Hulu", None),
        ("Kabupaten", None),
        ("Jawa Tengah", None),
        ("Limpung", None),
    ] {
        let judged = judged(&clip(&format!("Kabupaten/Kota: {name}")));
        let found = judged.found.first().map(|found| found.value.as_str());
        assert_eq!(found, code, "{name}");
        assert_eq!(judged.unclear.len(), usize::from(code.is_none()), "{name}");
    }
    let branch = judged(&clip("Kantor Cabang: barangkali"));
    assert!(branch.unclear[0].why.contains("Pilih sendiri"), "{branch:?}");
}

#[test]
fn a_value_that_no_field_takes_is_not_offered() {
    let judged = judged(&clip(&format!("Alamat: {}", "a".repeat(501))));
    assert_eq!(judged.found, []);
    assert!(judged.unclear[0].why.contains("Terlalu panjang"));
    assert_eq!(judged.unclear[0].values[0].len(), 60);
}

#[test]
fn a_paste_that_is_too_long_is_refused_and_long_html_gives_way_to_its_text() {
    let peta = PetaSpse::shipped();
    let html = Some(" <p>x</p>".repeat(LONGEST_HTML / 9 + 1));
    let refusals = [
        Clip { html: None, text: "a".repeat(LONGEST_TEXT + 1) },
        Clip { html: html.clone(), text: String::new() },
        Clip { html: html.clone(), text: "a".repeat(LONGEST_TEXT + 1) },
    ];
    for refused in refusals {
        let error = read_clip(&refused, &peta).unwrap_err();
        assert_eq!(error.code, Code::InvalidInput);
        assert!(error.what_happened().contains("terlalu panjang"));
    }
    let reading = read(&Clip { html, text: "NPWP: 1".to_owned() });
    assert_eq!(said(&reading), "npwp=1");
}

#[test]
fn html_that_says_nothing_gives_way_to_its_text() {
    let reading = read(&Clip { html: Some("<img src=x>".to_owned()), text: "NPWP: 1".to_owned() });
    assert_eq!(said(&reading), "npwp=1");
    assert_eq!(read(&Clip::default()), Reading::default());
}

#[test]
fn an_office_names_labels_of_its_own_and_takes_labels_away() {
    let own = PetaSpse::parse("npwp\tNomor Pajak Kami\n-\tKode Pos").unwrap();
    let peta = PetaSpse::shipped().under(own);
    let pasted = clip("Nomor Pajak Kami: 1\nKode Pos: 51211\nTelepon: 2");
    assert_eq!(said(&read_clip(&pasted, &peta).unwrap()), "npwp=1 ; telepon=2");
}

#[test]
fn the_longest_garbage_of_every_kind_is_read_at_once() {
    let fill = |piece: &str, most: usize| piece.repeat(most / piece.len());
    let attributes: String = (0..LONGEST_HTML / 8).map(|index| format!("a{index:x} ")).collect();
    let garbage = [
        clip(&fill("NPWP\n", LONGEST_TEXT)),
        clip(&fill("NPWP\t", LONGEST_TEXT)),
        clip(&fill("NPWP\tPKP\n", LONGEST_TEXT)),
        clip(&fill("NPWP: ", LONGEST_TEXT)),
        clip(&fill(":", LONGEST_TEXT)),
        clip(&fill("a  ", LONGEST_TEXT)),
        clip(&(0..LONGEST_TEXT / 14).map(|index| format!("NPWP: {index}\n")).collect::<String>()),
        clip(&fill("<div>", LONGEST_HTML)),
        clip(&fill("<table><tr><td>", LONGEST_HTML)),
        clip(&fill("<td>NPWP<br>", LONGEST_HTML)),
        clip(&fill("<b><p><a>", LONGEST_HTML)),
        clip(&fill("<svg>", LONGEST_HTML)),
        clip(&fill("<", LONGEST_HTML)),
        clip(&format!("<{}", fill("&amp", LONGEST_HTML - 1))),
        clip(&format!("<!--{}", fill("-", LONGEST_HTML - 4))),
        clip(&format!("<p {}", &attributes[..LONGEST_HTML.min(attributes.len()) - 3])),
        clip(&format!("<td>{}", fill("<br>", LONGEST_HTML - 4))),
    ];
    let peta = PetaSpse::shipped();
    for pasted in garbage {
        let begun = Instant::now();
        let reading = read_clip(&pasted, &peta).unwrap();
        judge(&reading, &nothing_typed(), 500, today());
        // Generous for a slow machine and an unoptimised build; anything quadratic takes minutes.
        let shown: String = pasted.html.as_ref().unwrap_or(&pasted.text).chars().take(20).collect();
        assert!(begun.elapsed() < Duration::from_secs(10), "{shown}: {:?}", begun.elapsed());
    }
}

proptest! {
    #[test]
    fn no_text_and_no_html_breaks_the_reading(text in "\\PC{0,200}", html in "(<|>|td|tr|NPWP|:|=|\"|'|&|input|value|\\PC){0,60}") {
        let reading = read(&Clip { html: Some(html), text });
        judge(&reading, &nothing_typed(), 500, today());
        for value in reading.values.values().flatten() {
            prop_assert!(value.contains(char::is_alphanumeric));
        }
    }
}
