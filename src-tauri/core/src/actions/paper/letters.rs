//! Letters that close a permohonan: the Surat Penolakan and the Lembar Pengalihan.

use super::compose::{Composer, attendee_line, company_line, masked_npwp};
use crate::actions::duplicate::Duplicate;
use crate::error::Result;
use crate::form::FormField;
use crate::numbering::PaperNumber;
use crate::pdf::{LembarPengalihan, SuratPenolakan, render_lembar_pengalihan, render_surat_penolakan};
use crate::permohonan::RedirectTarget;
use crate::reasons::Reason;
use crate::schedule::format_date;
use crate::store::read::CaseRecord;

/// What the office rests a refusal on where no line of its legal basis is in force.
const SOP: &str = "SOP registrasi dan verifikasi dokumen pembuatan akun (User ID) SPSE bagi pelaku usaha";

impl Composer {
    pub(in crate::actions) fn surat_penolakan(
        &self,
        record: &CaseRecord,
        code: Reason,
        finding: &str,
        number: &PaperNumber,
    ) -> Result<Vec<u8>> {
        let npwp = record.form_value(FormField::Npwp);
        render_surat_penolakan(&SuratPenolakan {
            letterhead: self.letterhead(),
            number: number.to_string(),
            date_line: self.date_line(),
            permohonan: record.number.clone(),
            company: company_line(record),
            npwp_masked: if npwp.is_empty() { String::new() } else { masked_npwp(npwp) },
            attendee: attendee_line(record),
            code: code.code().to_owned(),
            reason: code.text().to_owned(),
            finding: finding.to_owned(),
            ground: self.ground_of_refusal(record, code),
            still_open: code.bring().to_owned(),
            complaint: format!(
                "Bila tidak setuju, sampaikan keberatan secara tertulis kepada {} dengan menyebut nomor surat \
                 ini. Alamat: {}.",
                self.office_name(),
                self.contact()
            ),
            signer: self.signer(self.acting_title()),
            privacy_line: self.privacy_line(),
        })
    }

    /// A refusal for the blacklist names the list that was consulted (S-21).
    fn ground_of_refusal(&self, record: &CaseRecord, code: Reason) -> String {
        let basis = self.standing_basis().unwrap_or(SOP);
        let list_date = record.daftar_hitam_date.as_deref().and_then(|date| date.parse().ok());
        match list_date {
            Some(date) if code == Reason::X01 => {
                format!("{basis}. Daftar hitam tanggal {}.", format_date(date))
            }
            _ => format!("{basis}."),
        }
    }

    pub(in crate::actions) fn lembar_pengalihan(
        &self,
        record: &CaseRecord,
        target: &RedirectTarget,
        why: &str,
        duplicates: &[Duplicate],
        number: &PaperNumber,
    ) -> Result<Vec<u8>> {
        let earlier =
            duplicates.iter().find(|other| other.has_same_taxpayer() && other.status.was_approved());
        let why = match earlier {
            Some(other) if matches!(target, RedirectTarget::AkunLama(_)) => {
                format!("{why} Permohonan terdahulu: {}.", other.number).trim().to_owned()
            }
            _ => why.to_owned(),
        };
        render_lembar_pengalihan(&LembarPengalihan {
            letterhead: self.letterhead(),
            number: number.to_string(),
            date_line: self.date_line(),
            permohonan: record.number.clone(),
            company: company_line(record),
            attendee: attendee_line(record),
            target: target.label(),
            why,
            steps: steps_at(target).into_iter().map(str::to_owned).collect(),
            contact: self.contact(),
            signer: self.signer(self.acting_title()),
            privacy_line: self.privacy_line(),
        })
    }
}

/// What the vendor does there. Sources: procedure 2.5 (INAPROC), 2.6 (another LPSE, a forgotten account).
fn steps_at(target: &RedirectTarget) -> Vec<&'static str> {
    match target {
        RedirectTarget::Inaproc => vec![
            "Siapkan NIB, NPWP 16 angka, KTP admin perusahaan, surel, dan nomor HP yang aktif.",
            "Buat akun admin perusahaan di INAPROC, lalu verifikasi identitas dengan KTP.",
            "Tautkan perusahaan dengan NIB. Bila ditolak sistem, bawa pesannya ke LPSE ini.",
        ],
        RedirectTarget::LpseLain(_) => vec![
            "Hubungi LPSE tempat pendaftaran dilakukan, lalu sebutkan surel yang dipakai saat mendaftar.",
            "Bawa KTP dan NPWP asli ke LPSE itu untuk verifikasi.",
            "Setelah terverifikasi, akun dapat dipakai di semua LPSE lewat agregasi. Jangan mendaftar lagi di sini.",
        ],
        RedirectTarget::AkunLama(_) => vec![
            "Masuk dengan akun yang sudah ada. Bila lupa kata sandi, pakai menu lupa kata sandi di SPSE.",
            "Bila surel lama tidak dapat dibuka, ajukan perubahan surel dengan surat permohonan, KTP, dan NPWP asli.",
            "Jangan mendaftar dengan surel lain: akun ganda menggagalkan agregasi.",
        ],
    }
}
