use super::*;

const ADDRESSES: &str = include_str!("../../../../tests/fixtures/vectors/addresses.tsv");

#[test]
fn every_pair_of_addresses_is_judged_as_written() {
    let mut wrong = Vec::new();
    for line in ADDRESSES.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [form, document, outcome] = columns[..] else { panic!("{line}") };
        for (left, right) in [(form, document), (document, form)] {
            let finding = compare_address(left, right);
            let found = format!("{:?}", finding.outcome).to_lowercase();
            let explained = finding.explanation.is_empty() == (finding.outcome == Outcome::Sama);
            if found != outcome || !explained {
                wrong.push(format!("{left} / {right}: {finding:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn rt_and_rw_have_one_form() {
    for text in ["RT 3/5", "RT.003 RW.005", "RT 003/RW 005", "Rt03/Rw05", "RT 3 / 5", "RT 003 RW 005"] {
        assert_eq!(expand_address(text), ["RT003", "RW005"], "{text}");
    }
    assert_eq!(expand_address("NO.12A BLK C/5"), ["NOMOR", "12A", "BLOK", "C", "5"]);
    assert_eq!(expand_address("RT"), Vec::<String>::new());
}

#[test]
fn an_address_is_never_more_than_similar_by_rule() {
    assert_eq!(compare_address("JL DAHLIA", "jl dahlia").outcome, Outcome::Mirip);
    assert_eq!(compare_address(" Jl  Dahlia ", "Jl Dahlia").outcome, Outcome::Sama);
}

#[test]
fn a_very_long_address_is_refused_quickly() {
    let long = "RT 3/5 JL ".repeat(20_000);
    assert_eq!(compare_address(&long, "JL DAHLIA 5").outcome, Outcome::Beda);
}
