//! S-01: a director walks in with both cards and leaves with a Bukti Verifikasi.

use fantoccini::key::Key;

use crate::desk::Desk;
use crate::looks::Eyes;
use crate::machine::Machine;
use crate::stories::setup::{PASSWORD, found_office};
use crate::stories::steps::{ALAS_ROBAN, begin_comparison, compare, photograph, receive};

/// What nobody may read who copies the folders of this machine: numbers, names, and pictures of any kind.
const TRACES: [&str; 9] = [
    "3325114508759002",
    "0997001011513000",
    "997001011513000",
    "99.700.101.1-513.000",
    "Wulan Pertiwi",
    "WULAN PERTIWI",
    "Alas Roban",
    "JFIF\0",
    "PNG\r\n",
];

#[tokio::test]
async fn a_director_walks_in_and_leaves_with_proof() {
    let mut machine = Machine::new("walk-in");
    let desk = machine.open_desk().await;
    found_office(&desk, Eyes::Closed).await;
    receive(&desk, &ALAS_ROBAN, Eyes::Open).await;
    photograph(&desk, Eyes::Open).await;
    begin_comparison(&desk, Eyes::Open).await;
    compare(&desk, &ALAS_ROBAN).await;
    desk.show("verifikasi").await;
    look_closely(&desk).await;
    approve(&desk).await;
    record_activation(&desk).await;
    nothing_lies_readable(&machine, "while the desk is open");
    desk.close().await;
    nothing_lies_readable(&machine, "after the desk was closed");
}

async fn look_closely(desk: &Desk) {
    desk.click("button", "Gambar besar: KTP").await;
    desk.find("button", "Tutup gambar besar").await;
    desk.show("gambar-besar").await;
    desk.press(&[], char::from(Key::Escape)).await;
    desk.find("button", "Nyatakan sesuai").await;
}

async fn approve(desk: &Desk) {
    desk.click("button", "Nyatakan sesuai").await;
    desk.reads("Setujui verifikasi").await;
    desk.show("keputusan").await;
    desk.press(&[], char::from(Key::Escape)).await;
    desk.reads("Tinggal satu langkah").await;
    desk.show("sesuai").await;
    desk.click("button", "Lanjut ke keputusan").await;
    desk.fill("Kata sandi Anda", "bukan kata sandi saya").await;
    desk.click("button", "Setujui dan terbitkan").await;
    desk.reads("Kata sandi salah.").await;
    desk.fill("Kata sandi Anda", PASSWORD).await;
    desk.click("button", "Setujui dan terbitkan").await;

    // Everything that waits for the printer, in one panel.
    desk.find("dialog", "3 kertas belum dicetak").await;
    desk.reads("Cetak kertas").await;
    desk.show("kertas-cetak").await;
    desk.click("button", "Cetak nanti").await;
    desk.reads("Bukti Verifikasi terbit").await;
    desk.show("bukti-terbit").await;
}

async fn record_activation(desk: &Desk) {
    // The act that follows has the focus: Enter is enough.
    let script = "return /catat aktivasi/i.test(document.activeElement.innerText)";
    desk.until("the focus is on the next act", script, vec![]).await;
    desk.press(&[], char::from(Key::Enter)).await;
    desk.find("textbox", "User ID SPSE").await;
    desk.show("aktivasi").await;
    desk.click("button", "Lihat Bukti Verifikasi BV-").await;
    desk.find("dialog", "Bukti Verifikasi BV-").await;
    desk.show("kertas").await;
    desk.click("button", "Tutup").await;
    desk.fill("User ID SPSE", "alasroban").await;
    desk.click("button", "Catat aktivasi").await;
    desk.reads("Hubungi pelaku usaha tentang SIKAP").await;
    desk.show("ringkasan").await;
    desk.click("button", "Lihat riwayat").await;
    desk.find("heading", "Riwayat").await;
    desk.show("riwayat").await;
}

fn nothing_lies_readable(machine: &Machine, when: &str) {
    // Two pictures and the three papers of S-01 at least, or the search looked in the wrong place.
    assert!(machine.sealed_files() >= 5, "{when}, only {} sealed files were found", machine.sealed_files());
    let readable = machine.files_that_say(&TRACES);
    assert!(readable.is_empty(), "{when}, personal data lies readable in {readable:#?}");
}
