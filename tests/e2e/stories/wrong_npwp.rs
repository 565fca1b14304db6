//! S-06: the card's NPWP is another one. Nobody can approve that, by no key and no reason.

use crate::desk::Desk;
use crate::machine::Machine;
use crate::stories::setup::{Eyes, found_office};
use crate::stories::steps::{OTHER_NPWP, begin_comparison, compare, photograph, receive};

#[tokio::test]
async fn a_different_npwp_cannot_be_approved() {
    let mut machine = Machine::new("wrong-npwp");
    let desk = machine.open_desk().await;
    found_office(&desk, Eyes::Closed).await;
    receive(&desk, &OTHER_NPWP).await;
    photograph(&desk).await;
    begin_comparison(&desk).await;
    compare(&desk, &OTHER_NPWP).await;
    desk.reads("BEDA").await;
    npwp_has_no_way_around(&desk).await;
    desk.show("verifikasi-beda").await;

    desk.click("button", "Nyatakan sesuai").await;
    desk.reads("Belum bisa dinyatakan sesuai.").await;
    desk.hides("Setujui verifikasi").await;

    desk.click("button", "Perlu perbaikan").await;
    desk.reads("P05").await;
    desk.show("perlu-perbaikan").await;
    desk.close().await;
}

/// The row offers to disagree, and nothing else.
async fn npwp_has_no_way_around(desk: &Desk) {
    let row = Some("row:npwp");
    desk.run("document.querySelector('[data-place=\"row:npwp\"]').focus()", vec![]).await;
    desk.find_at(row, "button", "Nyatakan tidak cocok").await;
    assert!(desk.look_for(row, "button", "Cocok").await.is_none(), "a different NPWP can be agreed to");
}
