//! The practice office: what an officer finds there, and the screens that need somebody in the queue.

use fantoccini::key::Key;

use crate::machine::Machine;
use crate::stories::steps::open_practice;

#[tokio::test]
async fn the_practice_office_is_marked_and_its_guests_can_be_found() {
    let mut machine = Machine::on_a_quiet_morning("practice");
    let desk = machine.open_desk().await;
    open_practice(&desk).await;
    desk.show("beranda").await;

    desk.press(&[Key::Control], '2').await;
    desk.find("heading", "Arsip").await;
    desk.reads("LATIHAN.").await;
    desk.show("arsip").await;
    desk.press(&[Key::Control], '3').await;
    desk.find("heading", "Setelan").await;
    desk.reads("LATIHAN.").await;
    desk.show("setelan").await;
    desk.press(&[], char::from(Key::F1)).await;
    desk.find("dialog", "").await;
    desk.show("panduan").await;
    desk.press(&[], char::from(Key::Escape)).await;

    // At once: keys act again from the moment a dialog closes.
    desk.press(&[Key::Control], 'k').await;
    desk.type_keys("99.700.101.1-513.000").await;
    desk.reads("1 ditemukan").await;
    desk.reads("CV Alas Roban Sejahtera").await;
    desk.show("arsip-cari").await;
    desk.click("button", "Riwayat CV Alas Roban Sejahtera").await;
    desk.find("heading", "Riwayat permohonan").await;
    desk.show("riwayat-arsip").await;
    desk.press(&[Key::Control], 'j').await;
    desk.find("dialog", "").await;
    desk.show("pesan").await;
    desk.close().await;
}
