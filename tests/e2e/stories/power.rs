//! The power goes while a form is being typed. What was typed is there afterwards.

use fantoccini::key::Key;

use crate::machine::Machine;
use crate::stories::steps::open_practice;

#[tokio::test]
async fn after_a_power_cut_the_case_opens_where_it_was() {
    let mut machine = Machine::new("power");
    let desk = machine.open_desk().await;
    open_practice(&desk).await;
    desk.press(&[], 'n').await;
    desk.click("radio", "Badan usaha").await;
    desk.click("button", "Buka permohonan").await;
    desk.fill("Nama usaha", "CV Alas Roban Sejahtera").await;
    desk.reads("Tersimpan").await;
    // Half a number: a draft, not yet an act.
    let npwp = desk.find("textbox", "NPWP").await;
    desk.write(&npwp, "0997001").await;
    tokio::time::sleep(std::time::Duration::from_millis(600)).await;
    machine.cut_power();

    let desk = machine.open_desk().await;
    desk.fill("Nama pengguna", "ratna").await;
    desk.fill("Kata sandi", "latihan").await;
    desk.click("button", "Buka kunci").await;
    desk.find("button", "Tamu baru").await;
    desk.press(&[Key::Control], 'k').await;
    desk.click("button", "CV Alas Roban Sejahtera").await;
    let npwp = desk.find("textbox", "NPWP").await;
    let value = npwp.prop("value").await.expect("a field has a value").unwrap_or_default();
    assert_eq!(value.replace(['.', '-'], ""), "0997001", "the half-typed number was lost");
    desk.close().await;
}
