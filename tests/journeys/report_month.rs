//! A month of sixty cases, three a day, whose figures were worked out by hand, and the report that says the same.

use std::io::Cursor;

use calamine::{Data, Range, Reader as _, Xlsx};
use chrono::{NaiveDate, TimeDelta};
use loket_core::actions::contact::Contact;
use loket_core::actions::report::Report;
use loket_core::actions::schedule::Booking;
use loket_core::error::Code;
use loket_core::form::{FormField, Profil};
use loket_core::laporan::{PeriodKind, ReportFormat, Spread};
use loket_core::permohonan::{Channel, Confirmation, ContactMethod, ContactPurpose, Status};
use loket_core::reasons::Reason;
use loket_core::schedule::{NoticeKind, VideoWay};
use loket_tests::{ADI, Desk, ENDANG, Guest, JOKO, Office, RATNA, SRI, finish, refused, text_of};

/// What becomes of one case, and the minutes that it takes.
#[derive(Clone, Copy)]
enum Course {
    /// Comes to the counter and is approved: minutes of row 5 and of row 6.
    Approved { verify: i64, approve: i64 },
    /// Comes to the counter and is sent for a repair after 20 minutes.
    Returned(Reason),
    /// Comes to the counter and is refused after 5 minutes.
    Refused,
    /// Comes without all papers.
    Incomplete,
    /// Calls; told of the time after some minutes, sent for a repair after 25 minutes.
    Online { told: i64 },
    /// Is told of the time after 4 minutes and does not call.
    Missed,
}

fn courses() -> Vec<Course> {
    let mut all: Vec<Course> = (11..=40)
        .map(|verify| Course::Approved { verify, approve: if verify < 39 { 0 } else { 2 } })
        .collect();
    all.extend((0..10).map(|n| Course::Returned(if n < 6 { Reason::P05 } else { Reason::P08 })));
    all.extend([Course::Refused; 5]);
    all.extend([Course::Incomplete; 5]);
    all.extend((0..6).map(|n| Course::Online { told: if n < 5 { 4 } else { 8 } }));
    all.extend([Course::Missed; 4]);
    all
}

/// Twenty working days of December 2026, three cases each; nobody works at Christmas.
fn mornings() -> impl Iterator<Item = (u32, u32)> {
    let working = (1..=29).filter(|day| day % 7 != 5 && day % 7 != 6 && *day != 25);
    working.flat_map(|day| [(day, 9), (day, 10), (day, 13)])
}

struct Month {
    office: Office,
    ratna: Desk,
}

impl Month {
    fn come(&mut self, scenario: &str, minutes: i64) -> Guest {
        let guest = self.ratna.prepare(scenario);
        self.office.pass(minutes);
        self.ratna.session.submit(&guest.case, Some("Dicoba lagi")).unwrap();
        guest
    }

    fn wait_and_verify(&mut self, guest: &Guest, waited: i64, minutes: i64) {
        self.ratna.session.complete(&guest.case).unwrap();
        self.office.pass(waited);
        self.ratna.verify(guest);
        self.office.pass(minutes);
    }

    fn contact(&mut self, guest: &Guest, purpose: ContactPurpose, minutes: i64) {
        self.ratna.session.begin_contact(&guest.case).unwrap();
        self.office.pass(minutes);
        let note = String::new();
        let contact = Contact { method: ContactMethod::Telepon, purpose, reached: true, note };
        self.ratna.session.log_contact(&guest.case, &contact).unwrap();
    }

