//! S-06: the card's NPWP is another one. Nobody can approve that, by no key and no reason.

use fantoccini::key::Key;

use crate::desk::Desk;
use crate::looks::Eyes;
use crate::machine::Machine;
use crate::stories::setup::found_office;
use crate::stories::steps::{OTHER_NPWP, begin_comparison, compare, photograph, receive, stand_on};

#[tokio::test]
async fn a_different_npwp_cannot_be_approved() {
    let mut machine = Machine::new("wrong-npwp");
    let desk = machine.open_desk().await;
    found_office(&desk, Eyes::Closed).await;
    receive(&desk, &OTHER_NPWP, Eyes::Closed).await;
    photograph(&desk, Eyes::Closed).await;
    begin_comparison(&desk, Eyes::Closed).await;
    compare(&desk, &OTHER_NPWP).await;
    desk.reads("BEDA").await;
    npwp_has_no_way_around(&desk).await;
    desk.show("verifikasi-beda").await;

    desk.press(&[Key::Control], char::from(Key::Enter)).await;
    desk.reads("Belum dapat dinyatakan sesuai.").await;
    desk.click("button", "Nyatakan sesuai").await;
    desk.hides("Setujui verifikasi").await;
    ask_for_repair(&desk).await;
    desk.close().await;
}

/// The row offers to disagree, and nothing else.
async fn npwp_has_no_way_around(desk: &Desk) {
    let row = Some("row:npwp");
    stand_on(desk, "row:npwp").await;
    desk.find_at(row, "button", "Nyatakan tidak cocok").await;
    for way in ["Cocok", "Cocok, beri catatan", "Catatan"] {
        assert!(desk.look_for(row, "button", way).await.is_none(), "a different NPWP offers \"{way}\"");
    }
    desk.press(&[], ' ').await;
    desk.hides("Batalkan keputusan").await;
}

async fn ask_for_repair(desk: &Desk) {
    desk.click("button", "Perlu perbaikan").await;
    desk.find("checkbox", "P05").await;
    desk.show("perlu-perbaikan").await;
    desk.click("checkbox", "P05").await;
    desk.click("button", "Terbitkan Lembar Kekurangan").await;
    desk.find("dialog", "Lembar Kekurangan").await;
    desk.show("lembar-kekurangan").await;
    desk.click("button", "Tutup").await;
    desk.reads("Yang harus dilengkapi").await;
    desk.show("kekurangan").await;
}
