//! A permohonan in which the officer wrote numbers wherever words may be written. Who may not see numbers
//! must find none of them, in the timeline and on the screen of the case.

use chrono::Days;
use loket_core::actions::contact::Contact;
use loket_core::actions::correction::Correction;
use loket_core::actions::picture::PictureVariant;
use loket_core::actions::step::ShortageItem;
use loket_core::document::DocumentKind;
use loket_core::form::{CorrectionCause, FormField};
use loket_core::permohonan::{ContactMethod, ContactPurpose, RedirectTarget};
use loket_core::reasons::Reason;
use loket_core::verifikasi::{Decision, Kewenangan, RowKey};

use crate::desk::{Desk, Guest};
use crate::office::Office;

/// What the officer wrote, and where: the words stay to be read, the number in them does not.
pub struct Written {
    pub place: &'static str,
    pub words: &'static str,
    pub number: &'static str,
    /// The timeline tells it; the rest stands on the screen of the case only.
    pub in_timeline: bool,
}

impl Written {
    pub fn text(&self) -> String {
        format!("{} {}", self.words, self.number)
    }

    /// Whether a text shows enough of the number to know whose it is.
    pub fn is_shown_in(&self, text: &str) -> bool {
        digits(text).contains(&digits(self.number)[..NAMES_SOMEBODY])
    }
}

/// Region and date of birth, or the first ten digits of an NPWP.
const NAMES_SOMEBODY: usize = 10;

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

const fn written(place: &'static str, words: &'static str, number: &'static str) -> Written {
    Written { place, words, number, in_timeline: true }
}

pub const SECOND: Written = written("second permohonan", "Yang pertama memakai", "99.700.101.1-513.000");
pub const SHORTAGE: Written =
    Written { in_timeline: false, ..written("shortage", "Di KTP tertulis", "3325114508759002") };
pub const PAUSE: Written = written("pause", "Menunggu pemilik NIK", "3325 1145 0875 9002");
pub const HANDOVER: Written = written("handover", "Lanjut dengan NPWP", "0997001011513000");
pub const ROW: Written = written("row", "Orang yang sama, NIK:", "3325114508759002");
pub const OLD_VALUE: Written = written("old value", "dari", "0997001031513000");
pub const NEW_VALUE: Written = written("new value", "menjadi", "0997001011513000");
pub const CALL: Written = written("call", "Menyebut NIK", "33.25.11.450875.9002");
pub const LOOK: Written = written("look", "Memeriksa angka", "332511-450875-9002");
pub const SENT_BACK: Written = written("sent back", "Periksa lagi NIK", "3325114508759002");
pub const OVER_TIME: Written = written("over time", "Lama membaca", "3325 1145 0875 9002");
pub const KEWENANGAN: Written =
    Written { in_timeline: false, ..written("kewenangan", "Akta menyebut NIK", "3325114508759002") };
pub const REPLACED: Written = written("replaced", "Angka yang benar", "99 700 101 1 513 000");
pub const TARGET: Written = written("target", "Kantor pemegang NPWP", "0997001011513000");
pub const REDIRECTED: Written = written("redirected", "Terdaftar di sana dengan", "99.700.101.1-513.000");

/// All that [`numbers_everywhere`] writes.
pub const WRITTEN: [Written; 13] = [
    SECOND, SHORTAGE, PAUSE, HANDOVER, ROW, OLD_VALUE, NEW_VALUE, CALL, LOOK, SENT_BACK, OVER_TIME,
    KEWENANGAN, REPLACED,
];

fn done<T, E: std::fmt::Debug>(result: Result<T, E>) -> T {
    result.expect("the desk allows this step")
}

/// S-01 from the walk-in to a replaced Bukti, with a number in everything that is written on the way.
#[track_caller]
pub fn numbers_everywhere(office: &Office, desk: &mut Desk) -> Guest {
    let guest = desk.prepare("S-01");
    let case = guest.case.as_str();
    done(desk.session.set_form_field(case, FormField::Npwp, OLD_VALUE.number));
    done(desk.session.set_form_field(case, FormField::PenanggungJawabNama, "WULAN PERTIWA"));
    done(desk.session.submit(case, Some(&SECOND.text())));
    let items = [ShortageItem { reason: Reason::P01, note: SHORTAGE.text() }];
    let until = desk.session.today() + Days::new(14);
    done(desk.session.send_for_repair(case, &items, until));
    desk.take_back(&guest);

    desk.call(&guest);
    done(desk.session.pause(case, &PAUSE.text()));
    done(desk.session.resume(case, &HANDOVER.text()));
    desk.see_originals(&guest);
    let (value, cause) = (NEW_VALUE.number.to_owned(), CorrectionCause::SalahSalin);
    let correction = Correction { field: FormField::Npwp, value, cause, seen_at: None };
    done(desk.session.correct_form(case, &correction));
    desk.compare_everything(&guest);
    desk.answer_questions(&guest);
    let basis = Kewenangan { checked: Some(true), basis: KEWENANGAN.text() };
    done(desk.session.set_kewenangan(case, basis));
    let passes = Some(Decision::CocokDenganCatatan);
    done(desk.session.decide_row(case, RowKey::PjNama, passes, &ROW.text(), None));
    let (method, purpose) = (ContactMethod::Telepon, ContactPurpose::Lainnya);
    done(desk.session.log_contact(case, &Contact { method, purpose, reached: true, note: CALL.text() }));
    let picture = desk.record(&guest).current_picture(DocumentKind::Ktp).expect("it was taken").id.clone();
    done(desk.session.see_picture(case, &picture, PictureVariant::Original, Some(&LOOK.text())));

    // Longer than the SOP gives, so that the approval asks why.
    office.pass(45);
    desk.declare(&guest);
    done(desk.session.send_back(case, &SENT_BACK.text()));
    desk.declare(&guest);
    let password = desk.officer.password;
    done(desk.session.approve(case, password, &OVER_TIME.text()));
    done(desk.session.replace_bukti(case, password, &REPLACED.text(), None));
    done(desk.session.save_draft(case, "contact:note", &CALL.text()));
    guest
}

/// S-06 is sent to another office; both what is named and why hold a number.
#[track_caller]
pub fn redirected_with_numbers(desk: &mut Desk) -> Guest {
    let guest = desk.take_in("S-06");
    let target = RedirectTarget::LpseLain(TARGET.text());
    done(desk.session.redirect(&guest.case, target, &REDIRECTED.text()));
    guest
}