    fn live(&mut self, number: i64, course: Course) {
        let came = if number == 3 { 8 } else { 3 };
        let waited = if number % 9 == 4 { 65 } else { 5 };
        match course {
            Course::Approved { verify, approve } => {
                let guest = self.come("S-01", came);
                self.wait_and_verify(&guest, waited, verify);
                self.ratna.declare(&guest);
                self.office.pass(approve);
                let why = if verify > 30 { "Akta dicari." } else { "" };
                self.ratna.session.approve(&guest.case, RATNA.password, why).unwrap();
                self.follow(&guest, verify);
            }
            Course::Returned(reason) => {
                let guest = self.come("S-01", came);
                self.wait_and_verify(&guest, waited, 20);
                self.ratna.send_for_repair(&guest, reason, "");
            }
            Course::Refused => {
                let guest = self.come("S-01", came);
                self.wait_and_verify(&guest, waited, 5);
                self.ratna.session.refuse(&guest.case, Reason::X01, "Tercantum").unwrap();
            }
            Course::Incomplete => {
                let guest = self.come("S-01", came);
                self.ratna.send_for_repair(&guest, Reason::P07, "");
            }
            Course::Online { told } => {
                let guest = self.promised(told);
                self.ratna.greet(&guest);
                self.ratna.call(&guest);
                self.office.pass(25);
                self.ratna.send_for_repair(&guest, Reason::P01, "");
            }
            Course::Missed => {
                let guest = self.promised(4);
                self.office.pass(20);
                self.contact(&guest, ContactPurpose::Jadwal, 1);
                self.contact(&guest, ContactPurpose::Jadwal, 1);
                self.ratna.session.mark_no_show(&guest.case).unwrap();
            }
        }
    }

    /// Twelve vendors are asked about SIKAP, three of them twice; eight have filled it.
    fn follow(&mut self, guest: &Guest, verify: i64) {
        if verify > 22 {
            return;
        }
        self.ratna.session.record_activation(&guest.case, "alasroban").unwrap();
        self.contact(guest, ContactPurpose::Sikap, 2);
        if verify < 14 {
            self.contact(guest, ContactPurpose::Sikap, 6);
        }
        if verify < 19 {
            self.ratna.session.close_sikap(&guest.case, Confirmation::Telepon).unwrap();
        }
    }

    /// A request of this morning that is promised the next quarter of an hour and told so after some minutes.
    fn promised(&mut self, told: i64) -> Guest {
        let guest = self.ratna.open_online("S-02");
        let session = &mut self.ratna.session;
        let now = session.store().now();
        session.note_request(&guest.case, "toko@sumberrejeki.example", now - TimeDelta::hours(1)).unwrap();
        self.ratna.fill_form(&guest);
        for card in [loket_core::document::DocumentKind::Ktp, loket_core::document::DocumentKind::Npwp] {
            self.ratna.photograph(&guest, card);
        }
        let session = &mut self.ratna.session;
        session.submit(&guest.case, Some("Dicoba lagi")).unwrap();
        session.complete(&guest.case).unwrap();
        let booking = Booking {
            start: now + TimeDelta::minutes(15),
            verifikator: session.officer().id.clone(),
            way: VideoWay::Zoom,
            join: "https://rapat.contoh.example/j/9001".to_owned(),
        };
        session.schedule(&guest.case, &booking).unwrap();
        self.office.pass(told);
        let session = &mut self.ratna.session;
        session.note_notice(&guest.case, NoticeKind::Jadwal, ContactMethod::Surel).unwrap();
        self.office.pass(15 - told);
        guest
    }
}

fn december(desk: &Desk) -> Report {
    desk.session.report(PeriodKind::Bulan, NaiveDate::from_ymd_opt(2026, 12, 9).unwrap()).unwrap()
}

fn minutes(count: usize, median: i64, ninth: i64) -> Spread {
    Spread { count, median: Some(median * 60), ninth: Some(ninth * 60) }
}

