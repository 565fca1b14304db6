//! Tempel dari SPSE: the form is filled from what was copied from the vendor page, and only from what the
//! officer chose of it.

use std::fs;

use loket_core::actions::spse::{PastePreview, PastedField};
use loket_core::error::Code;
use loket_core::form::FormField;
use loket_core::spse::{Clip, PETA_FILE};
use loket_tests::{ADI, DEWI, Desk, Guest, Office, RATNA, finish, refused};

const PAGE: &str = include_str!("../fixtures/spse/s01.html");
const TEXT: &str = include_str!("../fixtures/spse/s01.txt");

fn copied(text: &str) -> Clip {
    Clip { html: None, text: text.to_owned() }
}

fn look(desk: &Desk, guest: &Guest, clip: &Clip) -> PastePreview {
    desk.session.preview_paste(&guest.case, clip).unwrap()
}

/// What the dialog ticks from the start.
fn chosen(preview: &PastePreview) -> Vec<(FormField, String)> {
    let chosen = preview.fields.iter().filter(|pasted| pasted.chosen);
    chosen.map(|pasted| (pasted.field, pasted.value.clone())).collect()
}

fn one(preview: &PastePreview, field: FormField) -> &PastedField {
    preview.fields.iter().find(|pasted| pasted.field == field).unwrap()
}

#[test]
fn the_form_of_s_01_is_filled_by_one_paste_and_is_what_an_officer_would_have_typed() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let typed = ratna.walk_in("S-01");
    ratna.fill_form(&typed);
    let pasted = ratna.walk_in("S-01");
    let acts = ratna.acts(&pasted).len();

    let preview = look(&ratna, &pasted, &Clip { html: Some(PAGE.to_owned()), text: TEXT.to_owned() });
    assert_eq!(preview.unclear, []);
    assert_eq!(
        one(&preview, FormField::Kabupaten).value_name.as_deref(),
        Some("Kabupaten Batang, Jawa Tengah")
    );
    assert_eq!(ratna.record(&pasted).form.len(), 0, "looking writes nothing");
    assert_eq!(ratna.acts(&pasted).len(), acts, "looking is no act");

    let chosen = chosen(&preview);
    ratna.session.paste_form(&pasted.case, &chosen).unwrap();
    assert_eq!(ratna.record(&pasted).form, ratna.record(&typed).form);
    assert_eq!(ratna.acts(&pasted).len(), acts + chosen.len(), "one act a field");
    ratna.leave();
    finish(office);
}

#[test]
fn a_filled_field_is_shown_beside_the_pasted_one_and_kept_unless_it_is_chosen() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.walk_in("S-01");
    ratna.session.set_form_field(&guest.case, FormField::NamaUsaha, "CV Alas Roban").unwrap();
    ratna.session.set_form_field(&guest.case, FormField::Kabupaten, "3325").unwrap();

    let preview = look(&ratna, &guest, &copied(TEXT));
    let name = one(&preview, FormField::NamaUsaha);
    assert_eq!(
        (name.current.as_str(), name.value.as_str(), name.chosen),
        ("CV Alas Roban", "CV Alas Roban Sejahtera", false)
    );
    assert!(one(&preview, FormField::Kabupaten).chosen, "the same value harms nothing");
    assert!(one(&preview, FormField::Npwp).chosen, "an empty field is filled");

    let acts = ratna.acts(&guest).len();
    ratna.session.paste_form(&guest.case, &chosen(&preview)).unwrap();
    let record = ratna.record(&guest);
    assert_eq!(record.form_value(FormField::NamaUsaha), "CV Alas Roban");
    assert_eq!(record.form_value(FormField::Npwp), "0997001011513000");
    assert_eq!(ratna.acts(&guest).len(), acts + preview.fields.len() - 2, "an equal value is no act");
    ratna.leave();
    finish(office);
}

#[test]
fn a_faulty_number_is_pasted_as_it_stands_in_spse_and_stops_the_intake_as_a_typed_one_does() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.prepare("S-01");
    let preview = look(&ratna, &guest, &copied("NPWP: 09970010115130"));
    let npwp = one(&preview, FormField::Npwp);
    assert_eq!((npwp.chosen, npwp.notes.is_empty()), (false, false));
    ratna.session.paste_form(&guest.case, &[(npwp.field, npwp.value.clone())]).unwrap();
    assert_eq!(ratna.record(&guest).form_value(FormField::Npwp), "09970010115130");
    ratna.hand_in(&guest);
    assert_eq!(refused(ratna.session.complete(&guest.case)).code, Code::GuardFailed);
    ratna.leave();
    finish(office);
}

