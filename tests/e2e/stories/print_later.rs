//! A printer that cannot print: nothing is lost, the approval stands, and what waits is printed when the printer is back.

use fantoccini::key::Key;

use crate::looks::Eyes;
use crate::machine::Machine;
use crate::stories::setup::{PASSWORD, found_office};
use crate::stories::steps::{ALAS_ROBAN, begin_comparison, compare, photograph, receive};

const OPEN: &str = "printer Kantor is idle.  enabled since now\n\tAlerts: cover-open-report\n";
const READY: &str = "printer Kantor is idle.  enabled since now\n\tAlerts: none\n";

const PAPERS: usize = 3;

#[tokio::test]
async fn papers_that_no_printer_prints_wait_on_the_home_and_are_printed_when_it_is_back() {
    let mut machine = Machine::new("print-later");
    machine.connect_printer(OPEN);
    let desk = machine.open_desk().await;
    found_office(&desk, Eyes::Closed).await;
    receive(&desk, &ALAS_ROBAN, Eyes::Closed).await;
    photograph(&desk, Eyes::Closed).await;
    begin_comparison(&desk, Eyes::Closed).await;
    compare(&desk, &ALAS_ROBAN).await;
    desk.click("button", "Nyatakan sesuai").await;
    desk.fill("Kata sandi Anda", PASSWORD).await;
    desk.click("button", "Setujui dan terbitkan").await;

    desk.find("dialog", "3 kertas belum dicetak").await;
    desk.click("button", "Cetak").await;
    desk.reads("Penutup printer terbuka.").await;
    desk.show("cetak-menunggu").await;
    let failed = "return document.body.innerText.split('Kertas ini ada di daftar Cetak nanti').length > 3";
    desk.until("all of them are given up", failed, vec![]).await;
    desk.show("cetak-gagal").await;
    assert_eq!(machine.print_orders().len(), PAPERS);
    desk.click("button", "Tutup").await;

    desk.reads("Bukti Verifikasi terbit").await;
    desk.click("button", "Lanjut: catat aktivasi").await;
    desk.click("button", "Kembali ke daftar").await;
    desk.find("group", "Cetak nanti").await;
    desk.reads("Belum tercetak").await;
    desk.show("beranda-cetak-nanti").await;

    machine.connect_printer(READY);
    machine.print_at_once();
    desk.press(&[Key::Control], 'p').await;
    let gone = "return !document.querySelector('[role=group][aria-label=\"Cetak nanti\"]')";
    desk.until("nothing waits any more", gone, vec![]).await;
    let orders = machine.print_orders();
    assert_eq!(orders.len(), 2 * PAPERS, "{orders:#?}");
    for order in orders {
        assert!(order.contains("-n 1 -o media=iso_a4_210x297mm -o print-scaling=none"), "{order}");
        assert!(!order.to_lowercase().contains("alas") && !order.contains("BV-"), "{order}");
    }
    desk.close().await;
}
