//! What a device scans into the folder pindai is in the Baki without a hand; what came in pieces waits until it is whole.

use std::path::Path;

use fantoccini::key::Key;
use loket_core::document::DocumentKind;
use loket_tests::cards::{guest_of, photo_of};
use loket_tests::scans::pdf_of;

use crate::desk::Desk;
use crate::looks::Eyes;
use crate::machine::Machine;
use crate::stories::setup::{PASSWORD, found_office};
use crate::stories::steps::{ALAS_ROBAN, open_case};

const KTP: &str = "SCAN_0001.JPG";
/// Both cards of somebody else.
const PAIR: &str = "SCAN_0002.PDF";
const CUT: &str = "SCAN_0003.JPG";

const TAKEN: &str = "berkas diambil sejak meja dibuka.";
const NOT_TAKEN: &str = "berkas tidak dapat diambil.";

#[tokio::test]
async fn what_is_scanned_into_the_folder_comes_into_the_baki_and_leaves_the_disk() {
    let mut machine = Machine::new("hot-folder");
    let desk = machine.open_desk().await;
    found_office(&desk, Eyes::Closed).await;
    machine.cut_power();
    let folder = machine.share_folder();
    let desk = machine.open_desk().await;
    desk.fill("Nama pengguna", "dewi").await;
    desk.fill("Kata sandi", PASSWORD).await;
    desk.click("button", "Buka kunci").await;
    begin_a_case(&desk).await;
    let whole = card("S-01", DocumentKind::Npwp);
    scan(&folder, KTP, &card("S-01", DocumentKind::Ktp));
    scan(&folder, PAIR, &pdf_of(&[sheet("S-02", DocumentKind::Ktp), sheet("S-02", DocumentKind::Npwp)]));
    scan(&folder, CUT, &whole[..whole.len() / 2]);

    desk.find("button", "Baki").await;
    desk.press(&[], char::from(Key::F7)).await;
    desk.find("region", "Folder pindai").await;
    desk.reads(&format!("2 {TAKEN}")).await;
    desk.reads(&format!("1 {NOT_TAKEN}")).await;
    desk.reads(&format!("{CUT}: Gambar terpotong atau rusak.")).await;
    for (name, pages) in [(KTP, "1 halaman"), (PAIR, "2 halaman")] {
        desk.find("button", name).await;
        desk.reads(pages).await;
    }
    desk.show("folder-pindai").await;
    assert_eq!(lying_in(&folder), [CUT]);

    scan(&folder, CUT, &whole);
    desk.reads(&format!("3 {TAKEN}")).await;
    desk.hides(NOT_TAKEN).await;
    desk.find("button", CUT).await;
    desk.show("folder-pindai-kosong").await;
    assert_eq!(lying_in(&folder), Vec::<String>::new());

    give_to_the_case(&desk).await;
    desk.close().await;
}

/// At the counter, with nothing of it but its name.
async fn begin_a_case(desk: &Desk) {
    open_case(desk, Eyes::Closed).await;
    desk.fill("Nama usaha", ALAS_ROBAN.name).await;
    desk.reads("Tersimpan").await;
    desk.click("button", "Kembali ke daftar").await;
}

/// What the scanner of the office read belongs to a case at the counter, whichever way it came from there.
async fn give_to_the_case(desk: &Desk) {
    desk.click("button", KTP).await;
    desk.find("heading", KTP).await;
    desk.press(&[], 'm').await;
    desk.find("dialog", "Masukkan ke permohonan lain").await;
    desk.click("button", ALAS_ROBAN.name).await;
    desk.click_at(Some("document:ktp"), "button", "Ambil dari Baki").await;
    desk.click("button", "Ambil KTP dari Baki").await;
    desk.find("heading", "Tandai keempat sudut KTP").await;
}

fn card(guest: &str, document: DocumentKind) -> Vec<u8> {
    photo_of(&guest_of(guest), document).jpeg.clone()
}

/// The same as a page of a PDF: with its size in pixels.
fn sheet(guest: &str, document: DocumentKind) -> (Vec<u8>, u32, u32) {
    let jpeg = card(guest, document);
    let picture = image::load_from_memory(&jpeg).expect("a card that was just drawn opens");
    (jpeg, picture.width(), picture.height())
}

/// Written as a device writes: piece by piece under its last name, or over what lay there.
fn scan(folder: &Path, name: &str, content: &[u8]) {
    std::fs::write(folder.join(name), content).expect("a device can write into the folder");
}

/// Everything, be it hidden, in order of the names.
fn lying_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder can be listed");
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("an entry can be read").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}
