use super::*;

fn kinds(profil: Profil, by_kuasa: bool, pkp_filled: bool) -> Vec<DocumentKind> {
    let circumstances = Circumstances { by_kuasa, pkp_filled, changes: None };
    required_documents(AkunBaru, profil, circumstances).map(|requirement| requirement.kind).collect()
}

fn changing(profil: Profil, changes: &[Bagian]) -> Vec<DocumentKind> {
    let circumstances = Circumstances { changes: Some(changes), ..Circumstances::default() };
    required_documents(PerubahanData, profil, circumstances).map(|requirement| requirement.kind).collect()
}

#[test]
fn each_profile_asks_for_the_documents_of_the_procedure_and_no_more() {
    use DocumentKind::{Ktp, KtpKuasa, Npwp, Sppkp, SuratKuasa};
    let table: &[(bool, bool, &[DocumentKind])] = &[
        (false, false, &[Ktp, Npwp]),
        (true, false, &[Ktp, Npwp, SuratKuasa, KtpKuasa]),
        (false, true, &[Ktp, Npwp, Sppkp]),
        (true, true, &[Ktp, Npwp, SuratKuasa, KtpKuasa, Sppkp]),
    ];
    for profil in [BadanUsaha, UsahaPerorangan] {
        for (by_kuasa, pkp_filled, expected) in table {
            assert_eq!(
                kinds(profil, *by_kuasa, *pkp_filled),
                *expected,
                "{profil:?} {by_kuasa} {pkp_filled}"
            );
        }
    }
}

#[test]
fn akta_and_nib_are_offered_but_never_required() {
    let all = Circumstances { by_kuasa: true, pkp_filled: true, changes: None };
    for profil in [BadanUsaha, UsahaPerorangan] {
        for requirement in documents(AkunBaru, profil) {
            if matches!(requirement.kind, DocumentKind::Akta | DocumentKind::Nib) {
                assert!(!requirement.is_required(all), "{:?}", requirement.kind);
            }
        }
    }
    assert!(requirement(AkunBaru, BadanUsaha, DocumentKind::Akta).is_some());
    assert!(
        requirement(AkunBaru, UsahaPerorangan, DocumentKind::Akta).is_none(),
        "an owner has no akta to show"
    );
}

#[test]
fn every_document_names_the_ground_on_which_it_is_asked() {
    for requirement in REQUIREMENTS {
        let ground = requirement.ground;
        let asked_by_the_sop =
            ground.contains("SOP 01.09.03./SOP/2020") && ground.contains("SE Deputi II LKPP 2/2020");
        if requirement.layanan == PendampinganInaproc {
            assert!(ground.contains("INAPROC"), "{}", requirement.label);
            continue;
        }
        let new_account = requirement.layanan == AkunBaru;
        assert_eq!(
            asked_by_the_sop,
            new_account && requirement.when == When::Always,
            "{}",
            requirement.label
        );
        let asked_for_a_change = !new_account && ground.contains("perubahan data LKPP 2012");
        assert!(
            asked_by_the_sop || asked_for_a_change || ground.starts_with("Di luar"),
            "{}",
            requirement.label
        );
    }
}

#[test]
fn a_profile_lists_no_document_twice() {
    for (layanan, profil) in [AkunBaru, PerubahanData, PendampinganInaproc]
        .into_iter()
        .flat_map(|layanan| [BadanUsaha, UsahaPerorangan].map(|profil| (layanan, profil)))
    {
        let mut kinds: Vec<_> = documents(layanan, profil).map(|requirement| requirement.kind).collect();
        let count = kinds.len();
        kinds.sort();
        kinds.dedup();
        assert_eq!(kinds.len(), count, "{layanan:?} {profil:?}");
    }
}

#[test]
fn the_form_always_needs_a_kabupaten_and_a_surel_but_no_director_of_a_badan_usaha() {
    for profil in [BadanUsaha, UsahaPerorangan] {
        assert!(required_form_fields(AkunBaru, profil, false).contains(&FormField::Kabupaten), "{profil:?}");
        assert!(required_form_fields(AkunBaru, profil, false).contains(&FormField::Surel), "{profil:?}");
    }
    assert!(!required_form_fields(AkunBaru, BadanUsaha, false).contains(&FormField::PenanggungJawabNama));
    assert!(required_form_fields(AkunBaru, UsahaPerorangan, false).contains(&FormField::PenanggungJawabNik));
}

#[test]
fn a_change_asks_for_the_letter_and_for_the_old_and_the_new_document_of_what_changes() {
    use DocumentKind::{Akta, AktaLama, Ktp, Nib, Npwp, NpwpLama, SuratPermohonan};
    let table: &[(Profil, &[Bagian], &[DocumentKind])] = &[
        (BadanUsaha, &[Bagian::Surel], &[SuratPermohonan, Ktp, Npwp]),
        (BadanUsaha, &[Bagian::Npwp], &[SuratPermohonan, Ktp, Npwp, NpwpLama]),
        (BadanUsaha, &[PenanggungJawab], &[SuratPermohonan, Ktp, Npwp, Akta, AktaLama]),
        (BadanUsaha, &[NamaUsaha], &[SuratPermohonan, Ktp, Npwp, NpwpLama, Akta, AktaLama]),
        (BadanUsaha, &[Alamat], &[SuratPermohonan, Ktp, Npwp, NpwpLama]),
        (UsahaPerorangan, &[Bagian::Npwp], &[SuratPermohonan, Ktp, Npwp, NpwpLama]),
        (UsahaPerorangan, &[Alamat], &[SuratPermohonan, Ktp, Npwp, Nib]),
        (UsahaPerorangan, &[], &[SuratPermohonan, Ktp, Npwp]),
    ];
    for (profil, parts, expected) in table {
        assert_eq!(changing(*profil, parts), *expected, "{profil:?} {parts:?}");
    }
}

#[test]
fn a_new_director_must_be_named_where_the_form_of_spse_has_no_field() {
    assert!(required_form_fields(AkunBaru, BadanUsaha, true).contains(&FormField::PenanggungJawabNama));
    assert!(required_form_fields(AkunBaru, BadanUsaha, true).contains(&FormField::PenanggungJawabNik));
    assert_eq!(
        required_form_fields(AkunBaru, UsahaPerorangan, true),
        required_form_fields(AkunBaru, UsahaPerorangan, false)
    );
}

#[test]
fn help_with_inaproc_asks_whether_the_papers_of_inaproc_are_at_hand() {
    use DocumentKind::{Kswp, Nib, Npwp, PernyataanPemilik, Sppkp, SuratKerja, SuratKuasa};
    let kinds = |profil, by_kuasa| -> Vec<DocumentKind> {
        let circumstances = Circumstances { by_kuasa, ..Circumstances::default() };
        required_documents(PendampinganInaproc, profil, circumstances).map(|each| each.kind).collect()
    };
    assert_eq!(kinds(BadanUsaha, false), [Nib, Npwp, Kswp, Sppkp, PernyataanPemilik, SuratKerja]);
    assert_eq!(kinds(BadanUsaha, true), [Nib, Npwp, Kswp, Sppkp, SuratKuasa, SuratKerja]);
    assert_eq!(kinds(UsahaPerorangan, false), [Nib, Npwp, Kswp, Sppkp, PernyataanPemilik]);
    assert_eq!(kinds(UsahaPerorangan, true), [Nib, Npwp, Kswp, Sppkp, SuratKuasa, SuratKerja]);
}
