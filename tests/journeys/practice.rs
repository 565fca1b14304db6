//! The practice office: a morning of invented guests, ready after one click.

use loket_core::actions::practice::{PASSWORD, USERNAME, found_practice, open_or_found};
use loket_core::actions::{Credentials, KdfParams, archive};
use loket_core::permohonan::Status;
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
    assert_eq!(companies(&home.repairs), ["PT Reban Karya Utama"]);
    assert_eq!(home.repairs[0].shortages, ["P05"]);
    assert_eq!(companies(&home.sikap), ["CV Alas Roban Sejahtera"]);
    assert_eq!(home.sikap[0].status, Status::PemantauanSikap);
    assert_eq!(companies(&home.intake), ["Toko Sumber Rejeki"]);
    // One request came by e-mail: its call has a time of which the vendor knows, and a message waits in the Baki.
    let today = session.today();
    let calls = session.agenda(today, 14).unwrap();
    assert_eq!(
        calls.iter().map(|call| call.company.as_str()).collect::<Vec<_>>(),
        ["CV Ujungnegoro Lestari"]
    );
    assert!(calls[0].appointment.start > session.store().now());
    assert_eq!(session.read_case(&calls[0].case).unwrap().notices.len(), 1);
    let waiting_mail = session.baki().unwrap();
    assert_eq!(waiting_mail.iter().map(|kiriman| kiriman.pages.len()).collect::<Vec<_>>(), [1]);
    assert!(home.running.is_empty() && home.approvals.is_empty() && home.activations.is_empty());
    assert_eq!((home.recovered, home.clock_behind), (None, None));
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
