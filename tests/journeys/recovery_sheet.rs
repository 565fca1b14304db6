//! The recovery sheet on its way to paper: nobody works before two of its words came back from there.

use loket_core::actions::Session;
use loket_core::error::Code;
use loket_tests::{BAGUS, Desk, Office, RATNA, finish, refused};

fn word(desk: &mut Desk, position: u8) -> &'static str {
    desk.session.show_word(position).unwrap().word
}

fn words(desk: &mut Desk) -> String {
    (1..=12).map(|position| word(desk, position)).collect::<Vec<_>>().join(" ")
}

#[test]
fn two_words_of_the_sheet_typed_back_end_the_setup_and_others_do_not() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let check = ratna.session.sheet_check().unwrap();
    let [first, second] = check.asked;
    assert!(
        (1..=6).contains(&first) && (7..=12).contains(&second),
        "one word of each half: {first}, {second}"
    );
    assert!(ratna.session.sheet_is_due().unwrap(), "a new sheet must be confirmed again");

    let typed = [word(&mut ratna, first), word(&mut ratna, second)];
    for wrong in [[typed[1], typed[0]], [typed[0], ""], ["", typed[1]], [typed[0], "bukan"]] {
        assert_eq!(refused(ratna.session.confirm_sheet(wrong)).code, Code::WrongRecoveryWords, "{wrong:?}");
    }
    assert_eq!(ratna.session.sheet_check().unwrap(), check, "the same two are asked again");
    ratna.session.confirm_sheet([&typed[0].to_uppercase(), typed[1]]).unwrap();
    assert!(!ratna.session.sheet_is_due().unwrap());
    ratna.leave();
    finish(office);
}

#[test]
fn a_sheet_that_nobody_confirmed_before_the_lock_opens_nothing_once_the_next_is_made() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let lost = words(&mut ratna);
    ratna.leave();
    let mut ratna = office.sit_down(RATNA);
    let newest = words(&mut ratna);
    assert_ne!(lost, newest);
    ratna.leave();
    let recover = |words: &str| {
        Session::recover(&office.folder(), words, RATNA.username, RATNA.password, office.world())
    };
    assert_eq!(refused(recover(&lost)).code, Code::WrongRecoveryWords);
    recover(&newest).unwrap().lock(false).unwrap();
    finish(office);
}

#[test]
fn a_sheet_counts_as_printed_only_when_it_came_out_of_the_printer() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let (sheet, turn) = ratna.session.sheet_pdf().unwrap();
    assert!(sheet.starts_with(b"%PDF"));
    assert!(!ratna.session.sheet_check().unwrap().printed, "it is on its way");
    assert!(ratna.session.note_sheet_printed(turn).unwrap().printed);
    assert!(ratna.session.sheet_check().unwrap().printed);
    ratna.leave();

    // It came out behind a locked desk: its words are gone, and no other sheet is taken for it.
    let mut ratna = office.sit_down(RATNA);
    let before = ratna.session.store().head().unwrap();
    assert_eq!(refused(ratna.session.note_sheet_printed(turn)).code, Code::NotFound);
    assert_eq!(ratna.session.store().head().unwrap(), before, "none is made for it either");
    assert!(!ratna.session.sheet_check().unwrap().printed);
    assert_eq!(refused(ratna.session.note_sheet_printed(turn)).code, Code::NotFound);
    ratna.leave();
    finish(office);
}

#[test]
fn every_look_at_a_word_is_written_down_and_there_is_no_thirteenth() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    ratna.session.sheet_check().unwrap();
    let head = |desk: &Desk| desk.session.store().head().unwrap();
    let before = head(&ratna);
    for nowhere in [0, 13, u8::MAX] {
        assert_eq!(refused(ratna.session.show_word(nowhere)).code, Code::NotFound);
    }
    assert_eq!(head(&ratna), before);
    word(&mut ratna, 12);
    assert_ne!(head(&ratna), before);
    ratna.leave();
    finish(office);
}

#[test]
fn who_does_not_manage_the_office_reaches_no_sheet() {
    let office = Office::staffed();
    let mut bagus = office.sit_down(BAGUS);
    assert!(!bagus.session.sheet_is_due().unwrap());
    assert_eq!(refused(bagus.session.sheet_check()).code, Code::RoleForbidden);
    assert_eq!(refused(bagus.session.show_word(1)).code, Code::RoleForbidden);
    assert_eq!(refused(bagus.session.sheet_pdf().map(drop)).code, Code::RoleForbidden);
    assert_eq!(refused(bagus.session.note_sheet_printed(0)).code, Code::RoleForbidden);
    assert_eq!(refused(bagus.session.confirm_sheet(["a", "b"])).code, Code::RoleForbidden);
    bagus.leave();
    finish(office);
}