#[test]
fn after_the_intake_nothing_is_pasted_and_the_usual_sentence_says_where_to_go() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    let before = ratna.record(&guest).form;
    let typing = refused(ratna.session.set_form_field(&guest.case, FormField::NamaUsaha, "CV Lain"));

    let looking = refused(ratna.session.preview_paste(&guest.case, &copied(TEXT)));
    let writing =
        refused(ratna.session.paste_form(&guest.case, &[(FormField::NamaUsaha, "CV Lain".to_owned())]));
    for error in [looking, writing] {
        assert_eq!(error.code, Code::TransitionRefused);
        assert_eq!(error.what_happened(), typing.what_happened());
    }
    assert_eq!(ratna.record(&guest).form, before);
    ratna.leave();
    finish(office);
}

#[test]
fn a_choice_that_cannot_be_written_is_refused_before_anything_is() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.walk_in("S-01");
    let name = (FormField::NamaUsaha, "CV Alas Roban Sejahtera".to_owned());
    for (bad, sentence) in [
        (vec![], "Belum ada isian yang dipilih."),
        (vec![name.clone(), (FormField::Npwp, " ".to_owned())], "Isian yang ditempel kosong."),
        (vec![name.clone(), name.clone()], "Satu isian ditempel dua kali."),
        (vec![name, (FormField::Alamat, "a".repeat(501))], "Isian lebih dari 500 karakter."),
    ] {
        let error = refused(ratna.session.paste_form(&guest.case, &bad));
        assert_eq!((error.code, error.what_happened().as_str()), (Code::InvalidInput, sentence));
    }
    let too_long = refused(ratna.session.preview_paste(&guest.case, &copied(&"a".repeat(300_000))));
    assert_eq!(too_long.code, Code::InvalidInput);
    assert!(ratna.record(&guest).form.is_empty());
    ratna.leave();
    finish(office);
}

#[test]
fn a_case_of_nobody_and_a_role_without_intake_are_refused() {
    let office = Office::staffed();
    let mut dewi = office.sit_down(DEWI);
    let guest = dewi.walk_in("S-01");
    let nobody = refused(dewi.session.preview_paste("tidak-ada", &copied(TEXT)));
    assert_eq!(nobody.code, Code::NotFound);
    dewi.leave();
    let mut adi = office.sit_down(ADI);
    let looking = refused(adi.session.preview_paste(&guest.case, &copied(TEXT)));
    let writing = refused(adi.session.paste_form(&guest.case, &[(FormField::NamaUsaha, "CV".to_owned())]));
    assert_eq!((looking.code, writing.code), (Code::RoleForbidden, Code::RoleForbidden));
    adi.leave();
    finish(office);
}

#[test]
fn the_office_s_own_map_is_read_and_a_faulty_one_names_its_line_and_gives_way() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.walk_in("S-01");
    let page = copied("Nomor Pajak Kami: 0997001011513000\nTelepon: 0285391234");
    let fields = |preview: &PastePreview| preview.fields.iter().map(|each| each.field).collect::<Vec<_>>();

    let without = look(&ratna, &guest, &page);
    assert_eq!((fields(&without), without.peta_fault), (vec![FormField::Telepon], None));

    let own = office.folder().join(PETA_FILE);
    fs::write(&own, "\u{feff}# Kantor kami\r\nnpwp\tNomor Pajak Kami\r\n").unwrap();
    let with = look(&ratna, &guest, &page);
    assert_eq!(fields(&with), [FormField::Npwp, FormField::Telepon]);
    assert_eq!(with.peta_fault, None);

    for (bytes, said) in [
        (&b"npwp\tNomor Pajak Kami\nnpw\tNPWP\n"[..], "Baris 2 pada peta-spse.tsv milik kantor salah"),
        (&b"npwp\tNomor Pajak \xe9\n"[..], "bukan teks UTF-8"),
        (&[b'#'; 100_001][..], "lebih dari 100 kB"),
    ] {
        fs::write(&own, bytes).unwrap();
        let faulty = look(&ratna, &guest, &page);
        let fault = faulty.peta_fault.clone().unwrap();
        assert!(fault.contains(said) && fault.ends_with("Peta bawaan Loket yang dipakai."), "{fault}");
        assert_eq!(fields(&faulty), [FormField::Telepon]);
    }
    fs::remove_file(&own).unwrap();
    fs::create_dir(&own).unwrap();
    assert!(look(&ratna, &guest, &page).peta_fault.unwrap().contains("tidak dapat dibaca"));
    fs::remove_dir(&own).unwrap();
    // A map that stays in the folder is nothing that the archive check minds.
    fs::write(&own, "npwp\tNomor Pajak Kami\n").unwrap();
    ratna.session.paste_form(&guest.case, &chosen(&with)).unwrap();
    ratna.leave();
    finish(office);
}
