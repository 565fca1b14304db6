//! What must hold after every cut, looked at on a copy, so that looking changes nothing.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use loket_core::actions::Session;
use loket_core::permohonan::Status;
use loket_core::store::read::CaseRecord;

use crate::Office;
use crate::child::USERNAME;
use crate::day;
use crate::story::PASSWORD;

/// What the cuts came to.
#[derive(Debug, Default)]
pub struct Tally {
    pub cuts: usize,
    /// Acts that a child had reported, each found whole after the cut.
    pub acts: u64,
    pub finished: usize,
    pub paused: usize,
    pub most_pictures_lost: usize,
    pub orphans: u64,
}

/// What the children have reported so far, and what was there at the last look.
#[derive(Debug, Default)]
pub struct Known {
    last_act: u64,
    acts_counted: u64,
    finished: usize,
    pictures: usize,
    orphans: u64,
    drafts: BTreeSet<String>,
    /// Kiriman that were taken in and that nobody has begun to end.
    kiriman: BTreeSet<String>,
}

/// The last words of one child.
#[derive(Debug, Default)]
pub struct Words {
    pub lines: Vec<String>,
}

impl Words {
    pub fn parse(output: &[u8]) -> Self {
        let text = String::from_utf8_lossy(output);
        // A line that was cut in the middle was not said.
        let whole = text.rfind('\n').map_or("", |end| &text[..end]);
        let words = Self { lines: whole.lines().map(str::to_owned).collect() };
        if let Some(failure) = words.after("failed ").next() {
            panic!("the child could not go on: {failure}; it said {:?}", words.lines);
        }
        words
    }

    pub fn said(&self, line: &str) -> usize {
        self.lines.iter().filter(|said| *said == line).count()
    }

    pub fn after<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a str> {
        self.lines.iter().filter_map(move |line| line.strip_prefix(word))
    }
}

/// Looks at the office after a cut and adds to the tally. Panics at the first thing that is wrong.
pub fn inspect(office: &Office, words: &Words, known: &mut Known, tally: &mut Tally) {
    tally.cuts += 1;
    let reported = words.after("act ").filter_map(|seq| seq.parse().ok()).max().unwrap_or(0);
    known.last_act = known.last_act.max(reported);
    known.drafts.extend(words.after("draft ").map(str::to_owned));
    for line in &words.lines {
        match line.strip_prefix("kiriman ") {
            Some(id) => drop(known.kiriman.insert(id.to_owned())),
            None if line == "ending" => known.kiriman.clear(),
            None => {}
        }
    }
    if !Session::is_office(&office.folder()) {
        assert_eq!(known.last_act, 0, "an office that had reported an act is gone");
        return;
    }
    let copy = office.root.join("salinan");
    let _ = fs::remove_dir_all(&copy);
    copy_folder(&office.folder(), &copy);
    let session = Session::unlock(&copy, USERNAME, PASSWORD, day::world())
        .unwrap_or_else(|refusal| panic!("the office does not open: {}; {words:?}", refusal.error));

    let report = session.store().check_archive().expect("the archive is checked");
    assert!(report.is_clean(), "{:?}; {words:?}", report.faults);
    assert!(report.acts > known.last_act, "act {} was reported and is gone", known.last_act);
    // A message is sealed with its two scans before the one act that names all three, and removed after the one that
    // destroys their keys.
    let most = if words.said("receiving") + words.said("ending") > 0 { 3 } else { 1 };
    assert!(report.orphans <= known.orphans + most, "one cut leaves the files of one act without it");
    tally.orphans += report.orphans - known.orphans;
    known.orphans = report.orphans;

    let cases = cases(&session);
    numbers_are_gapless_and_unique(&cases);
    let pictures = cases.iter().map(|case| case.pictures.len()).sum::<usize>();
    let added = pictures - known.pictures;
    assert!(added >= words.said("taken"), "a picture that was reported as sealed is gone");
    let lost = words.said("taking") - added;
    assert!(lost <= 1, "{lost} pictures lost");
    known.pictures = pictures;

    for case in cases.iter().filter(|case| known.drafts.contains(&case.id) && case.form.is_empty()) {
        let drafts = session.store().reader().drafts(&case.id).expect("drafts");
        assert!(!drafts.is_empty(), "typing that was reported as kept is gone");
    }
    let baki = session.baki().expect("Baki");
    let waits = |id: &String| baki.iter().any(|kiriman| kiriman.id == *id && kiriman.pages.len() == 2);
    assert!(known.kiriman.iter().all(waits), "a message that was reported as taken in is gone");

    assert!(cases.iter().all(|case| case.status != Status::Verifikasi), "an interrupted verification waits");
    if let Some(recovered) = session.recovered() {
        let waits = |id: &String| cases.iter().any(|case| case.id == *id && case.status == Status::Ditunda);
        assert!(recovered.cases.iter().all(waits));
        tally.paused += recovered.cases.len();
    }
    tally.acts += known.last_act - known.acts_counted;
    known.acts_counted = known.last_act;
    let finished = cases.iter().filter(|case| case.status == Status::PemantauanSikap).count();
    tally.finished += finished - known.finished;
    known.finished = finished;
    tally.most_pictures_lost = tally.most_pictures_lost.max(lost);
}

fn cases(session: &Session) -> Vec<CaseRecord> {
    let reader = session.store().reader();
    let lines = reader.newest_cases(u32::MAX).expect("cases");
    lines.iter().map(|line| reader.case(&line.id).expect("case")).collect()
}

/// Permohonan, queue and papers: no number twice, none left out.
fn numbers_are_gapless_and_unique(cases: &[CaseRecord]) {
    assert_series(cases.iter().map(|case| case.number.clone()), "permohonan");
    assert_series(cases.iter().filter_map(|case| case.queue.clone()), "queue");
    let papers = || cases.iter().flat_map(|case| &case.papers);
    let kinds: BTreeSet<String> = papers().map(|paper| format!("{:?}", paper.kind)).collect();
    for kind in kinds {
        let numbers = papers().filter(|paper| format!("{:?}", paper.kind) == kind);
        assert_series(numbers.filter_map(|paper| paper.number.clone()), &kind);
    }
}

/// The last run of digits of each number, from 1 on without a gap.
fn assert_series(numbers: impl Iterator<Item = String>, what: &str) {
    let mut ends: Vec<usize> = numbers
        .map(|number| {
            let end = number.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
            end.parse().unwrap_or_else(|_| panic!("{what}: {number} has no number"))
        })
        .collect();
    ends.sort_unstable();
    assert!(ends.iter().copied().eq(1..=ends.len()), "{what}: {ends:?}");
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("folder");
    for entry in fs::read_dir(from).expect("folder") {
        let path = entry.expect("entry").path();
        let target = to.join(path.file_name().expect("name"));
        if path.is_dir() {
            copy_folder(&path, &target);
        } else {
            fs::copy(&path, &target).expect("copied");
        }
    }
}
