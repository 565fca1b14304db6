//! Papers that no printer printed wait on one list until one does, or until nobody needs them.

use loket_core::error::Code;
use loket_core::form::FormField;
use loket_core::numbering::PaperKind;
use loket_tests::{BAGUS, Desk, Guest, Office, RATNA, SRI, finish, refused};

/// Company, kind and copies of what waits, as the home shows it.
fn waiting(desk: &Desk) -> Vec<(String, PaperKind, u8)> {
    let waiting = desk.session.prints_that_wait().unwrap();
    waiting.into_iter().map(|print| (print.company, print.kind, print.copies)).collect()
}

fn approved(desk: &mut Desk, scenario: &str) -> Guest {
    let guest = desk.take_in(scenario);
    desk.verify(&guest);
    desk.declare(&guest);
    desk.approve(&guest);
    guest
}

#[test]
fn papers_wait_the_oldest_first_until_each_is_printed() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let first = approved(&mut ratna, "S-01");
    let bukti = ratna.paper(&first, PaperKind::BuktiVerifikasi).id;
    ratna.session.postpone_print(&first.case, &bukti, 2).unwrap();
    office.pass(10);
    let second = ratna.take_in("S-02");
    let receipt = ratna.paper(&second, PaperKind::TandaTerima).id;
    ratna.session.postpone_print(&second.case, &receipt, 0).unwrap();
    office.pass(10);
    // Said again, the first keeps its place.
    ratna.session.postpone_print(&first.case, &bukti, 3).unwrap();

    let company = |guest: &Guest| ratna.record(guest).form_value(FormField::NamaUsaha).to_owned();
    let expected =
        [(company(&first), PaperKind::BuktiVerifikasi, 3), (company(&second), PaperKind::TandaTerima, 1)];
    assert_eq!(waiting(&ratna), expected);
    assert_eq!(ratna.paper(&first, PaperKind::BuktiVerifikasi).later, 3);
    ratna.leave();

    // Whoever sits there next finds them and prints.
    let mut ratna = office.sit_down(RATNA);
    ratna.session.note_printed(&first.case, &bukti, 3).unwrap();
    assert_eq!(waiting(&ratna), expected[1..]);
    let printed = ratna.paper(&first, PaperKind::BuktiVerifikasi);
    assert_eq!((printed.prints, printed.later), (3, 0));
    ratna.leave();
    finish(office);
}

#[test]
fn a_print_counts_when_it_came_out_and_the_log_tells_both() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    let receipt = ratna.paper(&guest, PaperKind::TandaTerima).id;
    let counted = |desk: &Desk| {
        let paper = desk.paper(&guest, PaperKind::TandaTerima);
        (paper.prints, paper.later)
    };
    ratna.session.postpone_print(&guest.case, &receipt, 2).unwrap();
    assert_eq!(counted(&ratna), (0, 2), "it is on its way, or waits");
    ratna.session.note_printed(&guest.case, &receipt, 2).unwrap();
    assert_eq!(counted(&ratna), (2, 0));
    let told: Vec<String> =
        ratna.session.timeline(&guest.case).unwrap().into_iter().map(|line| line.text).collect();
    for line in ["Kertas menunggu dicetak.", "Kertas dicetak 2 rangkap."] {
        assert_eq!(told.iter().filter(|told| *told == line).count(), 1, "{line}: {told:?}");
    }
    ratna.leave();
    finish(office);
}

#[test]
fn a_paper_that_nobody_needs_leaves_the_list_once() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    let receipt = ratna.paper(&guest, PaperKind::TandaTerima).id;
    ratna.session.postpone_print(&guest.case, &receipt, 1).unwrap();
    for _ in 0..2 {
        ratna.session.drop_print(&guest.case, &receipt).unwrap();
        assert!(waiting(&ratna).is_empty());
    }
    let said = ratna.acts(&guest).iter().filter(|open| open.verb() == "print_not_needed").count();
    assert_eq!(said, 1, "what does not wait is not given up");
    assert!(ratna.session.open_paper(&guest.case, &receipt).is_ok(), "the paper itself stays");
    ratna.leave();
    finish(office);
}

#[test]
fn a_bukti_that_is_replaced_waits_no_more() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = approved(&mut ratna, "S-01");
    let old = ratna.paper(&guest, PaperKind::BuktiVerifikasi).id;
    ratna.session.postpone_print(&guest.case, &old, 1).unwrap();
    let reason = "Nama yang hadir kurang satu kata";
    ratna.session.replace_bukti(&guest.case, RATNA.password, reason, Some("Wulan Ayu Pertiwi")).unwrap();
    assert!(waiting(&ratna).is_empty(), "nobody hands it out");
    ratna.leave();
    finish(office);
}

#[test]
fn a_fotokopi_on_the_list_is_printed_by_those_who_may_see_it_and_a_foreign_paper_never_waits() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let guest = approved(&mut ratna, "S-01");
    ratna.session.make_fotokopi(&guest.case).unwrap();
    let copies = ratna.paper(&guest, PaperKind::Fotokopi).id;
    ratna.session.postpone_print(&guest.case, &copies, 1).unwrap();
    let other = ratna.take_in("S-02");
    let strange = refused(ratna.session.postpone_print(&other.case, &copies, 1));
    assert_eq!(strange.code, Code::NotFound);
    refused(ratna.session.drop_print(&other.case, &copies));
    ratna.leave();

    for (officer, may) in [(RATNA, true), (BAGUS, false), (SRI, false)] {
        let desk = office.sit_down(officer);
        let waiting = desk.session.prints_that_wait().unwrap();
        let told: Vec<bool> = waiting.iter().map(|print| desk.session.may_print(print)).collect();
        assert_eq!(told, [may], "{}", officer.name);
        desk.leave();
    }
    finish(office);
}
