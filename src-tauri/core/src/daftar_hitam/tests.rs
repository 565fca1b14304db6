use super::*;
use crate::error::Code;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn list(text: &str) -> Vec<Listed> {
    let read = read(text.as_bytes()).unwrap();
    assert_eq!(read.refused, []);
    read.listed
}

/// How each hit agrees, and whether its sanction holds on 23 November 2026.
fn asked(list: &[Listed], number: &str) -> Vec<(Agreement, bool)> {
    find(list, &[number], day("2026-11-23")).iter().map(|hit| (hit.agreement, hit.holds)).collect()
}

#[test]
fn columns_are_found_by_their_headings_whatever_stands_above_and_parts_them() {
    let written = [
        "Nama Penyedia,NPWP,Tanggal Mulai,Tanggal Berakhir,Nomor SK\n\"PT Contoh, Jaya\",99.700.000.1-321.000,2026-01-12,2027-01-12,SK-9/2026\n",
        "Daftar Hitam Nasional\nDiunduh 20 November 2026\nNo;NPWP;Nama Perusahaan;Masa Berlaku;Keputusan\n1;997000001321000;PT Contoh, Jaya;12/01/2026 s.d. 12/01/2027;SK-9/2026\n",
        "NPWP;Nama;Masa Berlaku;Keputusan\n997000001321000;PT Contoh, Jaya;12/01/2026-12/01/2027;SK-9/2026\n",
        "npwp\tnama\tmulai berlaku\tberlaku sampai\tSurat Keputusan\n0997000001321000\tPT Contoh, Jaya\t12 Januari 2026\t2027-01-12 00:00:00\tSK-9/2026\n",
    ];
    for text in written {
        let listed = &list(text)[0];
        assert_eq!(listed.npwp, "0997000001321000", "{text}");
        assert_eq!(
            (listed.name.as_str(), listed.decision.as_str()),
            ("PT Contoh, Jaya", "SK-9/2026"),
            "{text}"
        );
        assert_eq!((listed.from, listed.until), (Some(day("2026-01-12")), Some(day("2027-01-12"))), "{text}");
    }
}

#[test]
fn letters_of_an_old_windows_file_are_read() {
    let listed = read(b"\xef\xbb\xbfNPWP;Nama\r\n997000001321000;CV Caf\xe9\r\n").unwrap().listed;
    assert_eq!(listed[0].name, "CV Caf\u{e9}");
}

#[test]
fn a_row_that_names_no_taxpayer_is_handed_back_with_its_line_and_the_rest_is_taken() {
    let text = "NPWP,Nama,Mulai,Berakhir\n\
        12345,PT Pendek,,\n\
        \n\
        997000001321000,PT Contoh,,\n\
        997000002321000,PT Terbalik,2027-01-01,2026-01-01\n\
        997000003321000,PT Kapan,besok,\n\
        000000000000000,PT Nol,,\n";
    let read = read(text.as_bytes()).unwrap();
    assert_eq!(read.listed.len(), 3);
    let lines = |rows: &[RefusedRow]| rows.iter().map(|row| row.line).collect::<Vec<_>>();
    assert_eq!((lines(&read.refused), lines(&read.undated)), (vec![2, 7], vec![5, 6]));
    // Whose days cannot be read is not let go: the sanction is held to hold.
    assert!(read.listed.iter().all(|listed| listed.holds_on(day("2026-11-23"))));
    assert!(read.refused.iter().all(|row| !row.why.contains("PT")), "{:?}", read.refused);
}

#[test]
fn what_is_no_list_is_refused_whole() {
    let refused: [&[u8]; 7] = [
        b"",
        b"\0\0\0",
        b"PK\x03\x04 a workbook",
        b"%PDF-1.7",
        b"\xd0\xcf\x11\xe0 an old workbook",
        b"Nama,Alamat\nPT Contoh,Jalan Mawar\n",
        b"NPWP,Nama\n",
    ];
    for bytes in refused {
        assert_eq!(read(bytes).unwrap_err().code, Code::InvalidInput, "{bytes:?}");
    }
    let swallowed =
        format!("NPWP,Nama\n997000001321000,\"PT Contoh\n{}", "997000002321000,CV Lain\n".repeat(9));
    assert_eq!(read(swallowed.as_bytes()).unwrap_err().code, Code::InvalidInput);
    let endless = format!("NPWP\n{}", "997000001321000\n".repeat(MOST_ROWS + 1));
    assert_eq!(read(endless.as_bytes()).unwrap_err().code, Code::InvalidInput);
}

#[test]
fn fifteen_digits_and_sixteen_are_one_number_and_a_branch_stands_for_its_head_office() {
    let list = list("NPWP,Nama\n99.700.000.1-321.000,PT Contoh\n");
    for same in ["997000001321000", "0997000001321000", "99.700.000.1-321.000"] {
        assert_eq!(asked(&list, same), [(Agreement::Sama, true)], "{same}");
    }
    for branch in ["997000001321001", "0997000001402002"] {
        assert_eq!(asked(&list, branch), [(Agreement::Cabang, true)], "{branch}");
    }
    for other in ["997000002321000", "9971000000009001", "", "99.700", "PT Contoh"] {
        assert_eq!(asked(&list, other), [], "{other}");
    }
}

#[test]
fn a_person_is_found_by_the_nik_that_is_the_npwp_and_no_neighbour_is() {
    let list = list("NPWP,Nama\n7307010101809001,Warga Contoh\n");
    assert_eq!(asked(&list, "7307010101809001"), [(Agreement::Sama, true)]);
    assert_eq!(asked(&list, "7307010101809002"), []);
}

#[test]
fn a_sanction_holds_from_its_first_day_through_its_last_and_what_holds_stands_first() {
    let dated =
        |from: &str, until: &str| list(&format!("NPWP,Mulai,Berakhir\n997000001321000,{from},{until}\n"));
    let cases = [
        ("2026-11-23", "2026-11-23", true),
        ("2026-11-24", "2027-11-24", false),
        ("2025-11-22", "2026-11-22", false),
        ("", "2026-11-22", false),
        ("2026-11-24", "", false),
        ("", "", true),
        ("-", "-", true),
    ];
    for (from, until, holds) in cases {
        assert_eq!(
            asked(&dated(from, until), "997000001321000"),
            [(Agreement::Sama, holds)],
            "{from}..{until}"
        );
    }
    let both = list("NPWP,Mulai,Berakhir\n997000001321000,2020-01-01,2021-01-01\n997000001321001,,\n");
    let found = asked(&both, "997000001321000");
    assert_eq!(found, [(Agreement::Cabang, true), (Agreement::Sama, false)]);
}
