//! Messages as vendors send them, built part by part.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// A message in the Internet format with base64 attachments.
#[derive(Clone, Debug)]
pub struct Letter(String);

impl Letter {
    /// Head lines end without a line break; `Date` is as the sender's program wrote it.
    pub fn from(sender: &str, date: &str, subject: &str) -> Self {
        Self(format!(
            "From: {sender}\r\nTo: verifikasi@lpse-contoh.example\r\nDate: {date}\r\nSubject: {subject}\r\n\
             MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=batas\r\n\r\n\
             --batas\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nTerlampir KTP dan NPWP kami.\r\n"
        ))
    }

    /// The request of S-02: Slamet Riyadi writes on the morning of 23 November 2026.
    pub fn of_slamet() -> Self {
        Self::from(
            "Slamet Riyadi <toko@sumberrejeki.example>",
            "Mon, 23 Nov 2026 07:41:05 +0700",
            "Permohonan verifikasi akun SPSE",
        )
    }

    #[must_use]
    pub fn attach(mut self, name: &str, media: &str, bytes: &[u8]) -> Self {
        self.0.push_str(&format!(
            "--batas\r\nContent-Type: {media}; name=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\n\
             Content-Disposition: attachment; filename=\"{name}\"\r\n\r\n"
        ));
        let text = STANDARD.encode(bytes);
        for line in text.as_bytes().chunks(76) {
            self.0.push_str(&String::from_utf8_lossy(line));
            self.0.push_str("\r\n");
        }
        self
    }

    pub fn bytes(&self) -> Vec<u8> {
        format!("{}--batas--\r\n", self.0).into_bytes()
    }
}
