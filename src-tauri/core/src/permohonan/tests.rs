use std::collections::HashSet;

use chrono::{DateTime, Duration, TimeZone as _, Utc};
use proptest::prelude::*;

use super::*;
use crate::document::{DocumentKind, DocumentState};
use crate::place::Place;
use crate::reasons::Reason;
use crate::verifikasi::RowKey;

/// The edges of procedure 1.8, typed again from its table. The program's own table must agree.
const EDGES: &[(&str, &str, &str)] = &[
    ("T-01", "", "draf"),
    ("T-02", "draf", "menunggu_tautan"),
    ("T-03", "menunggu_tautan", "pengisian_formulir"),
    ("T-04", "menunggu_tautan", "kedaluwarsa"),
    ("T-05", "draf pengisian_formulir", "diajukan"),
    ("T-06", "diajukan", "perlu_perbaikan"),
    ("T-07", "perlu_perbaikan", "diajukan"),
    ("T-08", "diajukan", "antre"),
    ("T-09", "diajukan", "menunggu_jadwal"),
    ("T-10", "menunggu_jadwal", "terjadwal"),
    ("T-11", "terjadwal", "terjadwal"),
    ("T-12", "terjadwal", "tidak_hadir"),
    ("T-13", "tidak_hadir", "menunggu_jadwal"),
    ("T-14", "tidak_hadir", "dibatalkan kedaluwarsa"),
    ("T-15", "antre terjadwal", "verifikasi"),
    ("T-16", "verifikasi", "ditunda"),
    ("T-17", "ditunda", "verifikasi"),
    ("T-18", "verifikasi", "perlu_perbaikan"),
    ("T-19", "verifikasi", "sesuai"),
    ("T-20", "diajukan antre terjadwal verifikasi sesuai", "ditolak"),
    ("T-21", "sesuai", "disetujui"),
    ("T-22", "sesuai", "verifikasi"),
    ("T-23", "disetujui", "terverifikasi"),
    ("T-24", "terverifikasi", "pemantauan_sikap"),
    ("T-25", "pemantauan_sikap", "selesai"),
    ("T-26", "pemantauan_sikap", "selesai"),
    (
        "T-27",
        "draf menunggu_tautan pengisian_formulir diajukan perlu_perbaikan antre menunggu_jadwal terjadwal \
         tidak_hadir verifikasi ditunda sesuai",
        "dibatalkan",
    ),
    ("T-28", "diajukan perlu_perbaikan antre menunggu_jadwal terjadwal tidak_hadir verifikasi", "dialihkan"),
    ("T-29", "pengisian_formulir diajukan perlu_perbaikan antre menunggu_jadwal", "kedaluwarsa"),
    ("T-30", "terverifikasi pemantauan_sikap selesai", "draf"),
    ("T-31", "perlu_perbaikan", "verifikasi"),
];

fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 23, 5, 0, 0).unwrap()
}

/// Facts with which `id` may happen.
fn granting(id: TransitionId) -> Facts {
    let document =
        |kind| RequiredDocument { kind, label: "Dokumen", state: DocumentState::Diterima, scanned: true };
    Facts {
        now: noon(),
        notice_version: "2026-1".to_owned(),
        email_valid: true,
        registered_at: Some(noon() - Duration::days(3)),
        channel: Some(if id == TransitionId::T09 { Channel::Daring } else { Channel::TatapMuka }),
        documents: vec![document(DocumentKind::Ktp), document(DocumentKind::Npwp)],
        duplicates: Some(0),
        form_gaps: Some(Vec::new()),
        reasons: vec![if id == TransitionId::T20 { Reason::X02 } else { Reason::P05 }],
        reason_text: "Listrik padam.".to_owned(),
        unanswered_shortages: Some(Vec::new()),
        slot_free: true,
        within_service_hours: true,
        contact_known: true,
        schedule_start: Some(noon() - Duration::hours(1)),
        contact_attempts: 2,
        reschedules: Some(2),
        no_shows: Some(if id == TransitionId::T14 { 3 } else { 1 }),
        verifier_is_applicant: Some(false),
        actor_holds_case: true,
        evidence: Some(Evidence::default()),
        attendee_named: true,
        kapasitas_known: true,
        password_reentered: true,
        approver_declared: Some(true),
        spse_user_id: "alasroban".to_owned(),
        confirmation: Some(Confirmation::Telepon),
        last_follow_up: Some(noon() - Duration::days(1)),
        redirect: Some(RedirectTarget::Inaproc),
        form_filled_at: Some(noon() - Duration::days(31)),
        reminder_sent: true,
        linked_to: "2026/1/0412".to_owned(),
        sent_back_while_verifying: true,
        ..Facts::default()
    }
}

