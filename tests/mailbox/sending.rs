//! A letter is handed over by TLS, or it is said why not.

use loket_core::error::Code;
use loket_core::mailbox::{Account, Letter, Security, send};

use loket_tests::mail_server::{LATER, NOBODY, Server};

const MESSAGE: &[u8] = b"From: verifikasi@lpse-contoh.example\r\nTo: toko@sumberrejeki.example\r\n\
    Subject: Jadwal\r\nMessage-ID: <1@lpse-contoh.example>\r\n\r\nBesok pukul 09.00 WIB.\r\n";

fn to(to: &str) -> Letter<'_> {
    Letter { from: "verifikasi@lpse-contoh.example", to, message: MESSAGE }
}

#[test]
fn a_letter_goes_out_by_tls_and_by_starttls() {
    let server = Server::start();
    for security in [Security::Tls, Security::Starttls] {
        send(&server.outbox(security), &to("toko@sumberrejeki.example")).unwrap();
    }
    let delivered = server.delivered(2);
    for letter in delivered {
        let text = String::from_utf8(letter).unwrap();
        assert!(text.contains("Besok pukul 09.00 WIB."), "{text}");
    }
}

#[test]
fn never_not_now_and_nobody_knows_you_are_three_things() {
    let server = Server::start();
    let account = server.outbox(Security::Tls);
    let code = |account: &Account, address: &str| send(account, &to(address)).unwrap_err().code;
    assert_eq!(code(&account, NOBODY), Code::MailRefused);
    assert_eq!(code(&account, LATER), Code::MailServerBroken);
    assert_eq!(code(&account, "bukan alamat"), Code::InvalidInput);
    let wrong = Account { password: "salah".to_owned().into(), ..account.clone() };
    assert_eq!(code(&wrong, "toko@sumberrejeki.example"), Code::MailLoginRefused);
    let stranger = Server::unknown_authority(account.clone());
    assert_eq!(code(&stranger, "toko@sumberrejeki.example"), Code::MailServerUntrusted);
    let crossed = Account { port: server.outbox(Security::Starttls).port, ..account };
    assert_eq!(code(&crossed, "toko@sumberrejeki.example"), Code::MailServerUnreachable);
}
