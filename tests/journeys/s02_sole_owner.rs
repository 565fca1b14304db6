//! S-02: a sole owner with clean documents.

use loket_core::numbering::PaperKind;
use loket_tests::{Office, RATNA, finish};

#[test]
fn the_bukti_of_a_sole_owner_says_nothing_of_an_authority_nobody_had_to_check() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-02");
    ratna.verify(&guest);
    ratna.declare(&guest);
    ratna.approve(&guest);

    let words = ratna.words_on(&guest, PaperKind::BuktiVerifikasi);
    assert!(words.contains("Toko Sumber Rejeki (usaha perorangan)"), "{words:?}");
    assert!(words.contains("Slamet Riyadi, pemilik"), "{words:?}");
    assert!(!words.contains("Kewenangan") && !words.contains("di luar syarat SOP"), "{words:?}");
    ratna.leave();
    finish(office);
}
