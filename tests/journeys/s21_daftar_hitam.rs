//! S-21: the vendor stands in the list that the office imported last week.

use chrono::NaiveDate;
use loket_core::daftar_hitam::Agreement;
use loket_core::error::Code;
use loket_core::form::FormField;
use loket_core::numbering::PaperKind;
use loket_core::permohonan::Status;
use loket_core::reasons::Reason;
use loket_core::verifikasi::{DaftarHitam, JawabanDaftarHitam};
use loket_tests::{BAGUS, Desk, Office, RATNA, finish, labels, refused};

const LAST_WEEK: &str = "2026-11-16";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn import(desk: &mut Desk, list: &str, dated: &str) {
    desk.session.read_daftar_hitam(list.as_bytes()).unwrap();
    desk.session.import_daftar_hitam(day(dated)).unwrap();
}

/// A list with a branch of this taxpayer under sanction, an older sanction of its head office, and a stranger.
fn list_with(npwp: &str) -> String {
    let digits: String = npwp.chars().filter(char::is_ascii_digit).collect();
    let old = &digits[digits.len() - 15..];
    format!(
        "Nama Penyedia;NPWP;Mulai;Berakhir;Nomor SK\n\
         PT Orang Lain;997000009321000;2026-01-12;2028-01-12;SK-1\n\
         Cabang Dia;{branch}907;2026-01-12;2027-01-12;SK-2/2026\n\
         Dia Sendiri;{old};2019-01-12;2020-01-12;SK-3/2019\n",
        branch = &old[..12],
    )
}

#[test]
fn the_list_finds_a_branch_and_the_refusal_names_its_date() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    import(&mut ratna, &list_with(guest.typed(FormField::Npwp)), LAST_WEEK);
    ratna.call(&guest);

    let answer = ratna.session.see_permohonan(&guest.case).unwrap().daftar_hitam.unwrap();
    assert_eq!(answer.list_date, day(LAST_WEEK));
    let hits: Vec<_> =
        answer.hits.iter().map(|hit| (hit.listed.name.as_str(), hit.agreement, hit.holds)).collect();
    assert_eq!(hits, [("Cabang Dia", Agreement::Cabang, true), ("Dia Sendiri", Agreement::Sama, false)]);

    let stands = DaftarHitam { answer: Some(JawabanDaftarHitam::Tercantum), list_date: Some(day(LAST_WEEK)) };
    ratna.session.set_daftar_hitam(&guest.case, stands).unwrap();
    let error = refused(ratna.session.declare(&guest.case));
    assert!(labels(&error).contains(&"Tercantum dalam daftar hitam (X01)"), "{:?}", labels(&error));
    ratna.session.refuse(&guest.case, Reason::X01, "Cabang perusahaan tercantum, SK-2/2026.").unwrap();
    assert_eq!(ratna.status(&guest), Status::Ditolak);
    let letter = ratna.words_on(&guest, PaperKind::SuratPenolakan);
    assert!(letter.contains("16 November 2026") || letter.contains("16-11-2026"), "{letter}");
    ratna.leave();
    finish(office);
}

#[test]
fn without_a_list_nothing_is_said_and_the_question_stays_a_persons() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    assert!(ratna.session.see_permohonan(&guest.case).unwrap().daftar_hitam.is_none());
    import(&mut ratna, "NPWP,Nama\n997000009321000,PT Orang Lain\n", LAST_WEEK);
    let answer = ratna.session.see_permohonan(&guest.case).unwrap().daftar_hitam.unwrap();
    assert_eq!(answer.hits, []);
    assert_eq!(ratna.record(&guest).daftar_hitam, None, "the list answers nothing by itself");
    ratna.leave();
    finish(office);
}

#[test]
fn an_older_list_and_one_of_tomorrow_take_no_ones_place() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    import(&mut ratna, "NPWP\n997000009321000\n", LAST_WEEK);
    for wrong in ["2026-11-15", "2026-11-24"] {
        ratna.session.read_daftar_hitam(b"NPWP\n997000008321000\n").unwrap();
        assert_eq!(
            ratna.session.import_daftar_hitam(day(wrong)).unwrap_err().code,
            Code::InvalidInput,
            "{wrong}"
        );
    }
    assert_eq!(ratna.session.read_daftar_hitam(b"Nama\nPT Contoh\n").unwrap_err().code, Code::InvalidInput);
    assert_eq!(ratna.session.imported_daftar_hitam().unwrap().unwrap().list_date, day(LAST_WEEK));
    ratna.leave();
    let mut bagus = office.sit_down(BAGUS);
    assert_eq!(
        bagus.session.read_daftar_hitam(b"NPWP\n997000008321000\n").unwrap_err().code,
        Code::RoleForbidden
    );
    bagus.leave();
    finish(office);
}
