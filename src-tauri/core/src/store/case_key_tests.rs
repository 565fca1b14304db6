use super::{CaseKeys, WrappedCaseKeys};
use crate::error::Code;
use crate::store::cipher;
use crate::store::kunci::{Credentials, KdfParams, Kunci, OfficeKeys};
use crate::world::SystemRandom;

const CASE: &str = "0f0e0d0c0b0a09080706050403020100";
const OTHER: &str = "ffffffffffffffffffffffffffffffff";
const FIRST: Credentials<'_> = Credentials { user_name: "siti", password: "kopi pagi tanpa gula" };

fn office() -> OfficeKeys {
    Kunci::create(&SystemRandom, KdfParams::cheap_for_tests(), FIRST, true).expect("office").keys
}

fn case(keys: &OfficeKeys) -> (CaseKeys, WrappedCaseKeys) {
    CaseKeys::create(CASE, keys, &SystemRandom).expect("case")
}

#[test]
fn wrapped_keys_open_the_same_payloads_papers_and_pictures() {
    let keys = office();
    let (made, wrapped) = case(&keys);
    let payload = made.seal_payload(b"1/7", b"isi", &SystemRandom).expect("sealed");
    let paper = cipher::age_seal(&made.paper_recipient(), b"bukti").expect("sealed");
    let picture = cipher::age_seal(made.picture_recipient(), b"foto").expect("sealed");

    let opened = wrapped.open(CASE, &keys.office).expect("opens");
    assert_eq!(opened.open_payload(b"1/7", &payload).expect("opens").as_slice(), b"isi");
    assert_eq!(cipher::age_open(opened.paper_identity(), &paper).expect("opens").as_slice(), b"bukti");
    let pictures = wrapped.open_pictures(CASE, keys.picture.as_ref()).expect("opens");
    assert_eq!(cipher::age_open(pictures.identity(), &picture).expect("opens").as_slice(), b"foto");
}

#[test]
fn a_petugas_seals_pictures_and_cannot_open_them() {
    let petugas = OfficeKeys { picture: None, ..office() };
    let (made, wrapped) = case(&petugas);
    let picture = cipher::age_seal(made.picture_recipient(), b"foto").expect("sealed");
    assert!(cipher::age_open(made.paper_identity(), &picture).is_err());
    let refused = wrapped.open_pictures(CASE, petugas.picture.as_ref()).expect_err("refused");
    assert_eq!(refused.code, Code::PictureKeyMissing);
}

#[test]
fn keys_of_another_office_or_another_case_open_nothing() {
    let (keys, stranger) = (office(), office());
    let (_, wrapped) = case(&keys);
    assert_eq!(wrapped.open(CASE, &stranger.office).expect_err("refused").code, Code::DatabaseDamaged);
    assert_eq!(wrapped.open(OTHER, &keys.office).expect_err("refused").code, Code::DatabaseDamaged);
    assert!(wrapped.open_pictures(OTHER, keys.picture.as_ref()).is_err());
    assert!(wrapped.open_pictures(CASE, stranger.picture.as_ref()).is_err());
}

#[test]
fn every_changed_byte_of_a_wrapped_row_is_noticed() {
    let keys = office();
    let (_, wrapped) = case(&keys);
    for place in 0..wrapped.paper_wrapped.len() {
        let mut changed = wrapped.clone();
        changed.paper_wrapped[place] ^= 1;
        assert!(changed.open(CASE, &keys.office).is_err(), "paper byte {place}");
    }
    for place in (0..wrapped.picture_sealed.len()).step_by(3) {
        let mut changed = wrapped.clone();
        changed.picture_sealed[place] ^= 1;
        assert!(changed.open_pictures(CASE, keys.picture.as_ref()).is_err(), "picture byte {place}");
    }
    for length in [0, 1, 23, 24, 40] {
        let mut cut = wrapped.clone();
        cut.paper_wrapped.truncate(length);
        cut.picture_sealed.truncate(length);
        assert!(cut.open(CASE, &keys.office).is_err());
        assert!(cut.open_pictures(CASE, keys.picture.as_ref()).is_err());
    }
}

#[test]
fn a_picture_recipient_put_in_by_somebody_else_is_noticed() {
    let keys = office();
    let (_, mut wrapped) = case(&keys);
    wrapped.picture_recipient = office().picture_recipient.to_string();
    assert!(wrapped.open(CASE, &keys.office).is_err());
    assert!(wrapped.open_pictures(CASE, keys.picture.as_ref()).is_err());
}

#[test]
fn a_payload_opens_only_in_its_own_act_and_case() {
    let keys = office();
    let (made, _) = case(&keys);
    let (neighbour, _) = CaseKeys::create(OTHER, &keys, &SystemRandom).expect("case");
    let sealed = made.seal_payload(b"1/7", b"isi", &SystemRandom).expect("sealed");
    assert_eq!(made.open_payload(b"1/8", &sealed).expect_err("refused").code, Code::LogBroken);
    assert!(neighbour.open_payload(b"1/7", &sealed).is_err());
    assert!(made.open_payload(b"1/7", &sealed[..sealed.len() - 1]).is_err());
    assert!(made.open_payload(b"1/7", b"").is_err());
    for place in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[place] ^= 0x80;
        assert!(made.open_payload(b"1/7", &changed).is_err(), "byte {place}");
    }
}

#[test]
fn rewrapped_rows_open_with_new_keys_only() {
    let (old, new) = (office(), office());
    let (made, wrapped) = case(&old);
    let payload = made.seal_payload(b"1/7", b"isi", &SystemRandom).expect("sealed");
    let moved = wrapped.rewrap(CASE, &old, &new, &SystemRandom).expect("rewrapped");
    assert!(moved.open(CASE, &old.office).is_err());
    assert!(moved.open_pictures(CASE, old.picture.as_ref()).is_err());
    assert!(moved.open_pictures(CASE, new.picture.as_ref()).is_ok());
    let opened = moved.open(CASE, &new.office).expect("opens");
    assert_eq!(opened.open_payload(b"1/7", &payload).expect("opens").as_slice(), b"isi");
}

#[test]
fn erased_pictures_stay_erased_when_keys_rotate() {
    let (old, new) = (office(), office());
    let (_, mut wrapped) = case(&old);
    wrapped.picture_sealed.clear();
    let moved = wrapped.rewrap(CASE, &old, &new, &SystemRandom).expect("rewrapped");
    assert!(moved.picture_sealed.is_empty());
    assert!(moved.open_pictures(CASE, new.picture.as_ref()).is_err());
    assert!(moved.open(CASE, &new.office).is_ok());
}

#[test]
fn debug_shows_no_secret() {
    use age::secrecy::ExposeSecret as _;
    let keys = office();
    let (made, _) = case(&keys);
    let shown = format!("{keys:?} {made:?}");
    assert!(!shown.contains(keys.office.hex().as_str()));
    assert!(!shown.contains(made.paper_identity().to_string().expose_secret()));
    assert!(!shown.contains("AGE-SECRET-KEY"));
}
