//! One key while a case is verified: until what was typed is durable, and until the screen shows it judged.

use loket_core::actions::{KdfParams, practice};
use loket_core::document::DocumentKind;
use loket_core::form::DocumentField;
use loket_tests::{Desk, Guest, RATNA};

use crate::figures::{Times, repeat, timed};
use crate::{Outcome, Place, archive};

/// What a case holds when the verifikator types into it. Every measured act adds one, so that many cases are
/// typed into, each only for a moment.
const ACTS: usize = 40;
const CASES: u32 = 25;
const KEYS: usize = 8;
/// The field of a card that is typed most. Its draft is kept under the key that the desk uses.
const FIELD: DocumentField = DocumentField::Alamat;
const DRAFT: &str = "doc:npwp:alamat";

pub(crate) fn keystroke() -> Outcome {
    let place = Place::new()?;
    let session = place.found(practice::PASSWORD, KdfParams::cheap_for_tests())?;
    let mut desk = Desk { session, officer: RATNA };
    let cases = (0..CASES).map(|number| at_verifikasi(&mut desk, number)).collect::<Outcome<Vec<_>>>()?;
    println!("{CASES} cases at verifikasi, {ACTS} acts each, {KEYS} keys into each");

    let (mut draft, mut once, mut twice, mut act) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for guest in &cases {
        let case = guest.case.as_str();
        // The first look of a session is an act; nobody types before it.
        desk.session.see_permohonan(case)?;
        for key in 0..KEYS {
            let value = |way: &str| format!("Jalan Contoh Nomor {key}, {way}");
            draft.push(timed(|| Ok(desk.session.save_draft(case, DRAFT, &value("baru"))?))?);
            // In turns, so that whatever the machine does beside falls on both.
            once.push(timed(|| {
                set(&mut desk, case, &value("baru"))?;
                Ok(desk.session.see_permohonan(case)?)
            })?);
            desk.session.save_draft(case, DRAFT, &value("lama"))?;
            twice.push(timed(|| {
                set(&mut desk, case, &value("lama"))?;
                let answered = desk.session.see_permohonan(case)?;
                Ok((answered, desk.session.see_permohonan(case)?))
            })?);
            desk.session.save_draft(case, DRAFT, &value("sendiri"))?;
            act.push(timed(|| set(&mut desk, case, &value("sendiri")))?);
        }
    }
    let draft = Times::of(draft);
    draft.describe("a key to its durable draft");
    draft.measure("draft");
    Times::of(act).describe("the act alone");
    let last = cases.last().ok_or("a case")?;
    repeat(100, |_| timed(|| Ok(desk.session.see_permohonan(&last.case)?)))?.describe("the view alone");
    let once = Times::of(once);
    once.describe("a value to its act and the view that answers");
    once.measure("view");
    let twice = Times::of(twice);
    twice.describe("the same, and the case asked for once more");
    twice.beside("view: asked for once more");
    desk.leave();
    Ok(())
}

/// A case that a verifikator has taken, with exactly as many acts as promised.
fn at_verifikasi(desk: &mut Desk, number: u32) -> Outcome<Guest> {
    let guest = archive::arrive(desk, number)?;
    archive::hand_in(desk, &guest)?;
    desk.call(&guest);
    for number in desk.acts(&guest).len()..ACTS {
        set(desk, &guest.case, &format!("Jalan Contoh Nomor 1{number}"))?;
    }
    let acts = desk.acts(&guest).len();
    if acts == ACTS { Ok(guest) } else { Err(format!("the case has {acts} acts").into()) }
}

fn set(desk: &mut Desk, case: &str, value: &str) -> Outcome {
    desk.session.set_document_field(case, DocumentKind::Npwp, FIELD, value)?;
    Ok(())
}
