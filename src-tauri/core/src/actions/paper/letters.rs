//! Letters to a vendor whose permohonan goes no further: the Surat Penolakan, the Lembar Pengalihan, and the Surat
//! Pemberitahuan of a date that passed.

use super::compose::{Composer, attendee_line, company_line, masked_npwp};
use crate::actions::duplicate::Duplicate;
use crate::document::DocumentState;
use crate::error::Result;
use crate::form::FormField;
use crate::layanan::inaproc::{HasilPendampingan, SyaratLine};
use crate::masking::mask_numbers_in;
use crate::numbering::PaperNumber;
use crate::pdf::{
    CheckedSyarat, LembarPengalihan, SuratPemberitahuan, SuratPenolakan, render_lembar_pengalihan,
    render_surat_pemberitahuan, render_surat_penolakan,
};
use crate::permohonan::RedirectTarget;
use crate::persyaratan::requirement;
use crate::reasons::Reason;
use crate::schedule::format_date;
use crate::store::read::{CaseRecord, DocumentRecord};

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
            target: target.label(),
            why,
            steps: steps_at(target).into_iter().map(str::to_owned).collect(),
            ..self.slip(record, number)
        })
    }

    /// The same slip for whoever was helped with INAPROC: what was found, what is missing, and how it ended.
    pub(in crate::actions) fn lembar_pendampingan(
        &self,
        record: &CaseRecord,
        lines: &[SyaratLine],
        outcome: HasilPendampingan,
        note: &str,
        number: &PaperNumber,
    ) -> Result<Vec<u8>> {
        let why =
            if note.is_empty() { outcome.label().to_owned() } else { format!("{}. {note}", outcome.label()) };
        let checks = lines.iter().map(|line| CheckedSyarat {
            what: line.syarat.label().to_owned(),
            outcome: line.lolos.label().to_owned(),
            todo: if line.todo.is_empty() {
                line.says.clone()
            } else {
                format!("{} {}", line.says, line.todo)
            },
        });
        let still = |document: &&DocumentRecord| document.state == DocumentState::Menyusul;
        let missing: Vec<_> = record
            .documents
            .values()
            .filter(still)
            .filter_map(|document| requirement(record.layanan, record.profil, document.kind))
            .map(|requirement| requirement.label)
            .collect();
        let mut steps: Vec<String> = steps_after_help(outcome).into_iter().map(str::to_owned).collect();
        if !missing.is_empty() && outcome != HasilPendampingan::AkunJadi {
            steps.insert(0, format!("Siapkan yang belum ada: {}.", missing.join(", ")));
        }
        render_lembar_pengalihan(&LembarPengalihan {
            why: mask_numbers_in(&why),
            target: RedirectTarget::Inaproc.label(),
            checks: checks.collect(),
            steps,
            ..self.slip(record, number)
        })
    }

    fn slip(&self, record: &CaseRecord, number: &PaperNumber) -> LembarPengalihan {
        LembarPengalihan {
            letterhead: self.letterhead(),
            number: number.to_string(),
            date_line: self.date_line(),
            permohonan: record.number.clone(),
            company: company_line(record),
            attendee: attendee_line(record),
            contact: self.contact(),
            signer: self.signer(self.acting_title()),
            privacy_line: self.privacy_line(),
            ..LembarPengalihan::default()
        }
    }
}

/// What a Surat Pemberitahuan is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::actions) enum Occasion {
    /// T-04: the link to the SPSE form did not come.
    LinkLate {
        /// How many it was waited for.
        days: u32,
    },
    /// T-14: nobody joined the calls.
    NoShow,
    /// Row 7: SIKAP is still empty.
    SikapEmpty,
}

impl Composer {
    pub(in crate::actions) fn surat_pemberitahuan(
        &self,
        record: &CaseRecord,
        occasion: Occasion,
        number: &PaperNumber,
    ) -> Result<Vec<u8>> {
        let email = record.form_value(FormField::Surel);
        let since = |at: Option<chrono::DateTime<chrono::Utc>>| {
            at.map(|at| format!(" pada {}", format_date(self.office_day(at)))).unwrap_or_default()
        };
        let (subject, message) = match occasion {
            Occasion::LinkLate { days } => (
                "Tautan formulir SPSE belum diterima",
                format!(
                    "Surel {email} didaftarkan{}. Sampai hari ini tautan ke formulir belum datang, padahal paling \
                     lama {days} hari. Permohonan ini ditutup. Isian yang sudah ada tetap tersimpan selama masa simpannya.",
                    since(record.registered_at)
                ),
            ),
            Occasion::NoShow => (
                "Sesi verifikasi video tidak dihadiri",
                "Sesi yang dijadwalkan tidak dihadiri sampai batas yang berlaku, atau tidak ada jawaban sesudahnya. \
                 Permohonan ini ditutup tanpa keputusan."
                    .to_owned(),
            ),
            Occasion::SikapEmpty => (
                "Data kualifikasi di SIKAP belum diisi",
                format!(
                    "Akun SPSE telah aktif{}. Data kualifikasi di SIKAP belum terisi, padahal diperlukan untuk \
                     mengikuti pengadaan.",
                    since(record.activated_at)
                ),
            ),
        };
        render_surat_pemberitahuan(&SuratPemberitahuan {
            letterhead: self.letterhead(),
            number: number.to_string(),
            date_line: self.date_line(),
            permohonan: record.number.clone(),
            company: company_line(record),
            subject: subject.to_owned(),
            message,
            steps: steps_after(occasion).iter().map(|step| (*step).to_owned()).collect(),
            contact: self.contact(),
            signer: self.signer(self.acting_title()),
            privacy_line: self.privacy_line(),
        })
    }
}

/// What the vendor can still do. Sources: S-11 (the link), procedure T-13 (a new request), SOP row 8 (SIKAP).
fn steps_after(occasion: Occasion) -> &'static [&'static str] {
    match occasion {
        Occasion::LinkLate { .. } => &[
            "Periksa folder Spam dan Promosi pada surel itu.",
            "Bila tidak ada, daftar ulang di laman SPSE dengan surel yang sama.",
            "Bila tautannya tetap tidak datang, daftarkan surel lain milik usaha.",
        ],
        Occasion::NoShow => &[
            "Ajukan permohonan baru dengan surel kapan saja, atau datang langsung ke kantor kami.",
            "Siapkan KTP dan NPWP asli.",
        ],
        Occasion::SikapEmpty => &[
            "Masuk ke SPSE dengan akun yang sudah aktif, lalu buka SIKAP.",
            "Isi izin usaha, akta, pengurus, tenaga ahli, peralatan, pengalaman, dan pajak sesuai keadaan usaha.",
            "Beri tahu kami setelah selesai.",
        ],
    }
}

/// What is left to the vendor after the help.
fn steps_after_help(outcome: HasilPendampingan) -> Vec<&'static str> {
    match outcome {
        HasilPendampingan::AkunJadi => vec![
            "Masuk ke INAPROC dengan akun itu, lalu lengkapi data usaha.",
            "Simpan surel dan kata sandinya. LPSE tidak menyimpan keduanya.",
        ],
        HasilPendampingan::MenungguInaproc => vec![
            "Tunggu pemberitahuan INAPROC di surel, juga di folder Spam.",
            "Bila ditolak sistem, bawa pesannya ke LPSE ini.",
        ],
        HasilPendampingan::MendaftarSendiri | HasilPendampingan::BelumBerhasil => {
            steps_at(&RedirectTarget::Inaproc)
        }
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