fn id(text: &str) -> TransitionId {
    TransitionId::try_from(text.to_owned()).unwrap()
}

fn states(words: &str) -> Vec<Status> {
    words.split_whitespace().map(|word| Status::parse(word).unwrap()).collect()
}

#[test]
fn every_pair_of_state_and_transition_is_allowed_or_refused_as_the_procedure_says() {
    assert_eq!(EDGES.len(), TRANSITIONS.len());
    for (name, from, to) in EDGES {
        let (transition, from, to) = (id(name), states(from), states(to));
        for status in std::iter::once(None).chain(Status::ALL.map(Some)) {
            let expected = status.map_or(from.is_empty(), |status| from.contains(&status));
            let answer = check(transition, status, &granting(transition));
            match answer {
                Ok(target) => {
                    assert!(expected && to.contains(&target), "{name} from {status:?} led to {target:?}")
                }
                Err(error) => {
                    assert!(!expected, "{name} from {status:?}: {:?}", error.missing);
                    assert_eq!(error.code, Code::TransitionRefused, "{name} from {status:?}");
                    assert!(!error.missing.is_empty(), "{name} from {status:?} names nothing");
                }
            }
            assert_eq!(find(status, transition).is_some(), expected, "{name} from {status:?}");
        }
    }
}

#[test]
fn with_nothing_known_every_guarded_transition_is_refused_and_says_what_it_needs() {
    for transition in &TRANSITIONS {
        let from = transition.from.first().copied();
        let answer = check(transition.id, from, &Facts::default());
        if transition.guards.is_empty() {
            assert!(answer.is_ok(), "{} has no guard", transition.id);
            continue;
        }
        let error = answer.expect_err(&transition.id.to_string());
        assert_eq!(error.code, Code::GuardFailed, "{}", transition.id);
        assert!(!error.missing.is_empty(), "{}", transition.id);
        for missing in &error.missing {
            assert!(!missing.guard.is_empty() && !missing.label.is_empty(), "{missing:?}");
            assert!(!missing.label.is_empty() && missing.label.split(' ').count() <= 15, "{missing:?}");
        }
    }
}