#[test]
fn a_month_of_sixty_cases_is_reported_as_it_was_worked_out_by_hand() {
    let office = Office::staffed();
    let ratna = office.sit_down(RATNA);
    let mut month = Month { office, ratna };
    let courses = courses();
    assert_eq!((courses.len(), mornings().count()), (60, 60));
    for ((number, course), (day, hour)) in (0..).zip(courses).zip(mornings()) {
        month.office.clock.set(2026, 12, day, hour, 0);
        month.live(number, course);
    }
    let Month { office, mut ratna } = month;
    office.clock.set(2026, 12, 31, 15, 0);
    let report = december(&ratna);
    let recap = &report.recap;

    let flow = recap.flow;
    assert_eq!((flow.opened, flow.received, flow.approved), (60, 60, 30));
    assert_eq!(flow.returned, 10 + 5 + 6, "while verifying, at the counter, on the call");
    assert_eq!((flow.rejected, flow.missed, flow.finished), (5, 4, 8));
    assert_eq!((flow.redirected, flow.cancelled, flow.lapsed), (0, 0, 0));
    assert_eq!(flow.open_at_end, 60 - 5 - 8);

    // 30 approved with 11 to 40 minutes, 10 returned with 20, 5 refused with 5, 6 online with 25.
    let verified = recap.verified;
    assert_eq!((verified.count(), verified.within, verified.over), (51, 41, 10));
    assert_eq!((verified.untold, verified.unexplained), (0, 0));
    assert_eq!(recap.channels[&Channel::TatapMuka], 45);
    assert_eq!(recap.channels[&Channel::Daring], 6);
    assert_eq!(recap.profils[&Profil::BadanUsaha], 45);
    assert_eq!(recap.profils[&Profil::UsahaPerorangan], 6);

    let row = |number: u8| recap.steps.iter().find(|row| row.step.number == number).unwrap();
    // 50 came to the counter: 3 minutes, one of them 8.
    assert_eq!((row(3).spread, row(3).over), (minutes(50, 3, 3), 1));
    // Ten were promised a time: 4 minutes, one of them 8.
    assert_eq!((row(4).spread, row(4).over), (minutes(10, 4, 4), 1));
    // Five of 5, nine of 11 to 19, eleven of 20, and the 26th has 21; the 46th of 51 has 35.
    assert_eq!((row(5).spread, row(5).over), (minutes(51, 21, 35), 10));
    assert_eq!((row(6).spread, row(6).over), (minutes(30, 0, 0), 2));
    // Nine of 2, and three whose longer call took 6.
    assert_eq!((row(7).spread, row(7).over), (minutes(12, 2, 6), 3));
    assert_eq!(row(5).standards, [30]);

    let of_row = |row: u8| recap.deviations.iter().filter(move |late| late.row == row);
    assert_eq!(of_row(5).map(|late| late.minutes).collect::<Vec<_>>(), (31..=40).collect::<Vec<_>>());
    assert!(of_row(5).all(|late| late.reason.as_deref() == Some("Akta dicari.")));
    assert_eq!(of_row(6).filter(|late| late.minutes == 2 && late.reason.is_none()).count(), 2);

    let reasons: Vec<_> = recap.reasons.iter().map(|one| (one.reason, one.count)).collect();
    let expected = [(Reason::P01, 6), (Reason::P05, 6), (Reason::P07, 5), (Reason::P08, 4), (Reason::X01, 5)];
    assert_eq!(reasons, expected);
    // Every ninth guest from the fifth on waited long: 4, 13, 22, 31 and 40 of 45.
    assert_eq!(recap.waited, minutes(45, 5, 65));
    assert_eq!(recap.sikap.filled, 8);
    assert_eq!((recap.sikap.contacted, recap.sikap.contacted_again), (12, 3));
    assert_eq!(recap.officers.len(), 1);
    assert_eq!(recap.officers[0].count, 51);

    // January goes on with the same cases; the report of December stays what it was.
    office.clock.set(2027, 1, 4, 8, 0);
    let of_december = recap.cases.iter().find(|case| case.result == Status::PerluPerbaikan).unwrap();
    let case = of_december.case.clone();
    ratna.session.resubmit(&case).unwrap();
    ratna.session.complete(&case).unwrap();
    assert_eq!(december(&ratna).recap, *recap);
    let year = ratna.session.report(PeriodKind::Tahun, ratna.session.today()).unwrap();
    assert_eq!((year.period.label().as_str(), year.recap.flow.received), ("2027", 0));
    ratna.leave();
    every_file_says_the_same(&office);
    finish(office);
}

