//! Rights by role: the table of procedure 1.10 against every action, called directly.

use chrono::Days;

use super::office::{Folder, Office, PASSWORD, founding, officer};
use super::story::{self, NIK};
use crate::actions::Session;
use crate::actions::contact::Contact;
use crate::actions::correction::Correction;
use crate::actions::picture::PictureVariant;
use crate::actions::step::ShortageItem;
use crate::document::{DocumentKind, DocumentState, PictureSource, Sighting};
use crate::error::{Code, Error};
use crate::form::{CorrectionCause, DocumentField, FormField, Profil};
use crate::layanan::inaproc::{HasilPendampingan, LookedUp};
use crate::layanan::perubahan::{Bagian, SuratPermohonan};
use crate::mailbox::MessageId;
use crate::permohonan::{Channel, Confirmation, ContactMethod, ContactPurpose, RedirectTarget};
use crate::place::Place;
use crate::privacy::NOTICE_VERSION;
use crate::reasons::Reason;
use crate::role::Role;
use crate::schedule::NoticeKind;
use crate::store::World;
use crate::store::act::{ErasureScope, OfficeIdentity};
use crate::store::kunci::Credentials;
use crate::verifikasi::{DaftarHitam, Decision, Kewenangan, RowKey, SuratKuasa};

/// Where the calls of the table point: a case that was approved, with its picture and its papers.
struct Target {
    case: String,
    picture: String,
    bukti: String,
    fotokopi: String,
}

type Call = fn(&mut Session, &Target) -> Result<(), Error>;

