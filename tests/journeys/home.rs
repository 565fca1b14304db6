//! Home says of each guest what the case still waits for, by the rule that the counter goes by.

use chrono::TimeDelta;
use loket_core::actions::contact::Contact;
use loket_core::actions::home::{is_complete, remark};
use loket_core::actions::permohonan::{AttendeeInput, PhoneOf, ReachedAt};
use loket_core::document::{DocumentKind, Sighting};
use loket_core::form::{FormField, Kapasitas};
use loket_core::permohonan::{ContactMethod, ContactPurpose, Status};
use loket_core::reasons::Reason;
use loket_core::store::read::CaseLine;
use loket_tests::{Desk, Guest, JOKO, Office, RATNA, SRI, finish};

fn line(desk: &Desk, guest: &Guest) -> (bool, String) {
    let home = desk.session.home().unwrap();
    let lists = [home.intake, home.waiting, home.repairs, home.approvals, home.activations, home.sikap];
    let found = lists.into_iter().flatten().find(|line| line.id == guest.case).expect("the case is listed");
    (is_complete(&found), remark(&found))
}

#[test]
fn a_case_is_complete_when_every_document_it_needs_is_here_and_not_before() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.walk_in("S-01");
    ratna.fill_form(&guest);
    let both = "KTP direktur dan NPWP perusahaan belum ada";
    assert_eq!(line(&ratna, &guest), (false, both.to_owned()));
    ratna.receive(&guest, DocumentKind::Npwp);
    assert_eq!(line(&ratna, &guest), (false, "KTP direktur belum ada".to_owned()));
    // A digital KTP is shown, never handed in.
    ratna.session.set_sighting(&guest.case, DocumentKind::Ktp, Sighting::Ikd).unwrap();
    assert_eq!(line(&ratna, &guest), (true, "Berkas lengkap".to_owned()));
    ratna.session.set_form_field(&guest.case, FormField::Pkp, "S-12PKP/WPJ.10/KP.1303/2024").unwrap();
    assert_eq!(line(&ratna, &guest), (false, "SPPKP belum ada".to_owned()), "a PKP number needs its letter");
    ratna.session.set_form_field(&guest.case, FormField::Pkp, "-").unwrap();
    assert!(line(&ratna, &guest).0, "a dash is no number");
    let attendee =
        loket_core::actions::permohonan::AttendeeInput { name: "Dewi".into(), ..Default::default() };
    ratna.session.set_attendee(&guest.case, Kapasitas::Kuasa, attendee).unwrap();
    assert_eq!(
        line(&ratna, &guest),
        (false, "Surat kuasa dan KTP penerima kuasa belum ada".to_owned()),
        "a proxy brings a letter and an own card"
    );
    ratna.leave();
    finish(office);
}

#[test]
fn every_list_says_what_its_case_waits_for() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let sent_back = ratna.take_in("S-06");
    ratna.verify(&sent_back);
    ratna.send_for_repair(&sent_back, Reason::P05, "");
    assert_eq!(line(&ratna, &sent_back).1, Reason::P05.text());
    let guest = ratna.take_in("S-01");
    ratna.verify(&guest);
    ratna.declare(&guest);
    assert_eq!(line(&ratna, &guest).1, "Menunggu persetujuan");
    ratna.approve(&guest);
    assert_eq!(line(&ratna, &guest).1, "Menunggu aktivasi di SPSE");
    ratna.session.record_activation(&guest.case, "alasroban").unwrap();
    assert_eq!(line(&ratna, &guest).1, "Hubungi pelaku usaha paling lambat 26 November 2026");
    ratna.leave();
    finish(office);
}

#[test]
fn the_mean_of_the_day_counts_neither_pauses_nor_the_days_of_a_repair() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.call(&guest);
    office.pass(4);
    ratna.session.pause(&guest.case, "Internet terputus").unwrap();
    office.pass(50);
    ratna.session.resume(&guest.case, "").unwrap();
    office.pass(3);
    ratna.see_originals(&guest);
    ratna.compare_everything(&guest);
    ratna.answer_questions(&guest);
    ratna.declare(&guest);
    office.pass(1);
    ratna.approve(&guest);
    let home = ratna.session.home().unwrap();
    assert_eq!((home.done_today, home.done_minutes, home.done_standard), (1, 8, 31));
    ratna.leave();
    finish(office);
}

