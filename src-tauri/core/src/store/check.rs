//! Periksa arsip: chain, fold and every sealed file of an office, opened and hashed.

use std::collections::HashSet;

use rusqlite::params;

use super::Store;
use super::act::{ErasureScope, FiledBytes, Open, Subject};
use super::chain::ChainFault;
use super::connection;
use super::rebuild::TableDifference;
use super::sealed_file::{self, SealedName};
use crate::error::{Code, Error, Result};

/// What a check of the archive found. `faults` is empty when all is well.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArchiveReport {
    pub acts: u64,
    pub cases: u64,
    pub files_opened: u64,
    /// Pictures whose key this officer does not hold: their sealed bytes are whole, more is not proven.
    pub files_hashed_only: u64,
    /// Sealed files that no act cites: left between a file and its act by a power cut; harmless.
    pub orphans: u64,
    pub faults: Vec<ArchiveFault>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArchiveFault {
    Chain(ChainFault),
    Table(TableDifference),
    /// A sealed file is missing, altered, or does not open.
    File {
        sealed_name: String,
        code: Code,
    },
    /// A page of the database fails its own proof.
    Database(String),
    /// A series of paper numbers has a gap or a double.
    Series {
        kind: String,
        year: u16,
        station: u16,
    },
}

impl ArchiveReport {
    pub fn is_clean(&self) -> bool {
        self.faults.is_empty()
    }
}

impl Store {
    /// Checks everything. Pictures are opened where the keys at hand allow it; otherwise the sealed
    /// bytes are still compared with their name.
    pub fn check_archive(&self) -> Result<ArchiveReport> {
        let mut report = ArchiveReport::default();
        self.check_pages(&mut report)?;
        let chain = self.verify_chain()?;
        report.acts = chain.acts;
        report.faults.extend(chain.faults.into_iter().map(ArchiveFault::Chain));
        match self.compare_with_rebuild() {
            Ok(differences) => report.faults.extend(differences.into_iter().map(ArchiveFault::Table)),
            Err(error) => report.faults.push(ArchiveFault::Database(format!("rebuild: {:?}", error.code))),
        }
        self.check_series(&mut report)?;
        // A payload that does not open is already a fault of the chain; the report must still be made.
        if let Err(error) = self.check_files(&mut report) {
            report.faults.push(ArchiveFault::Database(format!("files: {:?}", error.code)));
        }
        Ok(report)
    }

    fn check_pages(&self, report: &mut ArchiveReport) -> Result<()> {
        // A fresh connection: it reads from the disk again, and its full-text index remembers nothing
        // older than the last act, which quick_check would report as damage.
        let fresh = connection::open_for_reading(&self.folder, &self.keys.office)?;
        let mut statement = fresh.prepare("PRAGMA cipher_integrity_check")?;
        let findings =
            statement.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
        report.faults.extend(findings.into_iter().map(ArchiveFault::Database));
        let quick: String = fresh.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if quick != "ok" {
            report.faults.push(ArchiveFault::Database(quick));
        }
        report.cases = self
            .read
            .query_row("SELECT count(*) FROM permohonan", [], |row| row.get::<_, i64>(0))?
            .unsigned_abs();
        Ok(())
    }

    /// Every series runs 1, 2, 3 ... without a gap.
    fn check_series(&self, report: &mut ArchiveReport) -> Result<()> {
        let mut statement = self.read.prepare(
            "SELECT kind, year, station FROM paper WHERE sequence IS NOT NULL GROUP BY kind, year, station \
             HAVING count(*) <> max(sequence) OR min(sequence) <> 1",
        )?;
        let gaps = statement
            .query_map(params![], |row| {
                Ok(ArchiveFault::Series { kind: row.get(0)?, year: row.get(1)?, station: row.get(2)? })
            })?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        report.faults.extend(gaps);
        Ok(())
    }

