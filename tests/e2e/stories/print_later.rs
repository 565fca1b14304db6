//! A printer that cannot print: nothing is lost, the approval stands, and what waits is printed when the printer is back.

use fantoccini::key::Key;

use crate::desk::Desk;
use crate::looks::Eyes;
use crate::machine::Machine;
use crate::stories::setup::{PASSWORD, found_office};
use crate::stories::steps::{ALAS_ROBAN, compare, photograph, receive};

const OPEN: &str = "printer Kantor is idle.  enabled since now\n\tAlerts: cover-open-report\n";
const READY: &str = "printer Kantor is idle.  enabled since now\n\tAlerts: none\n";

const PAPERS: usize = 3;

/// The printer of the office becomes the one for tickets, with a roll in it.
async fn print_tickets_on_a_roll(desk: &Desk) {
    desk.press(&[Key::Control], '3').await;
    desk.choose("Tiket antrean", "Kantor").await;
    desk.choose("Kertas tiket", "Gulungan 80 mm").await;
    desk.reads("Pilihan printer tersimpan.").await;
    desk.show("pengaturan-printer").await;
    desk.press(&[Key::Control], '1').await;
}

/// Every device is looked at, and the report names the printer to nobody.
async fn check_devices(desk: &Desk) {
    desk.press(&[Key::Control], '3').await;
    desk.click("button", "Periksa perangkat").await;
    desk.reads("Kantor: Penutup printer terbuka.").await;
    desk.reads("perangkat perlu diperhatikan.").await;
    desk.reads("Kamera siap").await;
    desk.show("perangkat").await;
    desk.click("button", "Lihat isi laporan").await;
    desk.reads("[masalah] 1 dari 1 printer: Penutup printer terbuka.").await;
    desk.press(&[], Key::Escape).await;
    desk.has_focus_on("Periksa perangkat").await;
    desk.press(&[Key::Control], '1').await;
}

#[tokio::test]
async fn papers_that_no_printer_prints_wait_on_the_home_and_are_printed_when_it_is_back() {
    let mut machine = Machine::new("print-later");
    machine.connect_printer(OPEN);
    let desk = machine.open_desk().await;
    found_office(&desk, Eyes::Closed).await;
    print_tickets_on_a_roll(&desk).await;
    check_devices(&desk).await;
    receive(&desk, &ALAS_ROBAN, Eyes::Closed).await;
    photograph(&desk, Eyes::Closed).await;
    desk.click("button", "Terima berkas").await;
    desk.click("button", "Berkas lengkap, beri nomor antrean").await;
    // The guest is told the number meanwhile, and nobody waits for the printer.
    desk.reads("Sebutkan nomornya kepada tamu.").await;
    desk.show("antre-tiket").await;
    assert_eq!(machine.print_orders(), ["-d Kantor -t Tiket Antrean -n 1 -o raw -- -"]);
    desk.click("button", "Mulai verifikasi").await;
    desk.reads("Hasil banding").await;
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
    assert_eq!(machine.print_orders().len(), 1 + PAPERS);
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
    assert_eq!(orders.len(), 1 + 2 * PAPERS, "{orders:#?}");
    for order in &orders[1..] {
        assert!(order.contains("-n 1 -o media=iso_a4_210x297mm -o print-scaling=none"), "{order}");
        assert!(!order.to_lowercase().contains("alas") && !order.contains("BV-"), "{order}");
    }
    desk.close().await;
}
