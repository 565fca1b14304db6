//! A zip brings what it holds, and no more than its limit.

use super::made::{jpeg, zip_of};
use super::{opened, refusals};
use crate::error::Code;

#[test]
fn names_in_a_zip_lose_their_paths() {
    let card = jpeg(64, 40);
    let bytes = zip_of(&[
        ("../../etc/ktp.jpg", &card),
        ("C:\\Users\\x\\npwp.jpg", &card),
        ("__MACOSX/._ktp.jpg", b"junk"),
        (".DS_Store", b"junk"),
    ]);
    let delivery = opened("kirim.zip", &bytes);
    let names: Vec<_> = delivery.pages.iter().map(|page| page.name.as_str()).collect();
    assert_eq!(names, ["kirim.zip: ktp.jpg", "kirim.zip: npwp.jpg"]);
    assert_eq!(refusals(&delivery), []);
}

#[test]
fn a_zip_in_a_zip_is_named_and_the_rest_is_taken() {
    let bytes = zip_of(&[("dalam.zip", &zip_of(&[("a.jpg", &jpeg(64, 40))])), ("b.jpg", &jpeg(64, 40))]);
    let delivery = opened("kirim.zip", &bytes);
    assert_eq!(delivery.pages.len(), 1);
    assert_eq!(refusals(&delivery), [("kirim.zip: dalam.zip".to_owned(), Code::AttachmentUnknown)]);
}

#[test]
fn a_zip_bomb_is_refused_and_the_rest_is_kept() {
    let zeros = vec![0_u8; 250_000_000];
    let bytes = zip_of(&[("a.jpg", &jpeg(64, 40)), ("bom.bin", &zeros), ("b.jpg", &jpeg(64, 40))]);
    assert!(bytes.len() < 2_000_000, "it is small when it comes");
    let delivery = opened("bom.zip", &bytes);
    assert_eq!(delivery.pages.len(), 2, "one bomb takes a part of the room");
    assert_eq!(refusals(&delivery), [("bom.zip: bom.bin".to_owned(), Code::AttachmentTooLarge)]);
}

#[test]
fn several_bombs_use_up_the_room_and_what_follows_is_told_so() {
    let zeros = vec![0_u8; 70_000_000];
    let names = ["1", "2", "3", "4"].map(|name| (name, zeros.as_slice()));
    let card = jpeg(64, 40);
    let bytes = zip_of(&[&names[..], &[("ktp.jpg", card.as_slice())]].concat());
    let delivery = opened("bom.zip", &bytes);
    let last = delivery.refused.last().unwrap();
    assert_eq!(last.name, "bom.zip: ktp.jpg");
    assert_eq!(last.why.what_happened(), "Batas isi surel ini sudah habis, jadi lampiran ini tidak dibuka.");
}

#[test]
fn a_damaged_and_an_empty_zip_say_so() {
    let whole = zip_of(&[("a.jpg", &jpeg(64, 40))]);
    let cut = opened("potong.zip", &whole[..whole.len() - 30]);
    assert_eq!(refusals(&cut), [("potong.zip".to_owned(), Code::PictureTruncated)]);
    let empty = opened("kosong.zip", &zip_of(&[]));
    assert_eq!(refusals(&empty), [("kosong.zip".to_owned(), Code::AttachmentUnknown)]);
}