/// Each row: a transition, what is taken away, and the one place the refusal must lead to.
#[test]
fn each_guard_refuses_alone_and_leads_to_its_place() {
    type Spoil = fn(&mut Facts);
    let late = |facts: &mut Facts| facts.now = facts.schedule_start.unwrap() + Duration::minutes(14);
    let table: &[(&str, Spoil, &str, &str)] = &[
        ("T-01", |f| f.notice_version = " ".into(), "T-01", "notice"),
        ("T-02", |f| f.email_valid = false, "T-02", "form:surel"),
        ("T-04", |f| f.registered_at = Some(f.now - Duration::days(2)), "T-04", "status"),
        ("T-05", |f| f.channel = None, "T-05", "channel"),
        ("T-05", |f| f.documents[1].state = DocumentState::Diharapkan, "T-05", "document:npwp"),
        ("T-05", |f| f.documents.clear(), "T-05", "documents"),
        ("T-05", |f| f.duplicates = Some(1), "W-DUP", "duplicate"),
        ("T-05", |f| f.duplicates = None, "W-DUP", "duplicate"),
        ("T-06", |f| f.reasons.clear(), "T-06", "reasons"),
        ("T-06", |f| f.reasons.push(Reason::X01), "T-06", "reasons"),
        ("T-07", |f| f.unanswered_shortages = Some(vec![Reason::P08]), "T-07", "shortage:P08"),
        ("T-07", |f| f.unanswered_shortages = None, "T-07", "shortages"),
        ("T-08", |f| f.channel = Some(Channel::Daring), "T-08", "channel"),
        ("T-08", |f| f.documents[0].state = DocumentState::Menyusul, "T-08", "document:ktp"),
        ("T-08", |f| f.form_gaps = None, "T-08", "form"),
        ("T-09", |f| f.channel = Some(Channel::TatapMuka), "T-09", "channel"),
        ("T-09", |f| f.documents[0].scanned = false, "T-09", "document:ktp"),
        ("T-10", |f| f.slot_free = false, "T-10", "schedule"),
        ("T-10", |f| f.within_service_hours = false, "T-10", "schedule"),
        ("T-10", |f| f.contact_known = false, "T-10", "form:surel"),
        ("T-11", |f| f.reason_text.clear(), "T-11", "reason"),
        ("T-11", |f| f.reschedules = Some(3), "T-11", "schedule"),
        ("T-12", late, "T-12", "schedule"),
        ("T-12", |f| f.contact_attempts = 1, "T-12", "contact"),
        ("T-13", |f| f.no_shows = Some(3), "T-13", "schedule"),
        ("T-14", |f| f.no_shows = Some(1), "T-14", "schedule"),
        ("T-15", |f| f.verifier_is_applicant = Some(true), "T-15", "attendee"),
        ("T-15", |f| f.verifier_is_applicant = None, "T-15", "attendee"),
        ("T-16", |f| f.reason_text = "\t".into(), "T-16", "reason"),
        ("T-16", |f| f.actor_holds_case = false, "T-16", "holder"),
        ("T-18", |f| f.reasons.clear(), "T-18", "reasons"),
        ("T-18", |f| f.actor_holds_case = false, "T-18", "holder"),
        ("T-19", |f| f.actor_holds_case = false, "T-19", "holder"),
        ("T-20", |f| f.reasons = vec![Reason::P01], "T-20", "reasons"),
        ("T-20", |f| f.reasons = vec![Reason::X04], "T-20", "reasons"),
        ("T-20", |f| f.reason_text.clear(), "T-20", "reason"),
        ("T-21", |f| f.password_reentered = false, "T-21", "password"),
        ("T-21", |f| f.four_eyes = true, "T-21", "approver"),
        ("T-22", |f| f.reason_text.clear(), "T-22", "reason"),
        ("T-23", |f| f.spse_user_id = " ".into(), "T-23", "user_id"),
        ("T-25", |f| f.confirmation = None, "T-25", "confirmation"),
        ("T-25", |f| f.confirmation = Some(Confirmation::TangkapanLayar), "T-25", "sikap:bukti"),
        ("T-26", |f| f.last_follow_up = Some(f.now), "T-26", "contact"),
        ("T-27", |f| f.reason_text.clear(), "T-27", "reason"),
        ("T-28", |f| f.redirect = None, "T-28", "redirect"),
        ("T-28", |f| f.redirect = Some(RedirectTarget::LpseLain(String::new())), "T-28", "redirect"),
        ("T-29", |f| f.form_filled_at = Some(f.now - Duration::days(30)), "T-29", "status"),
        ("T-29", |f| f.reminder_sent = false, "T-29", "contact"),
        ("T-30", |f| f.linked_to.clear(), "T-30", "link"),
        ("T-30", |f| f.notice_version.clear(), "T-30", "notice"),
        ("T-05", |f| f.attendee_named = false, "T-05", "attendee:name"),
        ("T-05", |f| f.kapasitas_known = false, "T-05", "attendee"),
        ("T-08", |f| f.attendee_named = false, "T-08", "attendee:name"),
        ("T-08", |f| f.kapasitas_known = false, "T-08", "attendee"),
        ("T-31", |f| f.sent_back_while_verifying = false, "T-31", "status"),
        ("T-31", |f| f.actor_holds_case = false, "T-31", "holder"),
        ("T-31", |f| f.reason_text.clear(), "T-31", "reason"),
    ];
    for (name, spoil, guard, place) in table {
        let transition = id(name);
        let from = transition.transition().from.first().copied();
        let mut facts = granting(transition);
        assert!(check(transition, from, &facts).is_ok(), "{name} before");
        spoil(&mut facts);
        let error = check(transition, from, &facts).expect_err(name);
        let named: Vec<_> = error.missing.iter().map(|m| (m.guard.clone(), m.place.to_string())).collect();
        assert_eq!(named, [((*guard).to_owned(), (*place).to_owned())], "{name}");
    }
}