/// What was worked out by hand stands in each file that leaves the office.
fn every_file_says_the_same(office: &Office) {
    let mut sri = office.sit_down(SRI);
    let day = NaiveDate::from_ymd_opt(2026, 12, 31).unwrap();
    let mut file = |format| sri.session.report_file(PeriodKind::Bulan, day, format, None).unwrap();
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(file(ReportFormat::Xlsx))).unwrap();
    let sheets: Vec<String> =
        book.worksheets().into_iter().flat_map(|(name, sheet)| rows_of(&name, &sheet)).collect();
    let csv = String::from_utf8(file(ReportFormat::Csv)).unwrap();
    // Paper writes the unit behind every number, the spreadsheet once in the heading.
    let bare = |text: &str| text.replace(" menit", "");
    let paper = bare(&text_of(&file(ReportFormat::Pdf)));
    for line in WORKED_OUT {
        assert!(sheets.iter().any(|row| row == line), "{line}: {sheets:#?}");
        let (_, printed) = line.split_once('|').unwrap();
        let printed = bare(&printed.replace('|', " "));
        assert!(paper.contains(&printed), "{printed}: {paper}");
    }
    // One line a case, in the order of the month: 51 verified, of which ten say why they took longer.
    let cases: Vec<Vec<&str>> = csv.lines().skip(1).map(|line| line.split(';').collect()).collect();
    let minutes = |case: &Vec<&str>| case[7].replace(',', ".").parse::<f64>().unwrap();
    assert_eq!(cases.len(), 51);
    assert_eq!(cases.iter().filter(|case| minutes(case) > 30.0).count(), 10);
    assert_eq!(cases.iter().filter(|case| case[9] == "Akta dicari.").count(), 10);
    // 11 to 40 make 765, ten of 20, five of 5, six of 25.
    assert_eq!(cases.iter().map(minutes).sum::<f64>(), 765.0 + 200.0 + 25.0 + 150.0);
    let listed = sheets.iter().filter(|row| row.starts_with("Permohonan diverifikasi|")).count();
    assert_eq!(listed, 1 + 51, "the same cases, below their headings");
    sri.leave();
}

/// Rows of the spreadsheet, each behind the name of its sheet.
fn rows_of(name: &str, sheet: &Range<Data>) -> Vec<String> {
    let told = |row: &[Data]| {
        let cells: Vec<_> = row.iter().map(ToString::to_string).collect();
        format!("{name}|{}", cells.join("|").trim_end_matches('|'))
    };
    sheet.rows().map(told).collect()
}

/// The figures of the month as the files write them.
const WORKED_OUT: [&str; 25] = [
    "Arus permohonan|Permohonan dibuka|60",
    "Arus permohonan|Berkas diterima|60",
    "Arus permohonan|Dikembalikan untuk diperbaiki|21",
    "Arus permohonan|Tidak hadir di panggilan video|4",
    "Arus permohonan|Disetujui|30",
    "Arus permohonan|Ditolak|5",
    "Arus permohonan|Selesai sampai SIKAP|8",
    "Arus permohonan|Masih berjalan pada akhir masa|47",
    "Langkah SOP|3|Datang ke LPSE|5 menit|50|3|3|1",
    "Langkah SOP|4|Jadwal video|5 menit|10|4|4|1",
    "Langkah SOP|5|Verifikasi dokumen|30 menit|51|21|35|10",
    "Langkah SOP|6|Persetujuan|1 menit|30|0|0|2",
    "Langkah SOP|7|Pantau SIKAP|5 menit|12|2|6|3",
    "Alasan perbaikan dan penolakan|P01|KTP tidak terbaca atau rusak.|6",
    "Alasan perbaikan dan penolakan|P05|NPWP pada formulir tidak sesuai dengan kartu NPWP.|6",
    "Alasan perbaikan dan penolakan|P07|Akta terakhir tidak dibawa.|5",
    "Alasan perbaikan dan penolakan|P08|Surat kuasa tidak ada, tidak lengkap, atau tanpa meterai.|4",
    "Alasan perbaikan dan penolakan|X01|Pelaku usaha tercantum dalam daftar hitam.|5",
    "Saluran dan jenis usaha|Tatap muka|45",
    "Saluran dan jenis usaha|Daring|6",
    "Saluran dan jenis usaha|Badan usaha|45",
    "Saluran dan jenis usaha|Usaha perorangan|6",
    "Beban per verifikator|Ratna Purnomo|51|21",
    "SIKAP dan antrean|Terkonfirmasi mengisi SIKAP|8 dari 8",
    "SIKAP dan antrean|Dihubungi tentang SIKAP|12",
];