#[test]
fn a_list_shows_nobody_a_whole_number_and_the_telephone_only_to_who_calls() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    let lines = |desk: &Desk| desk.session.search("Alas Roban", 5).unwrap().0;
    let seen = lines(&ratna).remove(0);
    assert!(!seen.npwp_key.contains("9970010111") && !seen.attendee_nik.contains("3325114508"));
    assert_eq!(seen.phone, "0812-0000-9001", "a verifikator calls");
    ratna.leave();
    for reader in [SRI, JOKO] {
        let desk = office.sit_down(reader);
        let seen = lines(&desk).remove(0);
        assert_eq!(seen.id, guest.case);
        assert!(seen.phone.contains('*'), "{}", seen.phone);
        desk.leave();
    }
    finish(office);
}

#[test]
fn the_first_telephone_that_is_known_is_the_one_to_call_in_the_list_and_in_the_case() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.walk_in("S-01");
    for (hp, attendee, telepon, called) in [
        ("081200009001", "081200009002", "0285399001", Some((PhoneOf::Hp, "0812-0000-9001"))),
        ("", "081200009002", "0285399001", Some((PhoneOf::Attendee, "0812-0000-9002"))),
        ("", "", "0285399001", Some((PhoneOf::Telepon, "(0285) 399001"))),
        ("", "", "", None),
    ] {
        for (field, value) in [(FormField::Hp, hp), (FormField::Telepon, telepon)] {
            ratna.session.set_form_field(&guest.case, field, value).unwrap();
        }
        let phone = attendee.to_owned();
        let person =
            AttendeeInput { name: "Wulan Pertiwi".to_owned(), nik: String::new(), phone, priority: None };
        ratna.session.set_attendee(&guest.case, Kapasitas::Direktur, person).unwrap();
        let seen = ratna.session.see_permohonan(&guest.case).unwrap().phone;
        assert_eq!(seen, called.map(|(whose, number)| ReachedAt { whose, number: number.to_owned() }));
        let home = ratna.session.home().unwrap();
        assert_eq!(home.intake[0].phone, called.map_or("", |(_, number)| number));
    }
    ratna.leave();
    finish(office);
}

#[test]
fn what_is_due_is_looked_for_by_its_own_date_and_not_by_the_last_touch() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let [early, late] = ["S-01", "S-09"].map(|scenario| {
        let guest = ratna.walk_in(scenario);
        ratna.fill_form(&guest);
        ratna.session.register_email(&guest.case, ratna.session.store().now()).unwrap();
        office.pass(24 * 60);
        guest
    });
    // Who is due first was touched last, and would stand behind everybody in a list that is cut.
    ratna.session.log_contact(&early.case, &called()).unwrap();
    let reader = ratna.session.store().reader();
    let ids = |lines: Vec<CaseLine>| lines.into_iter().map(|line| line.id).collect::<Vec<_>>();
    assert_eq!(ids(reader.cases_in(&[Status::MenungguTautan], 1).unwrap()), [late.case.as_str()]);
    assert_eq!(ids(reader.cases_by_due(Status::MenungguTautan, 1).unwrap()), [early.case.as_str()]);

    let waiting = ratna.take_in("S-06");
    let handed_in = ratna.record(&waiting).phases[1].since;
    let reader = ratna.session.store().reader();
    let until = |moment| {
        let waits = reader.waits_since(&[Status::Antre], moment).unwrap();
        waits.into_iter().map(|wait| wait.case).collect::<Vec<_>>()
    };
    assert_eq!(until(handed_in), [waiting.case.as_str()]);
    assert_eq!(
        ids(reader.lines_of(until(handed_in).iter().map(String::as_str)).unwrap()),
        [waiting.case.as_str()]
    );
    assert_eq!(until(handed_in - TimeDelta::milliseconds(1)), [""; 0]);
    ratna.leave();
    finish(office);
}

fn called() -> Contact {
    let (method, purpose) = (ContactMethod::Telepon, ContactPurpose::Lainnya);
    Contact { method, purpose, reached: true, note: "Tautan belum datang".to_owned() }
}