    fn check_files(&self, report: &mut ArchiveReport) -> Result<()> {
        let mut cited = HashSet::new();
        for cited_file in self.cited_files()? {
            let CitedFile { owner, file, is_picture, erased } = cited_file;
            cited.insert(SealedName::parse(&file.sealed_name)?);
            if erased {
                continue;
            }
            match self.check_file(&owner, &file, is_picture) {
                Ok(true) => report.files_opened += 1,
                Ok(false) => report.files_hashed_only += 1,
                Err(error) => report
                    .faults
                    .push(ArchiveFault::File { sealed_name: file.sealed_name.clone(), code: error.code }),
            }
        }
        report.orphans = sealed_file::list_orphans(&self.folder, &cited)?.len() as u64;
        Ok(())
    }

    /// Whether the file could be opened, or only its sealed bytes compared with their name.
    fn check_file(&self, owner: &str, file: &FiledBytes, is_picture: bool) -> Result<bool> {
        if is_picture && self.keys.picture.is_none() {
            let name = SealedName::parse(&file.sealed_name)?;
            return sealed_file::read_sealed(&self.folder, &name).map(|_| false);
        }
        let content =
            if is_picture { self.open_picture(owner, file)? } else { self.open_paper(owner, file)? };
        if content.len() as u64 == file.bytes {
            Ok(true)
        } else {
            Err(Error::new(Code::PictureAltered, "length differs from what the act cites"))
        }
    }

    /// Every sealed file an act ever cited, from the log itself rather than from the tables.
    fn cited_files(&self) -> Result<Vec<CitedFile>> {
        let mut files = self.cited_by_kiriman()?;
        let subjects = self.subjects("permohonan/%")?;
        for case in subjects.iter().filter_map(|subject| Subject::case_of(subject)) {
            let entries = self.reader().log_of_case(&self.keys, case)?;
            // Only an act erases. A key that is missing without one is a fault, not an erasure.
            let erased = |wanted: &[ErasureScope]| {
                entries.iter().any(
                    |entry| matches!(&entry.open, Open::CaseErased { scope, .. } if wanted.contains(scope)),
                )
            };
            let papers_erased = erased(&[ErasureScope::Everything]);
            let pictures_erased = erased(&[ErasureScope::Everything, ErasureScope::Pictures]);
            let mut cite = |file: &FiledBytes, is_picture: bool| {
                let erased = if is_picture { pictures_erased } else { papers_erased };
                files.push(CitedFile { owner: case.to_owned(), file: file.clone(), is_picture, erased });
            };
            for entry in &entries {
                match &entry.open {
                    Open::PictureSealed { picture, .. } => cite(&picture.file, true),
                    Open::TangkapanSealed { tangkapan } => cite(&tangkapan.file, true),
                    Open::RequestMailed { message: Some(message), .. } => cite(message, true),
                    _ => {}
                }
                if let Some(paper) = entry.open.papers() {
                    cite(&paper.file, paper.kind.shows_pictures());
                }
            }
        }
        Ok(files)
    }

    fn cited_by_kiriman(&self) -> Result<Vec<CitedFile>> {
        let mut files = Vec::new();
        let subjects = self.subjects("kiriman/%")?;
        for id in subjects.iter().filter_map(|subject| Subject::kiriman_of(subject)) {
            let entries = self.reader().log_of(&self.keys, &Subject::Kiriman(id.to_owned()))?;
            let erased = entries.iter().any(|entry| matches!(entry.open, Open::KirimanEnded { .. }));
            for entry in &entries {
                let filed: Vec<&FiledBytes> = match &entry.open {
                    Open::KirimanReceived { kiriman } => kiriman.files().collect(),
                    Open::KirimanPageAdded { page } => vec![&page.file],
                    _ => continue,
                };
                files.extend(filed.into_iter().map(|file| CitedFile {
                    owner: id.to_owned(),
                    file: file.clone(),
                    is_picture: true,
                    erased,
                }));
            }
        }
        Ok(files)
    }

    fn subjects(&self, like: &str) -> Result<Vec<String>> {
        let mut statement = self.read.prepare("SELECT DISTINCT subject FROM act WHERE subject LIKE ?1")?;
        let subjects = statement.query_map([like], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(subjects)
    }
}

struct CitedFile {
    /// Case or kiriman under whose keys it stands.
    owner: String,
    file: FiledBytes,
    is_picture: bool,
    erased: bool,
}
