use std::collections::BTreeSet;

use super::*;

fn first_path(text: &str) -> String {
    search(text, 1).first().map(Region::path).unwrap_or_default()
}

#[test]
fn the_table_holds_every_region_of_the_decree() {
    let of_level = |length| rows().iter().filter(|row| row.region.code.len() == length).count();
    assert_eq!((of_level(2), of_level(4), of_level(6)), (38, 514, 7285));
    assert_eq!(provinces().count(), 38);
    assert_eq!(kabupaten_of("").filter(|region| region.name.starts_with("Kota ")).count(), 98);
    assert_eq!(kabupaten_of("33").count(), 35);
}

#[test]
fn rows_are_sorted_so_that_a_code_is_found() {
    assert!(rows().is_sorted_by(|a, b| a.region.code < b.region.code));
}

#[test]
fn the_table_holds_every_postal_code() {
    let codes: BTreeSet<u32> = rows().iter().flat_map(|row| row.postal.iter().cloned().flatten()).collect();
    assert_eq!(codes.len(), 10_632);
    assert_eq!((codes.first(), codes.last()), (Some(&10_110), Some(&99_976)));
    assert!(codes.iter().step_by(100).all(|code| is_postal_code(*code)));
    assert!(!is_postal_code(10_109) && !is_postal_code(99_977) && !is_postal_code(0));
    assert!(rows().iter().filter(|row| row.region.code.len() == 4).all(|row| !row.postal.is_empty()));
}

#[test]
fn a_postal_code_belongs_to_its_kabupaten() {
    assert_eq!(is_postal_code_of("3325", 51_211), Some(true));
    assert_eq!(is_postal_code_of("33.25", 51_211), Some(true));
    assert_eq!(is_postal_code_of("3325", 10_110), Some(false));
    assert_eq!(is_postal_code_of("9999", 51_211), None);
    assert_eq!(is_postal_code_of("33", 51_211), None);
    assert!(kabupaten_with_postal_code(51_211).iter().any(|region| region.code == "3325"));
}

#[test]
fn codes_that_are_not_codes_are_unknown() {
    for code in ["", "3", "54", "3325", "332501", "xx", "３３"] {
        assert!(!is_province(code), "{code}");
    }
    for code in ["", "33", "6473", "3398", "332501", "abcd"] {
        assert!(kabupaten(code).is_none(), "{code}");
    }
    for code in ["", "33", "3325", "332599", "3325011", "a"] {
        assert!(!is_kecamatan(code), "{code}");
    }
}

#[test]
fn a_kabupaten_knows_its_name_and_province() {
    let batang = kabupaten("33.25").unwrap();
    assert_eq!((batang.code, batang.name, batang.province), ("3325", "Kabupaten Batang", "Jawa Tengah"));
    assert_eq!(kabupaten("6571").unwrap().name, "Kota Tarakan");
    assert_eq!(province("33").unwrap().name, "Jawa Tengah");
    assert!(is_kecamatan("332501"));
}

#[test]
fn search_forgives_how_a_name_is_typed() {
    for typed in ["batang", "kab. batang", "KABUPATEN  BATANG", "kab batang jawa tengah", "Kab.Batang"] {
        assert_eq!(first_path(typed), "Kabupaten Batang, Jawa Tengah", "{typed}");
    }
    assert_eq!(first_path("limpung"), "Limpung, Kabupaten Batang, Jawa Tengah");
    assert_eq!(first_path("kec limpung batang"), "Limpung, Kabupaten Batang, Jawa Tengah");
    assert_eq!(first_path("kota pekalongan"), "Kota Pekalongan, Jawa Tengah");
    assert_eq!(first_path("soerabaja"), "Kota Surabaya, Jawa Timur");
    assert_eq!(first_path("pekalngan kota"), "Kota Pekalongan, Jawa Tengah");
    assert_eq!(first_path("jawa tengah"), "Jawa Tengah");
    assert_eq!(first_path("tarak"), "Kota Tarakan, Kalimantan Utara");
}

#[test]
fn search_answers_nothing_to_nothing() {
    for typed in ["", "   ", "-", "qxqx", "kec.", &"qx ".repeat(10_000)] {
        assert!(search(typed, 10).is_empty(), "{typed:.10}");
    }
    assert!(search("batang", 0).is_empty());
    assert_eq!(search("a", 7).len(), 7);
}
