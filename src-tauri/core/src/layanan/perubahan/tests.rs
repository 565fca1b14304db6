use super::*;
use FormField::{Alamat, Hp, NamaUsaha, Npwp, Surel};

fn data(values: &[(FormField, &str)]) -> BTreeMap<FormField, String> {
    values.iter().map(|(field, value)| (*field, (*value).to_owned())).collect()
}

fn of(parts: &[Bagian], former: &[(FormField, &str)]) -> Perubahan {
    Perubahan { parts: parts.to_vec(), former: data(former), ..Perubahan::default() }
}

#[test]
fn what_changes_is_what_says_something_else_now() {
    let before = [(Surel, "lama@reban.example"), (NamaUsaha, "PT Reban"), (Alamat, "Jl. Pemuda No. 45")];
    let perubahan = of(&[Bagian::Surel], &before);
    type Case<'a> = (&'a [(FormField, &'a str)], &'a [(FormField, &'a str, &'a str)]);
    let table: &[Case<'_>] = &[
        (&before, &[]),
        (&[(Surel, " lama@reban.example ")], &[]),
        (&[(Surel, "")], &[(Surel, "lama@reban.example", "")]),
        (&[(Surel, "baru@reban.example")], &[(Surel, "lama@reban.example", "baru@reban.example")]),
        (&[(Hp, "+6281200009002")], &[(Hp, "", "+6281200009002")]),
    ];
    for (now, expected) in table {
        let mut form = data(&before);
        form.extend(data(now));
        let changed: Vec<_> = perubahan.changed(&form);
        let told: Vec<_> =
            changed.iter().map(|each| (each.field, each.former.as_str(), each.new.as_str())).collect();
        assert_eq!(told, *expected, "{now:?}");
    }
}

#[test]
fn a_letter_allows_its_own_parts_and_what_no_letter_is_about() {
    let perubahan = of(&[Bagian::Surel], &[]);
    assert!(perubahan.allows(Surel));
    assert!(perubahan.allows(Hp) && perubahan.allows(FormField::Website));
    assert!(!perubahan.allows(Npwp) && !perubahan.allows(Alamat) && !perubahan.allows(FormField::UserId));
}

#[test]
fn no_field_belongs_to_two_parts() {
    let mut fields: Vec<_> = Bagian::ALL.iter().flat_map(|part| part.fields()).collect();
    let count = fields.len();
    fields.sort();
    fields.dedup();
    assert_eq!(fields.len(), count);
}

#[test]
fn an_owner_is_not_replaced() {
    let open = |profil| Bagian::ALL.into_iter().filter(|part| part.is_open_to(profil)).count();
    assert_eq!((open(Profil::BadanUsaha), open(Profil::UsahaPerorangan)), (5, 4));
}

#[test]
fn each_part_is_about_fields_of_its_own() {
    for part in Bagian::ALL {
        assert!(
            part.subject().iter().copied().flatten().all(|field| part.fields().contains(field)),
            "{part:?}"
        );
    }
}

#[test]
fn what_nobody_read_in_spse_is_neither_changed_nor_kept() {
    let mut perubahan = of(&[Bagian::Npwp, Bagian::PenanggungJawab], &[]);
    perubahan.read_from_spse = true;
    let form = data(&[
        (Npwp, "0997001029513000"),
        (Surel, "baru@reban.example"),
        (FormField::PenanggungJawabNik, "3325115506929014"),
    ]);
    let fields: Vec<_> = perubahan.changed(&form).into_iter().map(|each| each.field).collect();
    assert_eq!(fields, [Npwp, FormField::PenanggungJawabNik], "a letter names them; the e-mail is not named");
    assert!(!perubahan.can_tell(&[FormField::PenanggungJawabNik]), "SPSE has no such field");
    assert!(!perubahan.is_changed(&[Npwp], &form), "nobody has read it yet");
    assert_eq!(perubahan.needs_former(Bagian::Npwp), Some(Npwp));

    perubahan.former = data(&[(Npwp, "0997001029513000"), (FormField::Pkp, "Non-PKP")]);
    assert!(
        perubahan.can_tell(&[Npwp, FormField::Pkp]) && !perubahan.is_changed(&[Npwp, FormField::Pkp], &form)
    );
    assert_eq!(perubahan.needs_former(Bagian::Npwp), None);
    assert_eq!(perubahan.needs_former(Bagian::PenanggungJawab), Some(FormField::PenanggungJawabNama));
    let mut entrepreneur = form.clone();
    entrepreneur.extend(data(&[(FormField::Pkp, "S-12PKP/2026")]));
    assert!(perubahan.is_changed(&[Npwp, FormField::Pkp], &entrepreneur), "it had none before");
}

#[test]
fn spse_is_asked_for_what_a_part_is_about() {
    for part in Bagian::ALL {
        let about: Vec<_> = part.subject().concat();
        assert!(part.read_in_spse().iter().all(|field| about.contains(field)), "{part:?}");
        assert!(!part.read_in_spse().is_empty(), "{part:?}");
    }
}

#[test]
fn what_was_typed_from_another_screen_is_compared_by_its_meaning_and_what_was_copied_to_the_letter() {
    let table: &[(FormField, &str, &str, bool)] = &[
        (Surel, "Kantor@Reban.example", "kantor@reban.example", false),
        (Surel, "lama@reban.example", "kantor@reban.example", true),
        (Alamat, "JL PEMUDA NO 45", "Jl. Pemuda No. 45", false),
        (Alamat, "Jl. Pemuda No. 54", "Jl. Pemuda No. 45", true),
        (NamaUsaha, "PT. REBAN KARYA", "PT Reban Karya", false),
        (NamaUsaha, "PT Reban Raya", "PT Reban Karya", true),
        (FormField::PenanggungJawabNama, "DEWI LESTARI PUTRI", "Dewi Lestari Putri", false),
        (FormField::PenanggungJawabNama, "Bambang Sutrisno", "Dewi Lestari Putri", true),
        // Sixteen digits instead of fifteen are why many come.
        (Npwp, "997001029513000", "0997001029513000", true),
        (FormField::Pkp, "-", "Non-PKP", false),
    ];
    for (field, former, now, expected) in table {
        let mut perubahan = of(&Bagian::ALL, &[(*field, former)]);
        let form = data(&[(*field, now)]);
        assert!(
            *field == FormField::Pkp || perubahan.former_of(*field, &form).is_some(),
            "a copy says the same: {former}"
        );
        perubahan.read_from_spse = true;
        assert_eq!(perubahan.former_of(*field, &form).is_some(), *expected, "{former} / {now}");
    }
}

#[test]
fn a_paper_does_not_call_changed_what_nobody_read_beside_what_was_read() {
    let mut perubahan = of(&[Bagian::Alamat], &[(Alamat, "Jl. Melati No. 2")]);
    perubahan.read_from_spse = true;
    let form = data(&[(Alamat, "Jl. Pemuda No. 45"), (FormField::Kabupaten, "3325")]);
    let fields: Vec<_> = perubahan.changed(&form).into_iter().map(|each| each.field).collect();
    assert_eq!(fields, [Alamat]);
}
