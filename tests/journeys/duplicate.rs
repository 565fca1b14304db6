//! W-DUP: a second permohonan that may be of a vendor who is already here.

use loket_core::actions::contact::Contact;
use loket_core::form::FormField;
use loket_core::permohonan::{
    Confirmation, ContactMethod, ContactPurpose, DuplicateGround, DuplicateWeight, RedirectTarget, Status,
};
use loket_core::place::Place;
use loket_core::reasons::Reason;
use loket_tests::{Desk, Guest, Office, RATNA, finish, labels, places, refused};

const QUESTION: &str = "Alasan melanjutkan permohonan yang mungkin ganda";

#[test]
fn a_second_open_permohonan_is_stopped_until_somebody_says_why_it_may_go_on() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let first = ratna.take_in("S-01");
    let second = ratna.prepare("S-01");

    let error = refused(ratna.session.submit(&second.case, None));
    assert_eq!((labels(&error), places(&error)), (vec![QUESTION], vec![Place::Duplicate]));
    let found = ratna.session.assess(&ratna.record(&second)).unwrap().duplicates;
    assert_eq!(found.iter().map(|line| line.id.as_str()).collect::<Vec<_>>(), [first.case.as_str()]);
    assert_eq!(ratna.paper_numbers(&second), Vec::<String>::new(), "no number was used");

    ratna.session.submit(&second.case, Some("Permohonan pertama salah ketik")).unwrap();
    assert_eq!(ratna.status(&second), Status::Diajukan);
    assert_eq!(ratna.paper_numbers(&second), ["TT-2026-1-000002"]);
    ratna.leave();
    finish(office);
}

/// S-01 once more is handed in without a question although another of the same NPWP ended so.
#[track_caller]
fn is_handed_in_after(ending: Status, end: impl FnOnce(&Office, &mut Desk, &Guest)) {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let ended = ratna.take_in("S-01");
    let next = ratna.prepare("S-01");
    let open = refused(ratna.session.submit(&next.case, None));
    assert_eq!(labels(&open), [QUESTION], "it counts while it is open");
    end(&office, &mut ratna, &ended);
    assert_eq!(ratna.status(&ended), ending);
    ratna.session.submit(&next.case, None).unwrap();
    ratna.leave();
    finish(office);
}

#[test]
fn a_permohonan_that_was_refused_asks_no_question() {
    is_handed_in_after(Status::Ditolak, |_, ratna, guest| {
        ratna.session.refuse(&guest.case, Reason::X02, "Huruf pada KTP ditempel").unwrap();
    });
}

#[test]
fn a_permohonan_that_was_withdrawn_asks_no_question() {
    is_handed_in_after(Status::Dibatalkan, |_, ratna, guest| {
        ratna.session.cancel(&guest.case, "Salah loket").unwrap();
    });
}

#[test]
fn a_permohonan_that_was_sent_elsewhere_asks_no_question() {
    is_handed_in_after(Status::Dialihkan, |_, ratna, guest| {
        let other = RedirectTarget::LpseLain("LPSE Kabupaten Sebelah".to_owned());
        ratna.session.redirect(&guest.case, other, "").unwrap();
    });
}

#[test]
fn a_permohonan_that_lapsed_asks_no_question() {
    is_handed_in_after(Status::Kedaluwarsa, |office, ratna, guest| {
        office.clock.set(2027, 1, 4, 9, 0);
        let reminder = Contact {
            method: ContactMethod::Telepon,
            purpose: ContactPurpose::Pengingat,
            reached: true,
            note: "Tidak jadi datang".to_owned(),
        };
        ratna.session.log_contact(&guest.case, &reminder).unwrap();
        ratna.session.lapse(&guest.case).unwrap();
    });
}

#[test]
fn a_permohonan_that_led_to_an_account_asks_also_when_it_is_closed() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let first = ratna.take_in("S-01");
    ratna.verify(&first);
    ratna.declare(&first);
    ratna.approve(&first);
    ratna.session.record_activation(&first.case, "alasroban").unwrap();
    ratna.session.close_sikap(&first.case, Confirmation::Telepon).unwrap();
    assert!(ratna.status(&first).is_final());

    let second = ratna.prepare("S-01");
    assert_eq!(labels(&refused(ratna.session.submit(&second.case, None))), [QUESTION]);
    ratna.leave();
    finish(office);
}

/// The form of a prepared guest with some values typed otherwise.
fn with(desk: &mut Desk, scenario: &str, values: &[(FormField, &str)]) -> Guest {
    let guest = desk.prepare(scenario);
    for (field, value) in values {
        desk.session.set_form_field(&guest.case, *field, value).unwrap();
    }
    guest
}

fn grounds(desk: &Desk, guest: &Guest) -> Vec<(DuplicateGround, DuplicateWeight)> {
    let found = desk.session.assess(&desk.record(guest)).unwrap().duplicates;
    found.iter().flat_map(|other| &other.grounds).map(|line| (line.ground, line.weight)).collect()
}

