//! Values and pairs outside a case, as a list brings them.

use super::*;

const JUDGEMENTS: &str = include_str!("../../../../../tests/fixtures/vectors/judgements.tsv");

#[test]
fn every_entry_of_a_list_is_judged_by_the_rule_of_the_desk() {
    for line in JUDGEMENTS.lines().filter(|line| !line.starts_with('#')) {
        let [kind, form, document, verdict, expected, words] = line.split('\t').collect::<Vec<_>>()[..]
        else {
            panic!("{line:?}")
        };
        let kind = ValueKind::parse(kind).unwrap();
        let judgement = match document {
            "-" => judge_value(kind, form, today()),
            _ => judge_pair(kind, form, document, today()),
        };
        let told = judgement.sentences.join(" ");
        assert_eq!(
            (judgement.verdict.as_str(), judgement.rules.join(",").as_str()),
            (verdict, expected.trim_matches('-')),
            "{line}: {told}"
        );
        assert!(words == "-" || told.contains(words), "{line}: {told}");
        assert_eq!(told.is_empty(), matches!(verdict, "ok" | "sama") && words == "-", "{line}: {told}");
    }
}

#[test]
fn a_list_knows_ten_kinds_in_any_case_and_no_other() {
    for kind in ValueKind::ALL {
        assert_eq!(ValueKind::parse(kind.as_str()), Some(kind));
        assert_eq!(ValueKind::parse(&kind.as_str().to_uppercase()), Some(kind));
    }
    for word in ["", "jenis", "ktp", "kode pos", "nik ", "3325110508759001"] {
        assert_eq!(ValueKind::parse(word), None, "{word}");
    }
}

#[test]
fn the_heaviest_note_speaks_first_and_all_are_told() {
    let judgement = judge_value(ValueKind::Npwp, "10.000.000.1-234.567", today());
    assert_eq!(judgement.verdict, Verdict::Noted(Severity::Peringatan));
    assert_eq!(judgement.rules, ["N-12", "N-14"]);
    let [first, second] = &judgement.sentences[..] else { panic!("{judgement:?}") };
    assert!(first.starts_with("Digit pemeriksa") && second.starts_with("Akhiran 567"));
    let both = judge_pair(ValueKind::Npwp, "99.700.101.2-513.000", "997001012513000", today());
    let slip = judge_pair(ValueKind::Npwp, "9970010111513000", "99.700.101.1-513.000", today());
    assert_eq!(slip.sentences.len(), 1, "nobody calls the slip a NIK: {slip:?}");
    assert_eq!((both.verdict, both.sentences.len()), (Verdict::Compared(Outcome::Sama), 1), "told once");
}
