//! Lists of holidays as offices write them, and lines that nobody may guess at.

use proptest::prelude::*;

use super::super::*;
use super::day;
use crate::error::Code;

fn read(text: &str) -> HolidaysRead {
    Holidays::read(text).unwrap()
}

/// The only day of a list that has one line.
fn only(line: &str) -> (NaiveDate, String) {
    let read = read(line);
    assert_eq!((read.holidays.list.len(), read.refused.len()), (1, 0), "{line}");
    read.holidays.list.into_iter().next().unwrap()
}

#[test]
fn a_list_is_read_in_every_way_in_which_offices_write_one() {
    let christmas = (day(2026, 12, 25), "Hari Natal".to_owned());
    let lines = [
        "2026-12-25,Hari Natal",
        "25-12-2026;Hari Natal",
        "25/12/2026\tHari Natal",
        "25 Desember 2026,Hari Natal",
        "25 desember 2026 ; Hari Natal",
        "\"2026-12-25\",\"Hari Natal\"",
        "\"Jumat, 25 Desember 2026\",Hari Natal",
        "Jum'at, 25 Desember 2026;Hari Natal",
        "\u{feff}2026-12-25,Hari Natal\r\n",
        "tanggal,keterangan\r\n2026-12-25,Hari Natal\r\n\r\n",
        "\u{feff}\"Tanggal\";\"Keterangan\"\n25-12-2026;Hari Natal;",
    ];
    for line in lines {
        assert_eq!(only(line), christmas, "{line:?}");
    }
    assert_eq!(only("2026-12-25").1, "Hari libur");
    assert_eq!(only("2026-12-25,Natal, cuti bersama").1, "Natal, cuti bersama");
    assert_eq!(only("2026-12-25,\"Natal; \"\"besar\"\"\"").1, "Natal; \"besar\"");
    assert_eq!(only("25 Desember 2026, Natal; cuti").1, "Natal; cuti");
}

#[test]
fn a_list_says_where_it_comes_from() {
    let read = read("# SKB Tiga Menteri tentang hari libur 2026\n# diketik di kantor\n2026-12-25,Natal\n");
    assert_eq!(read.holidays.sources(), "SKB Tiga Menteri tentang hari libur 2026");
    assert_eq!(read.holidays.is_holiday(day(2026, 12, 25)), Some("Natal"));
    assert_eq!(read.holidays.is_holiday(day(2026, 12, 24)), None);
}

#[test]
fn the_days_of_a_list_are_no_working_days() {
    let holidays = read("2027-01-01,Tahun Baru\n2026-12-25,Natal").holidays;
    assert_eq!(holidays.dates(), [day(2026, 12, 25), day(2027, 1, 1)]);
    assert!(!is_working_day(day(2026, 12, 25), &holidays.dates()));
    assert_eq!(add_working_days(day(2026, 12, 24), 1, &holidays.dates()), day(2026, 12, 28));
}

#[test]
fn a_line_that_does_not_plainly_say_its_day_is_handed_back_with_its_number() {
    let lines = [
        "Natal,2026-12-25",
        "Natal 25 Desember 2026",
        "25-12-26,Natal",
        "12/25/2026,Natal",
        "2026-13-01,Natal",
        "30 Februari 2026,Libur",
        "2026-02-29,Libur",
        "25122026,Natal",
        "20261225,Natal",
        "25 Desembre 2026,Natal",
        "25 Desember,Natal",
        "0026-12-25,Natal",
        "1899-12-25,Natal",
        "2126-12-25,Natal",
        "\"Kamis, 25 Desember 2026\",Natal",
        "Jumat, 25 Desember 2026, Natal",
        "\"2026-12-25,Natal",
        "2026-12-25,\"Natal",
        "2026-12-25,Na\u{0}tal",
        "2026-12-25,Na\u{fffd}tal",
        "-,-",
        ";;;",
        "-2026-12-25,Natal",
        "2026-12-25T00:00:00,Natal",
        "25 s.d. 26 Desember 2026,Natal",
        "٢٥-١٢-٢٠٢٦,Natal",
    ];
    let text = format!("2026-01-01,Tahun Baru\n\n{}", lines.join("\n"));
    let read = read(&text);
    assert_eq!(read.holidays.dates(), [day(2026, 1, 1)], "{:?}", read.holidays.list);
    let numbers: Vec<usize> = read.refused.iter().map(|line| line.number).collect();
    assert_eq!(numbers, (3..3 + lines.len()).collect::<Vec<_>>());
    assert!(read.refused.iter().all(|line| line.why.ends_with('.')));
    let why = |text: &str| Holidays::read(&format!("2026-01-01,A\n{text}")).unwrap().refused[0].why.clone();
    assert_eq!(why("\"Kamis, 25 Desember 2026\",Natal"), "Tanggal itu hari Jumat, bukan Kamis.");
    assert_eq!(why("2026-02-29,Libur"), "Tanggal ini tidak ada di kalender. Tulis hari, bulan, lalu tahun.");
    assert!(why(&format!("2026-12-25,{}", "a".repeat(121))).contains("120"));
}

