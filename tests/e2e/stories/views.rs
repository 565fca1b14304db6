//! What the procedure adds beside the counter, looked at in the practice office: agenda, report, Baki, the settings
//! of an admin, and the ways into the other layanan.

use fantoccini::key::Key;

use crate::desk::Desk;
use crate::machine::Machine;
use crate::stories::steps::open_practice;

#[tokio::test]
async fn the_views_of_an_office_stand_in_both_themes() {
    let mut machine = Machine::on_a_quiet_morning("views");
    let desk = machine.open_desk().await;
    open_practice(&desk).await;
    look_ahead_and_back(&desk).await;
    look_into_the_baki(&desk).await;
    look_at_settings(&desk).await;
    desk.close().await;
}

#[tokio::test]
async fn every_layanan_begins_and_a_vendor_from_afar_is_waited_for() {
    let mut machine = Machine::on_a_quiet_morning("layanan");
    let desk = machine.open_desk().await;
    open_practice(&desk).await;
    promise_a_time(&desk).await;
    change_what_was_verified(&desk).await;
    help_with_inaproc(&desk).await;
    wait_for_a_link(&desk).await;
    desk.close().await;
}

async fn look_ahead_and_back(desk: &Desk) {
    desk.press(&[Key::Control], '4').await;
    desk.find("heading", "Agenda").await;
    desk.reads("CV Ujungnegoro Lestari").await;
    desk.show("agenda-minggu").await;
    desk.click("radio", "Hari").await;
    desk.reads("waktu kosong").await;
    desk.show("agenda-hari").await;
    desk.press(&[Key::Control], '5').await;
    desk.find("heading", "Laporan").await;
    for (kind, name) in [("Bulan", "laporan-bulan"), ("Tahun", "laporan-tahun"), ("Hari", "laporan-hari")] {
        desk.click("radio", kind).await;
        desk.show(name).await;
    }
}

async fn look_into_the_baki(desk: &Desk) {
    desk.press(&[Key::Control], '1').await;
    desk.find("button", "Tamu baru").await;
    desk.press(&[], char::from(Key::F7)).await;
    desk.find("button", "Buka permohonan").await;
    desk.show("baki").await;
    desk.click("button", "Buka permohonan").await;
    desk.find("dialog", "Buka permohonan daring").await;
    desk.show("baki-buka").await;
    desk.press(&[], char::from(Key::Escape)).await;
}

async fn look_at_settings(desk: &Desk) {
    desk.press(&[Key::Control], '3').await;
    for (section, name) in [
        ("Daftar hitam", "setelan-hitam"),
        ("Layanan daring", "setelan-layanan"),
        ("Hari libur", "setelan-libur"),
        ("Mutu baku SOP", "setelan-mutu-baku"),
        ("Tenggat dan batas", "setelan-tenggat"),
    ] {
        let found = desk.find("region", section).await;
        let id = serde_json::to_value(&found).expect("an element has an id");
        let script = "arguments[0].scrollIntoView({ block: 'start', behavior: 'instant' })";
        desk.run(script, vec![id]).await;
        desk.show(name).await;
    }
}

async fn promise_a_time(desk: &Desk) {
    desk.press(&[Key::Control], '1').await;
    desk.click("button", "Toko Tani Dedi").await;
    desk.reads("Waktu kosong").await;
    desk.show("jadwal-pilih").await;
    desk.click("button", "Kembali ke daftar").await;
}

async fn change_what_was_verified(desk: &Desk) {
    desk.click("button", "CV Alas Roban Sejahtera").await;
    desk.reads("Hubungi pelaku usaha").await;
    desk.click("button", "Ajukan perubahan data").await;
    desk.find("dialog", "Ajukan perubahan data").await;
    desk.show("perubahan-ajukan").await;
    desk.click("checkbox", "Alamat").await;
    desk.click("radio", "Tatap muka").await;
    desk.click("button", "Buka permohonan").await;
    desk.reads("Dari permohonan").await;
    desk.show("perubahan-berkas").await;
    desk.click("button", "Kembali ke daftar").await;
}

async fn help_with_inaproc(desk: &Desk) {
    desk.press(&[], 'n').await;
    desk.click("radio", "Pendampingan INAPROC").await;
    desk.show("pendampingan-buka").await;
    desk.click("radio", "Badan usaha").await;
    desk.click("button", "Buka pendampingan").await;
    desk.reads("Yang akan diperiksa INAPROC").await;
    desk.show("pendampingan").await;
    desk.click("button", "Kembali ke daftar").await;
}

async fn wait_for_a_link(desk: &Desk) {
    desk.press(&[], 'n').await;
    desk.click("radio", "Badan usaha").await;
    desk.click("button", "Buka permohonan").await;
    desk.fill("Surel", "kantor@contoh.example").await;
    desk.click("button", "Surel baru didaftarkan").await;
    desk.find("dialog", "Surel didaftarkan di SPSE").await;
    desk.fill("Didaftarkan pada", "24-11-2026 08.00").await;
    desk.show("pendaftaran").await;
    desk.click("button", "Catat, lalu tunggu tautannya").await;
    desk.reads("Menunggu tautan formulir SPSE").await;
    desk.show("tautan-ditunggu").await;
}
