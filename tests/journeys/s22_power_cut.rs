//! S-22: the power goes out, between shutter and save and during an approval.

use std::sync::Arc;

use loket_core::capture::Taken;
use loket_core::document::{DocumentKind, PictureSource};
use loket_core::numbering::PaperKind;
use loket_core::permohonan::Status;
use loket_tests::cards::photo_of;
use loket_tests::{Office, PowerCut, RATNA, finish};

/// Every place of a picture's way to the disk before the act is durable.
const BEFORE_COMMIT: [&str; 8] = [
    "act:begin",
    "berkas.create",
    "berkas.half",
    "berkas.rename",
    "berkas.sync_folder",
    "act:append",
    "act:fold",
    "act:commit",
];

#[test]
fn between_shutter_and_save_only_the_picture_on_screen_is_lost() {
    for point in BEFORE_COMMIT {
        let office = Office::open();
        let power = Arc::new(PowerCut::default());
        let mut ratna = office.sit_down_in(office.world_with(Arc::<PowerCut>::clone(&power)), RATNA);
        let guest = ratna.take_in("S-01");
        ratna.call(&guest);
        office.pass(4);
        ratna.see_original(&guest, DocumentKind::Ktp);
        let before = ratna.record(&guest).pictures;
        power.arm(point);
        let photo = photo_of(&guest.brought, DocumentKind::Ktp);
        let taken = Taken::check(DocumentKind::Ktp, photo.jpeg.clone()).unwrap();
        assert!(ratna.session.add_picture(&guest.case, PictureSource::Kamera, taken).is_err(), "{point}");
        drop(ratna);

        office.pass(20);
        let ratna = office.sit_down(RATNA);
        let record = ratna.record(&guest);
        assert_eq!(record.status, Status::Ditunda, "{point}");
        assert_eq!(record.pictures, before, "the last full picture is there, and no half one: {point}");
        let recovered = ratna.session.recovered().expect("the cut is told");
        assert_eq!(recovered.cases, [guest.case.as_str()]);
        assert_eq!(ratna.session.time_zone().format_clock(recovered.at), "08.04");
        ratna.leave();
        finish(office);
    }
}

#[test]
fn after_the_cut_the_same_officer_goes_on_where_the_work_stopped() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.call(&guest);
    ratna.see_originals(&guest);
    ratna.compare_everything(&guest);
    ratna.session.save_draft(&guest.case, "reason:pj_nama", "Nama pada kartu sama").unwrap();
    drop(ratna);

    let mut ratna = office.sit_down(RATNA);
    let typed = ratna.session.drafts(&guest.case).unwrap();
    assert_eq!(typed.get("reason:pj_nama").map(String::as_str), Some("Nama pada kartu sama"));
    ratna.session.resume(&guest.case, "").unwrap();
    ratna.answer_questions(&guest);
    ratna.declare(&guest);
    ratna.approve(&guest);
    assert_eq!(ratna.steps(&guest), ["T-05", "T-08", "T-15", "T-16", "T-17", "T-19", "T-21"]);
    ratna.leave();
    finish(office);
}

#[test]
fn a_cut_before_the_approval_is_durable_leaves_the_case_declared_and_no_number_used() {
    for point in BEFORE_COMMIT {
        let office = Office::open();
        let power = Arc::new(PowerCut::default());
        let mut ratna = office.sit_down_in(office.world_with(Arc::<PowerCut>::clone(&power)), RATNA);
        let guest = ratna.take_in("S-01");
        ratna.verify(&guest);
        ratna.declare(&guest);
        power.arm(point);
        assert!(ratna.session.approve(&guest.case, RATNA.password, "").is_err(), "{point}");
        drop(ratna);

        let mut ratna = office.sit_down(RATNA);
        assert_eq!(ratna.status(&guest), Status::Sesuai, "{point}");
        assert_eq!(ratna.paper_numbers(&guest), ["TT-2026-1-000001"]);
        assert_eq!(ratna.session.recovered(), None, "no verification was running");
        ratna.approve(&guest);
        assert_eq!(
            ratna.paper(&guest, PaperKind::BuktiVerifikasi).number.as_deref(),
            Some("BV-2026-1-000001")
        );
        ratna.leave();
        finish(office);
    }
}

#[test]
fn a_cut_after_the_approval_is_durable_keeps_it_and_its_number() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.verify(&guest);
    ratna.declare(&guest);
    ratna.approve(&guest);
    drop(ratna);

    let mut ratna = office.sit_down(RATNA);
    assert_eq!(ratna.status(&guest), Status::Disetujui);
    assert_eq!(ratna.paper_numbers(&guest), ["TT-2026-1-000001", "BV-2026-1-000001"]);
    let next = ratna.take_in("S-09");
    ratna.verify(&next);
    ratna.declare(&next);
    ratna.approve(&next);
    assert_eq!(ratna.paper_numbers(&next), ["TT-2026-1-000002", "BV-2026-1-000002"]);
    ratna.leave();
    finish(office);
}
