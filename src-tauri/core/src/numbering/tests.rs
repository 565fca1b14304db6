use super::*;

#[test]
fn a_number_prints_its_kind_year_station_and_sequence() {
    let table = [
        (PaperKind::TandaTerima, 2026, 1, 7, "TT-2026-1-000007"),
        (PaperKind::LembarKekurangan, 2026, 2, 15, "LK-2026-2-000015"),
        (PaperKind::BuktiVerifikasi, 2026, 1, 311, "BV-2026-1-000311"),
        (PaperKind::SuratPenolakan, 2027, 12, 999_999, "SP-2027-12-999999"),
        (PaperKind::BeritaAcara, 2026, 1, 1_000_000, "BA-2026-1-1000000"),
    ];
    for (kind, year, station, sequence, printed) in table {
        let number = PaperNumber::new(kind, year, station, sequence).unwrap();
        assert_eq!(number.to_string(), printed);
        assert_eq!(printed.parse::<PaperNumber>().unwrap(), number);
        assert_eq!(serde_json::to_value(number).unwrap(), printed);
    }
}

#[test]
fn a_number_is_read_in_small_letters_and_with_spaces_around_it() {
    let number: PaperNumber = " bv-2026-1-000311\n".parse().unwrap();
    assert_eq!((number.kind(), number.year()), (PaperKind::BuktiVerifikasi, 2026));
    assert_eq!((number.station(), number.sequence()), (1, 311));
}

#[test]
fn anything_else_is_not_a_number_of_paper() {
    for wrong in [
        "",
        "BV",
        "BV-2026-1",
        "BV-2026-1-311",
        "BV-2026-1-0000311",
        "BV-2026-01-000311",
        "BV-2026-1-000000",
        "BV-2026-0-000311",
        "BV-26-1-000311",
        "XX-2026-1-000311",
        "BV-2026-1-000311-2",
        "BV-2026-1-00031l",
        "BV-2026-+1-000311",
        "BV 2026 1 000311",
        "BV-2026-1-99999999999",
        "BV-2026-70000-000001",
        "2026/1/0412",
    ] {
        let answer = wrong.parse::<PaperNumber>();
        assert_eq!(answer.expect_err(wrong).code, Code::InvalidInput, "{wrong}");
    }
}

#[test]
fn papers_without_a_series_get_no_number() {
    for kind in [PaperKind::Fotokopi, PaperKind::TiketAntrean] {
        assert!(PaperNumber::new(kind, 2026, 1, 1).is_err(), "{kind:?}");
    }
}

#[test]
fn no_two_kinds_share_a_prefix_or_a_stored_word() {
    for (index, kind) in PaperKind::ALL.into_iter().enumerate() {
        assert_eq!(PaperKind::parse(kind.as_str()), Some(kind));
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        for other in &PaperKind::ALL[index + 1..] {
            assert!(kind.prefix().is_none() || kind.prefix() != other.prefix(), "{kind:?} {other:?}");
        }
    }
}

#[test]
fn permohonan_and_queue_numbers_stay_readable_when_they_grow() {
    assert_eq!(format_permohonan_number(2026, 1, 412), "2026/1/0412");
    assert_eq!(format_permohonan_number(2026, 3, 12_345), "2026/3/12345");
    assert_eq!(format_queue_number(DESK_QUEUE, 7), "A-07");
    assert_eq!(format_queue_number(DESK_QUEUE, 101), "A-101");
}