/// Every action, and the roles that may do it: p(etugas), v(erifikator), s (penyetuju),
/// k(oordinator), a(uditor), m (admin). A capital letter may do it only with a reason.
#[rustfmt::skip]
const TABLE: &[(&str, &str, Call)] = &[
    // Open draft, enter data, capture.
    ("open_permohonan", "pv", |s, _| s.open_permohonan(Profil::BadanUsaha, Channel::TatapMuka, NOTICE_VERSION).map(drop)),
    ("set_attendee", "pv", |s, t| story::attend(s, &t.case)),
    ("set_form_field", "pv", |s, t| s.set_form_field(&t.case, FormField::Hp, "081200009002").map(drop)),
    ("set_document_field", "pv", |s, t| s.set_document_field(&t.case, DocumentKind::Ktp, DocumentField::Nik, NIK).map(drop)),
    ("set_profil", "pv", |s, t| s.set_profil(&t.case, Profil::UsahaPerorangan)),
    ("set_surat_kuasa", "pv", |s, t| s.set_surat_kuasa(&t.case, SuratKuasa::default())),
    ("save_draft", "pvs", |s, t| s.save_draft(&t.case, "form:hp", "0812")),
    ("add_picture", "pv", |s, t| s.add_picture(&t.case, PictureSource::Kamera, story::taken(DocumentKind::Ktp, 1)).map(drop)),
    ("crop_picture", "pv", |s, t| s.crop_picture(&t.case, &t.picture, [[2.0, 2.0], [60.0, 2.0], [60.0, 38.0], [2.0, 38.0]], 0)),
    ("require_intake", "pv", |s, _| s.require_intake()),
    ("require_manager", "m", |s, _| s.require_manager()),
    ("set_hot_folder", "m", |s, _| s.set_hot_folder(false)),
    ("close_hot_folder", "m", |s, _| s.close_hot_folder()),
    ("receive_stack", "pv", |s, _| s.receive_stack("EPSON DS-530", &story::sheet()).map(drop)),
    ("add_sheet", "pv", |s, _| { let id = s.receive_stack("EPSON DS-530", &story::sheet())?; s.add_sheet(&id, &story::sheet()).map(drop) }),
    // See other cases, masked.
    ("search", "pvska", |s, _| s.search("wulan", 5).map(drop)),
    ("read_case", "pvska", |s, t| s.read_case(&t.case).map(drop)),
    ("see_case", "pvska", |s, t| s.see_case(&t.case).map(drop)),
    ("home", "pvskam", |s, _| s.home().map(drop)),
    ("open_paper bukti", "pvska", |s, t| s.open_paper(&t.case, &t.bukti).map(drop)),
    ("note_printed", "pvska", |s, t| s.note_printed(&t.case, &t.bukti, 1)),
    ("postpone_print", "pvska", |s, t| s.postpone_print(&t.case, &t.bukti, 1)),
    ("drop_print", "pvska", |s, t| s.drop_print(&t.case, &t.bukti)),
    ("sees_prints", "pvskam", |s, _| s.sees_prints()),
    ("test_ticket", "pvskam", |s, _| s.test_ticket("Struk").map(drop)),
    ("test_page", "pvskam", |s, _| s.test_page("Kantor").map(drop)),
    ("prints_that_wait", "pvska", |s, _| s.prints_that_wait().map(drop)),
    ("note_saved", "pvska", |s, t| s.open_paper(&t.case, &t.bukti).and_then(|_| s.note_saved(&t.case, &t.bukti))),
    // Unmask, open sealed pictures.
    ("see_picture", "vs", |s, t| s.see_picture(&t.case, &t.picture, PictureVariant::Thumb, None).map(drop)),
    ("see_picture with a reason", "vska", |s, t| s.see_picture(&t.case, &t.picture, PictureVariant::Original, Some("Pengaduan 7")).map(drop)),
    ("open_paper fotokopi", "vs", |s, t| s.open_paper(&t.case, &t.fotokopi).map(drop)),
    ("see_paper with a reason", "vska", |s, t| s.see_paper(&t.case, &t.fotokopi, "Pengaduan 7")),
    ("cards_to_copy", "vs", |s, t| s.cards_to_copy(&t.case).map(drop)),
    ("make_berita_acara", "vs", |s, t| s.make_berita_acara(&t.case).map(drop)),
    ("make_fotokopi", "vs", |s, t| s.make_fotokopi(&t.case).map(drop)),
    // Completeness, Tanda Terima, queue.
    ("set_document_state", "pv", |s, t| s.set_document_state(&t.case, DocumentKind::Nib, DocumentState::Menyusul, None)),
    ("set_sighting", "pv", |s, t| s.set_sighting(&t.case, DocumentKind::Ktp, Sighting::Asli)),
    ("submit", "pv", |s, t| s.submit(&t.case, None)),
    ("complete", "pv", |s, t| s.complete(&t.case)),
    ("ticket", "pv", |s, t| s.ticket(&t.case).map(drop)),
    ("resubmit", "pv", |s, t| s.resubmit(&t.case)),
    ("send_for_repair", "pv", |s, t| s.send_for_repair(&t.case, &[shortage()], s.today() + Days::new(3))),
    ("open_perubahan", "v", |s, t| s.open_perubahan(&t.case, &[Bagian::Surel], Channel::TatapMuka, NOTICE_VERSION).map(drop)),
    ("open_perubahan_from_spse", "pv", |s, _| s.open_perubahan_from_spse(Profil::BadanUsaha, Channel::TatapMuka, NOTICE_VERSION).map(drop)),
    ("set_former", "pv", |s, t| s.set_former(&t.case, FormField::Surel, "lama@contoh.example")),
    ("set_perubahan", "pv", |s, t| s.set_perubahan(&t.case, &[Bagian::Surel])),
    ("set_surat_permohonan", "pv", |s, t| s.set_surat_permohonan(&t.case, SuratPermohonan::default())),
    ("open_pendampingan", "pv", |s, _| s.open_pendampingan(Profil::BadanUsaha, NOTICE_VERSION).map(drop)),
    ("look_up_inaproc", "pv", |s, t| s.look_up_inaproc(&t.case, LookedUp::default())),
    ("finish_pendampingan", "pv", |s, t| s.finish_pendampingan(&t.case, HasilPendampingan::AkunJadi, "")),
    ("cancel", "pv", |s, t| s.cancel(&t.case, "Ditarik")),
    ("redirect", "pv", |s, t| s.redirect(&t.case, RedirectTarget::Inaproc, "")),
    ("lapse", "pv", |s, t| s.lapse(&t.case)),
    ("log_contact", "pv", |s, t| s.log_contact(&t.case, &contact())),
    ("confirm_clock", "pvm", |s, _| s.confirm_clock()),
    // Comparison.
    ("start", "v", |s, t| s.start(&t.case)),
    ("pause", "v", |s, t| s.pause(&t.case, "Istirahat")),
    ("resume", "v", |s, t| s.resume(&t.case, "")),
    ("correct_form", "v", |s, t| s.correct_form(&t.case, &correction()).map(drop)),
    ("withdraw_shortages", "v", |s, t| s.withdraw_shortages(&t.case, "Keliru")),
    ("decide_row", "v", |s, t| s.decide_row(&t.case, RowKey::Npwp, Some(Decision::Cocok), "", None)),
    ("set_daftar_hitam", "v", |s, t| s.set_daftar_hitam(&t.case, DaftarHitam::default())),
    ("set_kewenangan", "v", |s, t| s.set_kewenangan(&t.case, Kewenangan::default())),
    // Nyatakan sesuai, tolak; setujui; activation.
    ("declare", "vs", |s, t| s.declare(&t.case)),
    ("refuse", "vs", |s, t| s.refuse(&t.case, Reason::parse("X01").expect("reason"), "Tercantum")),
    ("approve", "vs", |s, t| s.approve(&t.case, PASSWORD, "").map_err(|refusal| refusal.error)),
    ("send_back", "vs", |s, t| s.send_back(&t.case, "Belum jelas")),
    ("preview_bukti", "vs", |s, t| s.preview_bukti(&t.case).map(drop)),
    ("replace_bukti", "vs", |s, t| s.replace_bukti(&t.case, PASSWORD, "Keliru", None).map_err(|refusal| refusal.error)),
    ("close_sikap", "v", |s, t| s.close_sikap(&t.case, Confirmation::Telepon)),
    ("give_up_sikap", "v", |s, t| s.give_up_sikap(&t.case, "Tidak diangkat")),
    ("record_activation", "v", |s, t| s.record_activation(&t.case, "alasroban2026")),
    // Settings, officers, recovery sheet.
    ("describe_office", "m", |s, _| s.describe_office(OfficeIdentity { government: "Contoh".into(), name: "LPSE".into(), city: "Contoh".into(), ..OfficeIdentity::default() })),
    ("set_logo", "m", |s, _| s.set_logo(None)),
    ("new_recovery_sheet", "m", |s, _| s.new_recovery_sheet().map(drop)),
    ("note_word_shown", "m", |s, _| s.note_word_shown(3)),
    ("note_sheet_checked", "m", |s, _| s.note_sheet_checked()),
    ("set_roles", "m", |s, _| s.set_roles("00000000000000000000000000009001", vec![Role::Petugas])),
    ("add_officer", "m", |s, _| s.add_officer(officer("baru", &[Role::Petugas])).map(drop)),
    // Daftar hitam: who looks in it every day, and the admin.
    ("read_daftar_hitam", "vm", |s, _| s.read_daftar_hitam(story::DAFTAR_HITAM).map(drop)),
    ("import_daftar_hitam", "vm", |s, _| s.import_daftar_hitam(s.today())),
    ("imported_daftar_hitam", "pvskam", |s, _| s.imported_daftar_hitam().map(drop)),
    // Mailbox: set by the admin, read at intake, written to vendors.
    ("set_mailbox", "m", |s, _| s.set_mailbox(story::mailbox(), &story::login())),
    ("mailbox", "m", |s, _| s.mailbox().map(drop)),
    ("mailbox_to_try", "m", |s, _| s.mailbox_to_try(story::mailbox(), &story::login()).map(drop)),
    ("close_mailbox", "m", |s, _| s.close_mailbox()),
    ("inbox", "pv", |s, _| s.inbox().map(drop)),
    ("known_messages", "pv", |s, _| s.known_messages("imap.lpse-contoh.example", Vec::new()).map(drop)),
    ("set_message_aside", "pv", |s, _| s.set_message_aside(MessageId { validity: 1, uid: 1 })),
    ("queue_notice", "pv", |s, t| s.queue_notice(&t.case, NoticeKind::Jadwal)),
    ("withdraw_letter", "pv", |s, _| s.withdraw_letter("00000000000000000000000000009001")),
    ("waiting_letters", "pv", |s, _| s.waiting_letters().map(drop)),
    ("letters_of", "pvska", |s, t| s.letters_of(&t.case).map(drop)),
    // Disposal, log.
    ("erase_case", "k", |s, t| s.erase_case(&t.case, ErasureScope::Everything, "Retensi habis",
        Credentials { user_name: "admin", password: PASSWORD }).map_err(|refusal| refusal.error)),
    ("timeline", "vskam", |s, t| s.timeline(&t.case).map(drop)),
    ("case_log", "vskam", |s, t| s.case_log(&t.case).map(drop)),
];

