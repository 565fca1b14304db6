use super::*;

#[test]
fn the_list_is_closed_and_its_codes_read_back() {
    assert_eq!(Reason::ALL.iter().filter(|reason| reason.kind() == ReasonKind::Perbaikan).count(), 19);
    assert_eq!(Reason::ALL.iter().filter(|reason| reason.kind() == ReasonKind::Tolak).count(), 6);
    for reason in Reason::ALL {
        assert_eq!(Reason::parse(reason.code()), Some(reason));
        assert_eq!(serde_json::to_value(reason).unwrap(), reason.code());
        assert_eq!(reason.code().starts_with('P'), reason.kind() == ReasonKind::Perbaikan);
    }
    for unknown in ["", "P00", "P20", "X07", "p01", "P1", " P01"] {
        assert_eq!(Reason::parse(unknown), None, "{unknown}");
    }
}

#[test]
fn every_reason_says_what_is_wrong_and_what_to_do_in_plain_sentences() {
    for reason in Reason::ALL {
        for text in [reason.text(), reason.bring()] {
            assert!(text.ends_with('.') && !text.contains('!'), "{}", reason.code());
            for sentence in text.split(". ") {
                assert!(sentence.split_whitespace().count() <= 15, "{}: {sentence}", reason.code());
            }
        }
    }
}

#[test]
fn a_missing_stamp_names_the_paper_the_stamp_and_both_cards() {
    let bring = Reason::P08.bring();
    for word in ["surat kuasa asli", "meterai", "bertanda tangan", "bercap", "KTP asli", "penerima kuasa"] {
        assert!(bring.contains(word), "{word}");
    }
}