/// The second of two permohonan waits for a reason, finds the first and is found by it, and goes on with one.
#[track_caller]
fn waits_for_a_reason(
    ground: DuplicateGround,
    first: (&str, &[(FormField, &str)]),
    second: (&str, &[(FormField, &str)]),
) {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let earlier = with(&mut ratna, first.0, first.1);
    ratna.session.submit(&earlier.case, None).unwrap();
    let later = with(&mut ratna, second.0, second.1);
    let expected = (ground, DuplicateWeight::NeedsReason);
    assert!(grounds(&ratna, &later).contains(&expected), "{:?}", grounds(&ratna, &later));
    assert!(grounds(&ratna, &earlier).contains(&expected), "the first is asked about the second, too");
    let error = refused(ratna.session.submit(&later.case, None));
    assert_eq!((labels(&error), places(&error)), (vec![QUESTION], vec![Place::Duplicate]));
    assert_eq!(ratna.status(&later), Status::Draf);
    let blank = refused(ratna.session.submit(&later.case, Some("  ")));
    assert_eq!(labels(&blank), [QUESTION], "blanks are no reason");
    ratna.session.submit(&later.case, Some("Kantor lain, sudah ditanyakan")).unwrap();
    assert_eq!(ratna.status(&later), Status::Diajukan);
    ratna.leave();
    finish(office);
}

/// The second of two permohonan is asked about, or told of, and is handed in without a reason.
#[track_caller]
fn goes_on_with(
    expected: &[(DuplicateGround, DuplicateWeight)],
    first: (&str, &[(FormField, &str)]),
    second: (&str, &[(FormField, &str)]),
) {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let earlier = with(&mut ratna, first.0, first.1);
    ratna.session.submit(&earlier.case, None).unwrap();
    let later = with(&mut ratna, second.0, second.1);
    assert_eq!(grounds(&ratna, &later), expected);
    ratna.session.submit(&later.case, None).unwrap();
    assert_eq!(ratna.status(&later), Status::Diajukan);
    ratna.leave();
    finish(office);
}

#[test]
fn a_branch_of_a_firm_whose_head_office_is_here_waits_for_a_reason() {
    let head =
        [(FormField::PusatCabang, "pusat"), (FormField::Npwp, "0997001029513000"), (FormField::Nitku, "")];
    waits_for_a_reason(DuplicateGround::OtherOffice, ("S-08", &head), ("S-08", &[]));
}

#[test]
fn fifteen_digits_are_found_beside_sixteen() {
    let old = [(FormField::Npwp, "99.700.101.1-513.000")];
    waits_for_a_reason(DuplicateGround::SameNpwp, ("S-01", &[]), ("S-01", &old));
}

#[test]
fn an_owner_with_an_old_card_is_found_when_the_nik_becomes_the_npwp() {
    let old = [(FormField::Npwp, "99.700.107.8-513.000")];
    waits_for_a_reason(DuplicateGround::SameOwner, ("S-02", &old), ("S-02", &[]));
}

#[test]
fn one_nik_under_two_names_waits_for_a_reason() {
    let other = [
        (FormField::Npwp, "99.700.107.8-513.000"),
        (FormField::PenanggungJawabNama, "Agus Wibowo"),
        (FormField::Surel, "agus@usaha.example"),
        (FormField::Hp, "081200009077"),
    ];
    waits_for_a_reason(DuplicateGround::NikOfAnother, ("S-01", &[]), ("S-01", &other));
}

#[test]
fn one_mailbox_and_one_telephone_of_two_firms_are_asked_about_and_hold_nothing_up() {
    use DuplicateGround::{SameEmail, SamePhone};
    let asked = [(SameEmail, DuplicateWeight::Question), (SamePhone, DuplicateWeight::Question)];
    let written_otherwise =
        [(FormField::Surel, "Kantor@AlasRoban.example"), (FormField::Hp, "+62 812-0000-9001")];
    goes_on_with(&asked, ("S-01", &[]), ("S-09", &written_otherwise));
}

#[test]
fn a_director_of_two_firms_is_told_and_not_asked_about() {
    let second_firm = [
        (FormField::NamaUsaha, "CV Alas Roban Kedua"),
        (FormField::Npwp, "99.700.107.8-513.000"),
        (FormField::Surel, "kedua@usaha.example"),
    ];
    let told = [(DuplicateGround::SamePersonInCharge, DuplicateWeight::Information)];
    goes_on_with(&told, ("S-01", &[]), ("S-01", &second_firm));
}

#[test]
fn what_is_alike_and_not_the_same_is_neither_asked_nor_told() {
    let alike = [
        (FormField::NamaUsaha, "CV Alas Roban Sejahtera"),
        (FormField::Npwp, "99.700.110.1-513.000"),
        (FormField::Surel, "kantor@alasroban2.example"),
        (FormField::Hp, "081200009010"),
    ];
    goes_on_with(&[], ("S-01", &[]), ("S-09", &alike));
}

#[test]
fn the_question_names_the_other_permohonan_and_never_a_number_of_a_person() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let first = ratna.take_in("S-01");
    let second = ratna.prepare("S-01");
    let found = ratna.session.assess(&ratna.record(&second)).unwrap().duplicates;
    let number = ratna.record(&first).number;
    let texts: Vec<&str> =
        found.iter().flat_map(|other| &other.grounds).map(|line| line.text.as_str()).collect();
    let question = format!(
        "NPWP sama dengan permohonan {number} (Menunggu panggilan). Apakah ini akun kedua pelaku usaha yang sama?"
    );
    assert_eq!(texts, [question]);
    ratna.leave();
    finish(office);
}