#[test]
fn a_day_lists_each_case_once_with_the_last_that_happened_and_no_whole_number() {
    let office = Office::open();
    let ratna = office.sit_down(RATNA);
    let mut month = Month { office, ratna };
    month.office.clock.set(2026, 12, 1, 8, 0);
    month.live(0, Course::Approved { verify: 12, approve: 0 });
    month.live(1, Course::Incomplete);
    let Month { office, ratna } = month;
    let report = ratna.session.report(PeriodKind::Hari, ratna.session.today()).unwrap();
    let lines: Vec<_> = report.lines.iter().map(|line| (line.event(), line.seconds)).collect();
    assert_eq!(lines, [(Status::Selesai.label(), Some(12 * 60)), (Status::PerluPerbaikan.label(), None)]);
    for line in &report.lines {
        assert_eq!(line.npwp.chars().filter(char::is_ascii_digit).count(), 4, "{}", line.npwp);
    }
    let yesterday = report.period.previous();
    let none = ratna.session.report(PeriodKind::Hari, yesterday.first()).unwrap();
    assert!(none.lines.is_empty() && none.recap.cases.is_empty());
    assert_eq!(ratna.session.next_period(yesterday), Some(report.period));
    assert_eq!(ratna.session.next_period(report.period), None);
    let ahead = ratna.session.report(PeriodKind::Hari, report.period.next().first());
    assert_eq!(refused(ahead).code, Code::InvalidInput);
    ratna.leave();
    finish(office);
}

#[test]
fn only_who_answers_for_the_office_sees_its_reports() {
    let office = Office::staffed();
    for (officer, sees) in [(ADI, true), (ENDANG, false)] {
        let desk = office.sit_down(officer);
        let report = desk.session.report(PeriodKind::Tahun, desk.session.today());
        if sees {
            report.unwrap();
        } else {
            assert_eq!(refused(report).code, Code::RoleForbidden);
        }
        desk.leave();
    }
    finish(office);
}

#[test]
fn a_report_leaves_the_office_masked_unless_a_koordinator_says_why() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.verify(&guest);
    office.pass(45);
    ratna.declare(&guest);
    let nik = guest.brought.ktp.nik.clone();
    ratna.session.approve(&guest.case, RATNA.password, &format!("NIK {nik} dicari")).unwrap();
    let npwp: String = guest.typed(FormField::Npwp).chars().filter(char::is_ascii_digit).collect();
    let shows = |text: &str| text.contains(&npwp) || text.contains(&nik);
    let csv = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let today = ratna.session.today();
    let day = (PeriodKind::Hari, today, ReportFormat::Csv);
    let only_looks = ratna.session.report_file(day.0, day.1, day.2, None);
    assert_eq!(refused(only_looks).code, Code::RoleForbidden, "a verifikator sees it and hands on none");
    ratna.leave();

    let mut joko = office.sit_down(JOKO);
    assert!(!shows(&csv(joko.session.report_file(day.0, day.1, day.2, None).unwrap())));
    let whole = joko.session.report_file(day.0, day.1, day.2, Some("Audit tahunan"));
    assert_eq!(refused(whole).code, Code::RoleForbidden);
    joko.leave();

    let mut sri = office.sit_down(SRI);
    let mut month = |format| sri.session.report_file(PeriodKind::Bulan, today, format, None).unwrap();
    let listed = csv(month(ReportFormat::Csv));
    assert!(listed.contains("CV Alas Roban Sejahtera") && listed.contains("dicari") && !shows(&listed));
    let paper = text_of(&month(ReportFormat::Pdf));
    assert!(paper.contains("CV Alas Roban") && paper.contains("Lewat mutu baku"), "{paper}");
    assert!(!shows(&paper.replace(' ', "")), "{paper}");
    assert!(month(ReportFormat::Xlsx).starts_with(b"PK"));
    for empty in ["", "  "] {
        let whole = sri.session.report_file(day.0, day.1, day.2, Some(empty));
        assert_eq!(refused(whole).code, Code::InvalidInput);
    }
    assert!(shows(&csv(sri.session.report_file(day.0, day.1, day.2, Some("Diminta APIP")).unwrap())));
    sri.leave();
    finish(office);
}
