//! `demo`: one invented guest, from the walk-in to the papers, through the actions of the desk.

use std::fs;
use std::io::Write;
use std::path::Path;

use loket_core::actions::practice::{self, PASSWORD};
use loket_core::actions::{CaseRecord, KdfParams, PaperRecord, World};
use loket_core::error::{Code, Error};
use zeroize::Zeroizing;

use crate::failure::Failure;

/// Folder of the practice office inside the chosen one.
const OFFICE: &str = "kantor";

pub(crate) fn run(folder: &Path, out: &mut dyn Write) -> Result<(), Failure> {
    let office = folder.join(OFFICE);
    if office.exists() {
        return Err(Error::new(Code::OfficeExists, "the demonstration never overwrites")
            .saying(format!("{} sudah ada, jadi tidak disentuh.", office.display()))
            .into());
    }
    fs::create_dir_all(folder)?;
    let password = Zeroizing::new(
        crate::periksa_arsip::password_from_environment().unwrap_or_else(|| PASSWORD.to_owned()),
    );
    let (mut session, case) =
        practice::found_with_one_case(&office, &password, KdfParams::production(), World::default())?;
    let record = session.read_case(&case)?;
    for paper in &record.papers {
        let (_, pdf) = session.open_paper(&case, &paper.id)?;
        let path = folder.join(file_name(&record, paper));
        fs::write(&path, &*pdf)?;
        session.note_saved(&case, &paper.id)?;
        writeln!(out, "{}", path.display())?;
    }
    Ok(session.lock(false)?)
}

/// `bukti-verifikasi-BV-2026-1-000001.pdf`. A paper without a number carries that of its permohonan.
fn file_name(record: &CaseRecord, paper: &PaperRecord) -> String {
    let number = paper.number.clone().unwrap_or_else(|| record.number.replace('/', "-"));
    format!("{}-{number}.pdf", paper.kind.as_str().replace('_', "-"))
}
