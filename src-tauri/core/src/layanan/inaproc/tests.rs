use super::*;

fn facts() -> SyaratFacts<'static> {
    SyaratFacts {
        profil: Profil::BadanUsaha,
        npwp: "0997001029513000",
        nik: "3325112305709012",
        nik_on_nib: "3325112305709012",
        email: "kantor@reban.example",
        phone: "081200009002",
        looked_up: LookedUp { nib_valid: Some(true), listed: Some(false), registered: Some(false) },
        list: None,
        today: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
    }
}

fn of(facts: &SyaratFacts<'_>, syarat: Syarat) -> SyaratLine {
    super::syarat(facts).into_iter().find(|line| line.syarat == syarat).unwrap()
}

#[test]
fn a_vendor_with_everything_passes_and_is_asked_to_do_nothing() {
    for line in syarat(&facts()) {
        assert_eq!((line.lolos, line.todo.as_str()), (Lolos::Ya, ""), "{line:?}");
    }
}

#[test]
fn each_of_the_checks_fails_for_its_own_cause_and_says_what_helps() {
    type Change = fn(&mut SyaratFacts<'static>);
    let table: &[(Syarat, Lolos, Change)] = &[
        (Syarat::NibBerlaku, Lolos::Tidak, |facts| facts.looked_up.nib_valid = Some(false)),
        (Syarat::NibBerlaku, Lolos::BelumDiketahui, |facts| facts.looked_up.nib_valid = None),
        (Syarat::NikSamaNib, Lolos::Tidak, |facts| facts.nik_on_nib = "3325115506929014"),
        (Syarat::NikSamaNib, Lolos::Tidak, |facts| facts.nik_on_nib = "33251155069290"),
        (Syarat::NikSamaNib, Lolos::Tidak, |facts| facts.nik = "33251155069290"),
        (Syarat::NikSamaNib, Lolos::BelumDiketahui, |facts| facts.nik_on_nib = " "),
        (Syarat::BebasDaftarHitam, Lolos::Tidak, |facts| facts.looked_up.listed = Some(true)),
        (Syarat::BebasDaftarHitam, Lolos::BelumDiketahui, |facts| facts.looked_up.listed = None),
        (Syarat::BelumTerdaftar, Lolos::Tidak, |facts| facts.looked_up.registered = Some(true)),
        (Syarat::BelumTerdaftar, Lolos::BelumDiketahui, |facts| facts.looked_up.registered = None),
        (Syarat::NpwpEnamBelas, Lolos::Tidak, |facts| facts.npwp = "99.700.102.9-513.000"),
        (Syarat::NpwpEnamBelas, Lolos::Tidak, |facts| facts.npwp = "99.700.102"),
        (Syarat::NpwpEnamBelas, Lolos::BelumDiketahui, |facts| facts.npwp = ""),
        (Syarat::Kontak, Lolos::Tidak, |facts| facts.email = "kantor(at)reban"),
        (Syarat::Kontak, Lolos::Tidak, |facts| facts.phone = "(0285) 391234"),
        (Syarat::Kontak, Lolos::BelumDiketahui, |facts| facts.phone = ""),
    ];
    for (syarat, lolos, change) in table {
        let mut changed = facts();
        change(&mut changed);
        let line = of(&changed, *syarat);
        assert_eq!(line.lolos, *lolos, "{line:?}");
        assert!(!line.todo.is_empty(), "{line:?}");
        let others = super::syarat(&changed).into_iter().filter(|line| line.lolos != Lolos::Ya).count();
        assert_eq!(others, 1, "nothing else fails with it: {line:?}");
    }
}

#[test]
fn the_imported_list_answers_with_its_date_and_outweighs_a_no() {
    let date = NaiveDate::from_ymd_opt(2026, 11, 16).unwrap();
    let with = |list, listed| {
        let looked_up = LookedUp { listed, ..facts().looked_up };
        of(&SyaratFacts { list, looked_up, ..facts() }, Syarat::BebasDaftarHitam)
    };
    let found = with(Some((date, true)), Some(false));
    assert_eq!(
        (found.lolos, found.says.as_str()),
        (Lolos::Tidak, "Tercantum pada daftar tanggal 16 November 2026.")
    );
    assert_eq!(with(Some((date, false)), None).lolos, Lolos::Ya);
    assert_eq!(with(Some((date, false)), Some(true)).lolos, Lolos::Tidak, "the site is newer than the list");
    for npwp in ["", "99.700.102"] {
        let nobody = of(
            &SyaratFacts { npwp, list: Some((date, false)), looked_up: LookedUp::default(), ..facts() },
            Syarat::BebasDaftarHitam,
        );
        assert_eq!(nobody.lolos, Lolos::BelumDiketahui, "without a number nothing was looked for: {npwp}");
    }
}