#[test]
fn declaring_sesuai_repeats_every_missing_piece_of_evidence_in_the_order_of_the_desk() {
    let one = |guard: &str| vec![Missing::new(guard, Place::Row(RowKey::Npwp), "Putusan NPWP")];
    let evidence = Evidence {
        original: one("G-ORI"),
        comparison: one("G-BANDING"),
        perubahan: one("G-UBAH"),
        kuasa: one("G-KUASA"),
        online_session: one("G-DARING"),
        daftar_hitam: one("G-HITAM"),
    };
    let facts = Facts { evidence: Some(evidence.clone()), ..granting(TransitionId::T19) };
    let error = check(TransitionId::T19, Some(Status::Verifikasi), &facts).unwrap_err();
    assert_eq!(error.missing, evidence.missing());
    let guards: Vec<_> = error.missing.iter().map(|missing| missing.guard.as_str()).collect();
    assert_eq!(guards, ["G-ORI", "G-BANDING", "G-UBAH", "G-KUASA", "G-DARING", "G-HITAM"]);
}

#[test]
fn a_duplicate_may_be_passed_only_with_a_written_reason() {
    let mut facts = Facts { duplicates: Some(2), ..granting(TransitionId::T05) };
    assert!(check(TransitionId::T05, Some(Status::Draf), &facts).is_err());
    facts.duplicate_reason = "Permohonan lama salah ketik NPWP.".to_owned();
    assert_eq!(check(TransitionId::T05, Some(Status::Draf), &facts).unwrap(), Status::Diajukan);
}

#[test]
fn a_no_show_may_be_noted_from_the_fifteenth_minute_on_and_not_before() {
    let start = noon();
    for (minutes, allowed) in [(0, false), (14, false), (15, true), (60, true)] {
        let facts = Facts {
            now: start + Duration::minutes(minutes),
            schedule_start: Some(start),
            ..granting(TransitionId::T12)
        };
        assert_eq!(
            check(TransitionId::T12, Some(Status::Terjadwal), &facts).is_ok(),
            allowed,
            "{minutes} min"
        );
    }
}

#[test]
fn a_closed_no_show_is_cancelled_when_the_limit_is_reached_and_expires_when_the_vendor_is_silent() {
    let limit = granting(TransitionId::T14);
    assert_eq!(check(TransitionId::T14, Some(Status::TidakHadir), &limit).unwrap(), Status::Dibatalkan);
    let silent = Facts { no_shows: Some(1), last_no_show: Some(noon() - Duration::days(15)), ..limit };
    assert_eq!(check(TransitionId::T14, Some(Status::TidakHadir), &silent).unwrap(), Status::Kedaluwarsa);
}

#[test]
fn a_paused_case_goes_on_with_its_verifikator_or_with_a_note_of_the_handover() {
    let base = granting(TransitionId::T17);
    for (holds, note, allowed) in
        [(true, "", true), (false, "Dewi pulang, dilanjutkan.", true), (false, " ", false)]
    {
        let facts = Facts { actor_holds_case: holds, reason_text: note.to_owned(), ..base.clone() };
        assert_eq!(
            check(TransitionId::T17, Some(Status::Ditunda), &facts).is_ok(),
            allowed,
            "{holds} {note}"
        );
    }
}

#[test]
fn four_eyes_ask_for_another_person_than_the_one_who_declared() {
    for (four_eyes, declared, allowed) in
        [(false, Some(true), true), (true, Some(true), false), (true, None, false), (true, Some(false), true)]
    {
        let facts = Facts { four_eyes, approver_declared: declared, ..granting(TransitionId::T21) };
        let answer = check(TransitionId::T21, Some(Status::Sesuai), &facts);
        assert_eq!(answer.is_ok(), allowed, "{four_eyes} {declared:?}");
    }
}