fn contact() -> Contact {
    Contact {
        method: ContactMethod::Telepon,
        purpose: ContactPurpose::Lainnya,
        reached: true,
        note: String::new(),
    }
}

fn correction() -> Correction {
    Correction {
        field: FormField::Hp,
        value: "081200009004".into(),
        cause: CorrectionCause::SalahSalin,
        seen_at: None,
    }
}

fn shortage() -> ShortageItem {
    ShortageItem { reason: Reason::parse("P01").expect("reason"), note: String::new() }
}

const LETTERS: [(char, Role); 6] = [
    ('p', Role::Petugas),
    ('v', Role::Verifikator),
    ('s', Role::Penyetuju),
    ('k', Role::Koordinator),
    ('a', Role::Auditor),
    ('m', Role::Admin),
];

/// An office with one officer per role beside its first, and a case that was approved.
fn office() -> (Office, Target) {
    let mut office = Office::new();
    for (_, role) in LETTERS {
        office.session().add_officer(officer(role.label(), &[role])).expect("added");
    }
    let case = story::whole(office.session()).expect("story");
    let record = office.session().store().reader().case(&case).expect("case");
    let paper = |kind| record.papers.iter().find(|paper| paper.kind == kind).expect("paper").id.clone();
    let target = Target {
        picture: record.pictures[0].id.clone(),
        bukti: paper(crate::numbering::PaperKind::BuktiVerifikasi),
        fotokopi: paper(crate::numbering::PaperKind::Fotokopi),
        case,
    };
    (office, target)
}

