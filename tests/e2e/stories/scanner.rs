//! Originals from the scanner of the office: two cards on the glass, and a stack in the feeder.

use fantoccini::key::Key;
use loket_tests::EsclDevice;
use loket_tests::escl_device::{MODEL, Script};
use serde_json::json;

use crate::desk::Desk;
use crate::looks::Eyes;
use crate::machine::Machine;
use crate::stories::setup::found_office;
use crate::stories::steps::{ALAS_ROBAN, begin_comparison, compare, open_camera, receive};

const JAMMED: &str = "read-status-code \"SANE_STATUS_JAMMED\"";

const CHOSEN: &str = "return [...document.querySelectorAll('select')].some((each) => \
                      each.selectedOptions[0]?.label === arguments[0])";

#[tokio::test]
async fn two_cards_on_the_glass_become_a_compared_case() {
    let mut machine = Machine::new("scanner");
    machine.connect_scanner(JAMMED);
    let desk = machine.open_desk().await;
    found_office(&desk, Eyes::Closed).await;
    receive(&desk, &ALAS_ROBAN, Eyes::Closed).await;
    to_the_scanner(&desk).await;
    jam(&desk).await;
    machine.connect_scanner("");
    scan_and_cut(&desk).await;
    begin_comparison(&desk, Eyes::Closed).await;
    compare(&desk, &ALAS_ROBAN).await;
    desk.show("verifikasi-pindaian").await;
    desk.click("button", "Nyatakan sesuai").await;
    desk.reads("Setujui verifikasi").await;
    desk.close().await;
}

#[tokio::test]
async fn a_stack_in_the_feeder_waits_in_the_baki_until_a_page_is_chosen() {
    let mut machine = Machine::new("feeder");
    machine.connect_scanner("");
    let desk = machine.open_desk().await;
    found_office(&desk, Eyes::Closed).await;
    receive(&desk, &ALAS_ROBAN, Eyes::Closed).await;
    to_the_scanner(&desk).await;
    desk.choose("Letak dokumen", "Pengumpan").await;
    desk.press(&[], ' ').await;
    desk.reads("10 halaman masuk ke Baki.").await;
    desk.show("pindai-tumpukan").await;
    desk.has_focus_on("Pilih dari Baki").await;
    desk.press(&[], char::from(Key::Enter)).await;
    desk.reads("Pindaian Noname frontend-tester").await;
    desk.show("pindai-dari-baki").await;
    desk.close().await;
}

#[tokio::test]
async fn a_scanner_of_the_network_is_told_by_its_address() {
    let device = EsclDevice::secure(Script::default());
    let mut machine = Machine::new("network-scanner");
    machine.connect_scanner("");
    let desk = machine.open_desk().await;
    found_office(&desk, Eyes::Closed).await;
    receive(&desk, &ALAS_ROBAN, Eyes::Closed).await;
    to_the_scanner(&desk).await;
    desk.click("button", "Tambah dengan alamat").await;
    let field = desk.find("textbox", "Alamat pemindai di jaringan").await;
    desk.write(&field, &format!("127.0.0.1:{}", device.port())).await;
    desk.show("pindai-alamat").await;
    desk.press(&[], char::from(Key::Enter)).await;
    desk.until("the device is chosen", CHOSEN, vec![json!(MODEL)]).await;
    desk.has_focus_on("Pindai").await;
    desk.show("pindai-jaringan").await;
    desk.press(&[], ' ').await;
    desk.reads("Potongan di halaman ini").await;
    answer(&desk, "KTP").await;
    desk.click("button", "Lanjut ke NPWP").await;
    desk.reads("Ambil gambar NPWP").await;
    desk.close().await;
}

/// By its key, from the camera with which the screen opens.
async fn to_the_scanner(desk: &Desk) {
    open_camera(desk).await;
    desk.press(&[], '2').await;
    desk.find("button", "Pindai").await;
    desk.has_focus_on("Pindai").await;
}

/// The trouble says what to do, and the camera is one press away.
async fn jam(desk: &Desk) {
    desk.show("pindai-siap").await;
    desk.press(&[], ' ').await;
    desk.reads("Kertas macet").await;
    desk.show("pindai-macet").await;
    desk.press(&[], '1').await;
    desk.reads("Letakkan kartu rata di tempat terang.").await;
    desk.press(&[], '2').await;
}

/// Looks at the glass, scans it, and cuts both cards out of the one page by keys alone.
async fn scan_and_cut(desk: &Desk) {
    desk.has_focus_on("Pindai").await;
    desk.press(&[], 'p').await;
    desk.reads("Seluruh kaca akan dipindai.").await;
    desk.show("pindai-pratinjau").await;
    desk.press(&[], ' ').await;
    desk.reads("Potongan di halaman ini").await;
    answer(desk, "KTP").await;
    desk.press(&[], 't').await;
    answer(desk, "NPWP").await;
    desk.show("pindai-potongan").await;
    desk.click("button", "Selesai").await;
    desk.find("heading", "Formulir SPSE").await;
}

async fn answer(desk: &Desk, document: &str) {
    desk.reads(&format!("Apakah {document} yang ditunjukkan asli?")).await;
    desk.click_at(Some("sighting"), "radio", "Asli").await;
}