#[test]
fn no_path_reaches_disetujui_without_declaring_and_then_approving() {
    // Search over (state, declared since the verification began): every way into DISETUJUI must be
    // T-21, and T-21 must always find the case declared.
    let mut seen = HashSet::new();
    let mut open = vec![(Status::Draf, false)];
    while let Some((status, declared)) = open.pop() {
        if !seen.insert((status, declared)) {
            continue;
        }
        for transition in allowed_from(status).filter(|transition| transition.id != TransitionId::T30) {
            for target in transition.to {
                if *target == Status::Disetujui {
                    assert_eq!(transition.id, TransitionId::T21);
                    assert!(declared, "T-21 without T-19");
                }
                let declared = match transition.id {
                    TransitionId::T19 => true,
                    TransitionId::T22 => false,
                    _ => declared,
                };
                open.push((*target, declared));
            }
        }
    }
    let reached: HashSet<_> = seen.iter().map(|(status, _)| *status).collect();
    assert_eq!(reached.len(), Status::ALL.len(), "every state can be reached from a draft");
}

#[test]
fn a_closed_permohonan_only_leads_to_a_new_one() {
    for status in Status::ALL.into_iter().filter(|status| status.is_final()) {
        for transition in allowed_from(status) {
            assert_eq!(transition.id, TransitionId::T30, "{status:?}");
        }
    }
    let finals = Status::ALL.into_iter().filter(|status| status.is_final()).count();
    assert_eq!(finals, 5);
}

#[test]
fn every_open_state_has_a_way_on_and_somebody_who_holds_it() {
    for status in Status::ALL {
        assert_eq!(status.is_final(), status.holder() == Holder::Nobody);
        if !status.is_final() {
            assert!(allowed_from(status).next().is_some(), "{status:?} is a dead end");
            assert!(!status.holder().label().is_empty(), "{status:?}");
        }
    }
}

#[test]
fn what_happens_because_a_time_is_over_is_known_to_need_a_trusted_clock() {
    let timed = TRANSITIONS.iter().filter(|transition| transition.needs_trusted_clock());
    let ids: Vec<String> = timed.map(|transition| transition.id.to_string()).collect();
    assert_eq!(
        ids,
        ["T-02", "T-03", "T-04", "T-05", "T-10", "T-11", "T-12", "T-14", "T-23", "T-24", "T-26", "T-29"]
    );
}

#[test]
fn the_table_stands_in_the_order_of_its_numbers() {
    for (index, transition) in TRANSITIONS.iter().enumerate() {
        assert_eq!(transition.id.to_string(), format!("T-{:02}", index + 1));
        assert!(!transition.event.is_empty() && !transition.to.is_empty());
    }
}

#[test]
fn words_on_the_wire_are_those_of_the_contract() {
    for status in Status::ALL {
        assert_eq!(serde_json::to_value(status).unwrap(), status.as_str());
    }
    assert_eq!(serde_json::to_string(&TransitionId::T19).unwrap(), "\"T-19\"");
    assert_eq!(serde_json::from_str::<TransitionId>("\"T-05\"").unwrap(), TransitionId::T05);
    for wrong in ["\"T-00\"", "\"T-32\"", "\"T-5\"", "\"t-05\"", "\"\"", "19"] {
        assert!(serde_json::from_str::<TransitionId>(wrong).is_err(), "{wrong}");
    }
    assert_eq!(serde_json::to_value(Channel::TatapMuka).unwrap(), "tatap_muka");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    /// A desk that tries any transition with any knowledge never leaves the table, and a case that
    /// is approved was declared after its last verification began.
    #[test]
    fn a_random_walk_never_leaves_the_table(steps in prop::collection::vec((0_usize..31, any::<bool>()), 1..200)) {
        let mut status = check(TransitionId::T01, None, &granting(TransitionId::T01)).unwrap();
        let mut declared = false;
        for (number, knows) in steps {
            let transition = TRANSITIONS[number].id;
            let facts = if knows { granting(transition) } else { Facts::default() };
            match check(transition, Some(status), &facts) {
                Ok(next) => {
                    prop_assert!(transition.transition().to.contains(&next));
                    prop_assert!(knows || transition.transition().guards.is_empty());
                    prop_assert!(next != Status::Disetujui || (declared && transition == TransitionId::T21));
                    declared = next == Status::Sesuai || (declared && next != Status::Verifikasi);
                    status = next;
                }
                Err(error) => prop_assert!(!error.missing.is_empty()),
            }
        }
    }
}