#[test]
fn every_action_is_open_to_exactly_the_roles_of_the_table() {
    let (mut office, target) = office();
    for (letter, role) in LETTERS {
        office.open_as(role.label()).expect("opens");
        for (name, may, call) in TABLE.iter().filter(|row| !row.1.contains(letter)) {
            let before = (office.dump(), files(&office));
            // A picture without its reason is refused as incomplete, not as forbidden.
            let expected = match (*name, role) {
                ("see_picture" | "open_paper fotokopi", Role::Koordinator | Role::Auditor) => {
                    Code::InvalidInput
                }
                _ => Code::RoleForbidden,
            };
            let refused = call(office.session(), &target).expect_err(name);
            assert_eq!(refused.code, expected, "{name} by {} (allowed: {may})", role.label());
            assert!((office.dump(), files(&office)) == before, "{name} by {} wrote something", role.label());
        }
    }
    // Whoever may, may: the state of the case can still say no, the role never does.
    for (letter, role) in LETTERS {
        office.open_as(role.label()).expect("opens");
        for (name, _, call) in TABLE.iter().filter(|row| row.1.contains(letter)) {
            if let Err(error) = call(office.session(), &target) {
                assert_ne!(error.code, Code::RoleForbidden, "{name} by {}", role.label());
                // A new sheet opens pictures too, so only an admin who holds that sight can make one.
                let lacks_sight = *name == "new_recovery_sheet" && role == Role::Admin;
                assert_eq!(error.code == Code::PictureKeyMissing, lacks_sight, "{name} by {}", role.label());
            }
        }
    }
    office.open().expect("opens");
    office.assert_clean();
}

fn files(office: &Office) -> usize {
    super::office::files(&office.path()).len()
}

#[test]
fn an_act_names_the_role_that_allowed_it() {
    let mut office = Office::new();
    let case = story::closed(office.session()).expect("story");
    let session = office.session();
    session.set_logo(None).expect("as admin");
    session.set_kewenangan(&case, Kewenangan::default()).expect_err("closed");
    let roles: Vec<String> = {
        let mut statement = session
            .store()
            .reader()
            .conn
            .prepare("SELECT DISTINCT verb || ' ' || role FROM act")
            .expect("acts");
        let rows = statement.query_map([], |row| row.get(0)).expect("acts");
        rows.map(|row| row.expect("row")).collect()
    };
    for expected in ["form_set verifikator", "logo_set admin", "office_founded sistem"] {
        assert!(roles.iter().any(|role| role == expected), "{expected} in {roles:?}");
    }
}

#[test]
fn roles_without_sight_of_pictures_get_no_picture_key() {
    let (mut office, target) = office();
    for (role, holds) in
        [(Role::Petugas, false), (Role::Admin, false), (Role::Auditor, true), (Role::Penyetuju, true)]
    {
        let session = office.open_as(role.label()).expect("opens");
        assert_eq!(session.store().keys().picture.is_some(), holds, "{}", role.label());
        let picture = session.store().reader().case(&target.case).expect("case").pictures[0].clone();
        let opened = session.store().open_picture(&target.case, &picture.file);
        assert_eq!(opened.is_ok(), holds, "the key itself decides, not only the check");
        let report = session.store().check_archive().expect("report");
        assert!(report.is_clean(), "a check without the picture key still compares the sealed bytes");
    }
}

#[test]
fn the_first_officer_manages_the_office_and_sees_pictures() {
    for roles in [&[][..], &[Role::Admin], &[Role::Verifikator, Role::Petugas], &[Role::Admin, Role::Petugas]]
    {
        let folder = Folder::new();
        let refused = Session::found(founding(&folder, roles), World::default()).err().expect("refused");
        assert_eq!(refused.code, Code::InvalidInput, "{roles:?}");
        assert_eq!(refused.missing[0].place, Place::OfficerRoles);
        assert!(!folder.office().exists(), "a refused office leaves nothing behind");
    }
}
