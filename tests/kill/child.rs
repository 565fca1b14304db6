//! The child: opens or founds the office, goes on with the story, and reports each act once it is
//! durable. Its last words are what the parent holds the office to.

use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use loket_core::actions::new_office::{Founding, NewOfficer};
use loket_core::actions::{KdfParams, OfficeIdentity, Session, World};
use loket_core::error::Error;
use loket_core::form::Profil;
use loket_core::permohonan::Channel;
use loket_core::privacy::NOTICE_VERSION;
use loket_core::role::Role;
use loket_core::store::write_point::WritePoints;

use crate::cutter::Cutter;
use crate::day;
use crate::story::{Done, END, PASSWORD, Pictures, RECEIVE, STEPS, is_finished};

/// The office folder; its presence makes a process the child.
pub const FOLDER: &str = "LOKET_KILL_CHILD";
/// `step:index` of the write point to be cut at; without it the child runs until it is killed.
pub const TARGET: &str = "LOKET_KILL_AT";
pub const USERNAME: &str = "ratna";

/// Photographs beside the office folder.
pub const KTP: &str = "ktp.jpg";
pub const NPWP: &str = "npwp.jpg";

/// Steps before the permohonan is there.
pub const FOUND: &str = "found";
pub const UNLOCK: &str = "unlock";
pub const OPEN: &str = "open";

/// Cases of one child that nobody kills.
const MOST_CASES: usize = 40;

pub fn live(folder: &Path) -> ExitCode {
    let target = std::env::var(TARGET).ok().and_then(|text| {
        let (step, index) = text.rsplit_once(':')?;
        Some((step.to_owned(), index.parse().ok()?))
    });
    match go_on(folder, &Arc::new(Cutter::new(target))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("failed {error}"));
            ExitCode::FAILURE
        }
    }
}

fn say(line: &str) {
    let mut out = io::stdout().lock();
    let _ = writeln!(out, "{line}");
    let _ = out.flush();
}

fn go_on(folder: &Path, cutter: &Arc<Cutter>) -> Done {
    let world = World { points: Arc::clone(cutter) as Arc<dyn WritePoints>, ..day::world() };
    let mut session = if Session::is_office(folder) {
        cutter.enter(UNLOCK);
        Session::unlock(folder, USERNAME, PASSWORD, world).map_err(|refusal| refusal.error)?
    } else {
        cutter.enter(FOUND);
        Session::found(founding(folder), world)?.0
    };
    acted(&session)?;
    for step in [FOUND, UNLOCK] {
        if passed(cutter, step) {
            return Ok(());
        }
    }
    let pictures = pictures(folder)?;
    for _ in 0..MOST_CASES {
        let case = match unfinished(&session)? {
            Some(case) => case,
            None => {
                cutter.enter(OPEN);
                session.open_permohonan(Profil::BadanUsaha, Channel::TatapMuka, NOTICE_VERSION)?
            }
        };
        acted(&session)?;
        if passed(cutter, OPEN) || finish(&mut session, &case, &pictures, cutter)? {
            return Ok(());
        }
    }
    Ok(())
}

/// Goes through the steps that the case still needs. True when the step aimed at is behind us.
fn finish(session: &mut Session, case: &str, pictures: &Pictures, cutter: &Cutter) -> Result<bool, Error> {
    for step in STEPS {
        while (step.needed)(session, &session.store().reader().case(case)?)? {
            if step.name.starts_with("picture") {
                say("taking");
            }
            if step.name == RECEIVE {
                say("receiving");
            }
            if step.name == END {
                say("ending");
            }
            cutter.enter(step.name);
            (step.act)(session, case, pictures)?;
            if step.name == RECEIVE {
                session.baki()?.iter().for_each(|kiriman| say(&format!("kiriman {}", kiriman.id)));
            }
            if step.name == "draft" {
                say(&format!("draft {case}"));
            }
            if step.name.starts_with("picture") {
                say("taken");
            }
            acted(session)?;
        }
        if passed(cutter, step.name) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Reports the end of the log: everything up to it was durable when this line was written.
fn acted(session: &Session) -> Done {
    say(&format!("act {}", session.store().head()?.seq));
    Ok(())
}

fn passed(cutter: &Cutter, step: &str) -> bool {
    let passed = cutter.is_target(step);
    if passed {
        say("passed");
    }
    passed
}

/// The case that the last child left.
fn unfinished(session: &Session) -> Result<Option<String>, Error> {
    let reader = session.store().reader();
    for line in reader.newest_cases(5)? {
        if !is_finished(session, &reader.case(&line.id)?)? {
            return Ok(Some(line.id));
        }
    }
    Ok(None)
}

fn founding(folder: &Path) -> Founding {
    Founding {
        folder: folder.to_owned(),
        identity: OfficeIdentity {
            government: "Pemerintah Kabupaten Contoh".to_owned(),
            name: "LPSE Kabupaten Contoh".to_owned(),
            city: "Contoh".to_owned(),
            ..OfficeIdentity::default()
        },
        officer: NewOfficer {
            name: "Ratna Purnomo".to_owned(),
            nip: String::new(),
            username: USERNAME.to_owned(),
            password: PASSWORD.to_owned(),
            roles: vec![Role::Verifikator, Role::Admin],
        },
        practice: false,
        kdf: KdfParams::cheap_for_tests(),
    }
}

/// The two photographs that the parent drew once beside the office folder.
fn pictures(folder: &Path) -> Result<Pictures, Error> {
    let read = |name| std::fs::read(folder.with_file_name(name));
    Ok(Pictures { ktp: read(KTP)?, npwp: read(NPWP)? })
}
