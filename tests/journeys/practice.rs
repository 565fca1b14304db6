//! The practice office: a morning of invented guests, ready after one click.

use std::collections::BTreeMap;

use loket_core::actions::practice::{PASSWORD, USERNAME, found_practice, open_or_found};
use loket_core::actions::{Credentials, KdfParams, archive};
use loket_core::permohonan::{Channel, Status};
use loket_tests::Office;

#[test]
fn somebody_waits_somebody_must_come_back_and_one_case_is_done_and_all_of_it_stays() {
    let house = Office::open();
    let folder = house.beside("latihan");
    // In the middle of a morning: a call that is promised lies ahead, also when the office is founded late.
    house.clock.set(2026, 11, 24, 10, 30);
    let mut session = found_practice(&folder, PASSWORD, KdfParams::cheap_for_tests(), house.world()).unwrap();
    assert!(session.office().practice);
    assert_eq!(session.office().identity.name, "LPSE Kabupaten Contoh");

    let home = session.home().unwrap();
    let companies = |lines: &[loket_core::actions::CaseLine]| -> Vec<String> {
        lines.iter().map(|line| line.company.clone()).collect()
    };
    assert_eq!(
        companies(&home.waiting),
        ["Toko Mariyam", "CV Bintang Karangasem", "PT Lintas Kandeman Digital"]
    );
    assert_eq!(
        home.next.as_ref().and_then(|line| line.priority.as_deref()),
        Some("Ibu hamil atau membawa bayi")
    );
    assert_eq!(companies(&home.repairs), ["Toko Bangunan Susilo", "PT Reban Karya Utama"]);
    assert_eq!(home.repairs[1].shortages, ["P05"]);
    assert_eq!(companies(&home.sikap), ["Konveksi Nur", "CV Alas Roban Sejahtera"]);
    assert_eq!(home.sikap[0].status, Status::PemantauanSikap);
    assert!(companies(&home.intake).contains(&"Toko Sumber Rejeki".to_owned()));
    // One request came by e-mail: its call has a time of which the vendor knows, and a message waits in the Baki.
    let today = session.today();
    let calls = session.agenda(today, 14).unwrap();
    assert_eq!(
        calls.iter().map(|call| call.company.as_str()).collect::<Vec<_>>(),
        ["Rias Astuti", "CV Ujungnegoro Lestari"]
    );
    assert!(calls[0].appointment.start < session.store().now(), "this one runs");
    assert!(calls[1].appointment.start > session.store().now());
    assert_eq!(session.read_case(&calls[1].case).unwrap().notices.len(), 1);
    let waiting_mail = session.baki().unwrap();
    assert_eq!(waiting_mail.iter().map(|kiriman| kiriman.pages.len()).collect::<Vec<_>>(), [1]);
    assert_eq!(companies(&home.approvals), ["Las Rudi"]);
    assert_eq!(companies(&home.activations), ["Toko Buku Yuliana"]);
    assert_eq!(companies(&home.running), ["Listrik Purwanto", "Rias Astuti"]);
    assert_eq!((home.recovered, home.clock), (None, None));
    let waiting = home.waiting[0].id.clone();
    session.cancel(&waiting, "Latihan").unwrap();
    session.lock(false).unwrap();

    // The second click opens the same office.
    let session = open_or_found(&folder, house.world()).unwrap();
    assert_eq!(session.read_case(&waiting).unwrap().status, Status::Dibatalkan);
    session.lock(false).unwrap();

    let who = Credentials { user_name: USERNAME, password: PASSWORD };
    let report = archive::check_office(&folder, who, house.world()).unwrap();
    assert!(report.is_clean(), "{:?}", report.faults);
}

/// Opens a practice office at this time and says in which states its requests from afar are.
fn online_states(at: (i32, u32, u32, u32, u32)) -> BTreeMap<Status, usize> {
    let house = Office::open();
    let (year, month, day, hour, minute) = at;
    house.clock.set(year, month, day, hour, minute);
    let folder = house.beside("latihan");
    let session = found_practice(&folder, PASSWORD, KdfParams::cheap_for_tests(), house.world())
        .unwrap_or_else(|error| panic!("{at:?}: {error:?}"));
    let mut states = BTreeMap::new();
    for line in session.store().reader().cases_in(&Status::ALL, 100).unwrap() {
        let record = session.read_case(&line.id).unwrap();
        assert!(record.updated_at <= session.store().now(), "{at:?}: nothing happens ahead of the clock");
        if record.channel == Channel::Daring {
            *states.entry(record.status).or_insert(0) += 1;
        }
    }
    session.lock(false).unwrap();
    states
}

#[test]
fn one_request_from_afar_is_in_every_state_that_such_a_request_can_be_in() {
    // An approval passes through TERVERIFIKASI in one act, and only who comes waits to be called.
    let never = [Status::Terverifikasi, Status::Antre];
    let expected: BTreeMap<Status, usize> =
        Status::ALL.into_iter().filter(|status| !never.contains(status)).map(|status| (status, 1)).collect();
    // A Tuesday at noon and late in the afternoon, when a call runs that began in the morning or before it; a Saturday
    // night; the first day of a year; a Monday before the office opens.
    let noon_and_after = [(2026, 11, 24, 12, 55), (2026, 11, 24, 16, 15)];
    let closed = [(2026, 11, 28, 22, 15), (2027, 1, 1, 4, 20), (2026, 11, 30, 7, 5)];
    for at in noon_and_after.into_iter().chain(closed) {
        assert_eq!(online_states(at), expected, "{at:?}");
    }
}
