//! S-22: the power goes in the middle of a verification. What was typed is there afterwards.

use fantoccini::key::Key;

use crate::desk::Desk;
use crate::looks::Eyes;
use crate::machine::Machine;
use crate::stories::steps::{open_case, open_practice, stand_on};

/// Half a number and half a sentence: drafts, not yet acts.
const NUMBER: &str = "0997001";
const REASON: &str = "Dibaca ulang dari kartu, angka";

/// A clock that stood still during the cut would have gone back.
const AFTER_THE_CUT: &str = "2026-11-24T08:30:00+07:00";

#[tokio::test]
async fn after_a_power_cut_every_case_opens_where_it_was() {
    let mut machine = Machine::on_a_quiet_morning("power");
    let desk = machine.open_desk().await;
    open_practice(&desk).await;
    begin_a_form(&desk).await;
    let company = begin_a_verification(&desk).await;
    machine.cut_power();

    machine.set_clock(AFTER_THE_CUT);
    let desk = machine.open_desk().await;
    desk.fill("Nama pengguna", "ratna").await;
    desk.fill("Kata sandi", "latihan").await;
    desk.click("button", "Buka kunci").await;
    desk.reads("Loket tertutup saat verifikasi").await;
    desk.show("beranda-dipulihkan").await;
    resume_the_verification(&desk, &company).await;
    resume_the_form(&desk).await;
    desk.close().await;
}

async fn begin_a_form(desk: &Desk) {
    open_case(desk, Eyes::Closed).await;
    desk.fill("Nama usaha", "CV Alas Roban Sejahtera").await;
    let npwp = desk.find("textbox", "NPWP").await;
    desk.write(&npwp, NUMBER).await;
    kept(desk).await;
    desk.click("button", "Kembali ke daftar").await;
}

/// Takes the first guest of the queue and begins to write a reason; answers whose case it is.
async fn begin_a_verification(desk: &Desk) -> String {
    desk.click("button", "Mulai verifikasi").await;
    desk.reads("Hasil banding").await;
    let company = desk.run("return document.querySelector('.case-header h1').innerText", vec![]).await;
    stand_on(desk, "row:npwp").await;
    desk.press(&[], 'c').await;
    let reason = desk.find_at(Some("row:npwp"), "textbox", "Alasan untuk").await;
    desk.write(&reason, REASON).await;
    kept(desk).await;
    company.as_str().unwrap_or_default().to_owned()
}

/// Waits until what was typed is kept: Loket says "Menyimpan…" from the first key until it is on the disk.
async fn kept(desk: &Desk) {
    let script = "return document.querySelector('.case-header .saved').innerText.includes('Tersimpan')";
    desk.until("what was typed is kept", script, vec![]).await;
}

async fn resume_the_verification(desk: &Desk, company: &str) {
    desk.click("button", &format!("Lanjutkan {company}")).await;
    desk.reads("Verifikasi ditunda").await;
    desk.show("ditunda").await;
    desk.click("button", "Lanjutkan verifikasi").await;
    desk.find("button", "Nyatakan sesuai").await;
    stand_on(desk, "row:npwp").await;
    desk.holds(Some("row:npwp"), "Alasan untuk", REASON).await;
    desk.show("verifikasi-lanjut").await;
    desk.press(&[], char::from(Key::F9)).await;
    desk.reads("Jeda verifikasi").await;
    desk.show("jeda").await;
    desk.press(&[], char::from(Key::Escape)).await;
    desk.click("button", "Kembali ke daftar").await;
}

async fn resume_the_form(desk: &Desk) {
    desk.find("button", "Tamu baru").await;
    desk.press(&[Key::Control], 'k').await;
    desk.find("heading", "Arsip").await;
    desk.type_keys("CV Alas Roban Sejahtera").await;
    desk.reads("ditemukan").await;
    // The newest of that name stands first.
    desk.click("button", "CV Alas Roban Sejahtera").await;
    desk.holds(None, "NPWP", NUMBER).await;
}
