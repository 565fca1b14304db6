//! S-01: a director walks in with both cards and leaves with a Bukti Verifikasi.

use crate::machine::Machine;
use crate::stories::setup::{Eyes, PASSWORD, found_office};
use crate::stories::steps::{ALAS_ROBAN, begin_comparison, compare, photograph, receive};

#[tokio::test]
async fn a_director_walks_in_and_leaves_with_proof() {
    let mut machine = Machine::new("walk-in");
    let desk = machine.open_desk().await;
    found_office(&desk, Eyes::Closed).await;
    receive(&desk, &ALAS_ROBAN).await;
    desk.show("penerimaan").await;
    photograph(&desk).await;
    begin_comparison(&desk).await;
    desk.show("verifikasi-awal").await;
    compare(&desk, &ALAS_ROBAN).await;
    desk.show("verifikasi").await;
    desk.click("button", "Nyatakan sesuai").await;

    desk.reads("Setujui verifikasi").await;
    desk.show("keputusan").await;
    desk.fill("Kata sandi Anda", PASSWORD).await;
    desk.click("button", "Setujui dan terbitkan").await;
    desk.reads("Bukti Verifikasi terbit").await;
    desk.reads("BV-").await;
    desk.show("bukti-terbit").await;
    desk.click("button", "Lanjut: catat aktivasi").await;

    desk.fill("User ID SPSE", "alasroban").await;
    desk.click("button", "Catat aktivasi").await;
    desk.reads("Hubungi pelaku usaha tentang SIKAP").await;
    desk.show("ringkasan").await;
    desk.close().await;

    let traces =
        ["3325114508759002", "997001011513000", "Wulan Pertiwi", "WULAN PERTIWI", "Alas Roban", "JFIF\0"];
    let readable = machine.files_that_say(&traces);
    assert!(readable.is_empty(), "personal data lies readable in {readable:#?}");
}