#[test]
fn a_day_that_stands_twice_is_taken_once_and_told() {
    let read = read("2026-12-25,Natal\n25 Desember 2026,Hari Raya Natal\n25/12/2026,Natal");
    assert_eq!(read.holidays.is_holiday(day(2026, 12, 25)), Some("Natal"));
    assert_eq!(read.refused.len(), 2);
    assert!(read.refused.iter().all(|line| line.why == "Tanggal ini sudah ada pada baris 1."));
}

#[test]
fn a_text_that_is_no_list_is_refused_as_a_whole() {
    let texts =
        ["", "\u{feff}", "\r\n\r\n", "tanggal,keterangan\n", "# sumber saja", "<html></html>", "\u{0}\u{1}"];
    for text in texts {
        let error = Holidays::read(text).unwrap_err();
        assert_eq!(error.code, Code::InvalidInput, "{text:?}");
    }
    let many = "2026-12-25,Natal\n".repeat(2_001);
    assert!(Holidays::read(&many).unwrap_err().what_happened().contains("terlalu panjang"));
    let large = format!("2026-12-25,{}", "a".repeat(300_000));
    assert!(Holidays::read(&large).unwrap_err().what_happened().contains("terlalu panjang"));
}

proptest! {
    #[test]
    fn no_text_breaks_the_reader(text in "[0-9 \\-/,;\t\"#a-zA-Z\r\n\u{feff}é]{0,200}") {
        if let Ok(read) = Holidays::read(&text) {
            let lines = text.lines().count();
            prop_assert!(read.holidays.list.len() + read.refused.len() <= lines);
            prop_assert!(read.refused.iter().all(|line| (1..=lines).contains(&line.number)));
        }
    }
}

#[test]
fn a_new_list_takes_the_years_that_it_names_and_leaves_the_others() {
    let old = read("# SKB 2026\n2026-12-25,Hari Natal\n2026-12-26,Cuti bersama\n").holidays;
    let next = read("# SKB 2027\n2027-01-01,Tahun Baru\n").holidays;
    let both = old.clone().renewed(next.clone());
    assert_eq!(both.dates(), [day(2026, 12, 25), day(2026, 12, 26), day(2027, 1, 1)]);
    assert_eq!(both.sources(), "SKB 2026; SKB 2027");

    // A decree that is changed replaces its own year and says its source once.
    let changed = read("# SKB 2026\n2026-12-25,Hari Natal\n").holidays;
    let renewed = both.clone().renewed(changed);
    assert_eq!(renewed.dates(), [day(2026, 12, 25), day(2027, 1, 1)]);
    assert_eq!(renewed.sources(), "SKB 2026; SKB 2027");
    assert_eq!(both.clone().renewed(both.clone()), both);
    assert_eq!(Holidays::default().renewed(next.clone()), next);
    assert_eq!(old.clone().renewed(Holidays::default()), old, "a list of nothing takes nothing");
}

#[test]
fn a_year_that_is_said_to_be_empty_takes_its_days_and_their_source_back() {
    let wrong = read("# Salah ketik\n2031-12-25,Hari Natal\n").holidays;
    let old = read("# SKB 2026\n2026-12-25,Hari Natal\n").holidays.renewed(wrong);
    for line in ["2031 kosong", " 2031 Kosong ", "2031,kosong,", "2031\u{a0}kosong", "\"2031\";\"kosong\""] {
        let nothing = read(line).holidays;
        assert_eq!(nothing.emptied(), [2031], "{line:?}");
        let renewed = old.clone().renewed(nothing);
        assert_eq!(renewed.dates(), [day(2026, 12, 25)], "{line:?}");
        assert_eq!(renewed.sources(), "SKB 2026");
        assert!(renewed.emptied().is_empty());
    }
    // Days of the same list stay.
    let read = read("2031 kosong\n2031-01-01,Tahun Baru\n");
    assert_eq!((read.holidays.emptied(), read.refused), (Vec::new(), Vec::new()));
    assert_eq!(old.renewed(read.holidays).dates(), [day(2026, 12, 25), day(2031, 1, 1)]);
    for line in ["1931 kosong", "20311 kosong", "2031", "2031,Hari Natal", "tahun 2031 kosong"] {
        assert!(Holidays::read(&format!("tanggal,nama\n{line}")).is_err(), "{line}");
    }
}
