//! Titles before and degrees behind a name (W-01): they do not make another person.

use super::abbreviations::families;
use super::words::split_words;

/// Front titles. R, A and M are deliberately absent: a single letter like these is an initial.
const FRONT: [&str; 24] = [
    "PROF", "PROFESOR", "DR", "DRS", "DRA", "DRG", "DRH", "IR", "H", "HJ", "HAJI", "HAJJAH", "HAJAH", "KH",
    "APT", "NS", "RADEN", "DOKTOR", "HM", "KYAI", "MR", "MRS", "RM", "RR",
];

/// Words that follow RADEN in a title. BAGUS, AYU and PANJI do too, but are given names as often.
const AFTER_RADEN: [&str; 4] = ["MAS", "RORO", "AJENG", "NGANTEN"];

/// Titles of men and of women only, without dots.
const OF_MEN: [&str; 9] = ["H", "HAJI", "DRS", "KH", "K H", "KYAI", "MR", "RM", "RADEN MAS"];
const OF_WOMEN: [&str; 9] =
    ["HJ", "HAJJAH", "HAJAH", "DRA", "MRS", "RR", "RADEN RORO", "RADEN AJENG", "RADEN NGANTEN"];

/// Degrees that are written without dots often enough to be known by name.
const DEGREES: [&str; 56] = [
    "ST", "SH", "SE", "SI", "SS", "SP", "SAG", "SKOM", "SSOS", "SPD", "SPDI", "SSI", "SIP", "SIKOM", "SHUT",
    "SPSI", "SPI", "SHI", "SEI", "SAB", "SAP", "SAK", "SFARM", "STP", "SKED", "SKEP", "SKM", "SST", "MM",
    "MT", "MH", "MA", "MBA", "MKOM", "MSI", "MPD", "MPDI", "MSOS", "MIP", "MAP", "MAK", "MSC", "MIKOM",
    "MENG", "AMD", "AMK", "BA", "BSC", "LC", "LLM", "PHD", "AK", "CA", "CPA", "NERS", "APT",
];

/// A name taken apart.
pub(super) struct TitledName {
    /// The words of the name itself; never empty when there is any word at all.
    pub(super) words: Vec<String>,
    /// Titles and degrees as they were written, in order.
    pub(super) titles: Vec<String>,
    /// A lone `-` or `.` stands in the place of a family name (W-08).
    pub(super) has_placeholder: bool,
}

/// Takes titles off an upper-case name with single spaces.
///
/// Behind the first comma only what looks like a degree is dropped. A name turned around at a comma
/// ("SANTOSO, BUDI") keeps all its words: dropping them would make BUDI of every "BUDI, ...".
pub(super) fn split_titles(name: &str) -> TitledName {
    let mut parts = name.split(',');
    let front = parts.next().unwrap_or_default();
    let mut titles = Vec::new();
    let mut words = Vec::new();
    let mut degrees = Vec::new();
    for chunk in front.split(' ') {
        read_chunk(chunk, &mut words, &mut titles);
    }
    for part in parts.map(str::trim).filter(|part| !part.is_empty()) {
        if is_degree(part) {
            degrees.push(part.to_owned());
        } else {
            words.extend(split_words(part));
        }
    }
    // A text of nothing but titles ("RADEN") keeps its last word: it may be the whole name.
    if words.is_empty()
        && let Some(last) = titles.pop()
    {
        words = split_words(&last);
    }
    titles.extend(degrees);
    let last = front.split(' ').rfind(|chunk| !chunk.is_empty());
    let has_placeholder = matches!(last, Some("-" | "." | "--" | "_")) && !words.is_empty();
    TitledName { words, titles, has_placeholder }
}

/// Whether an upper-case word without dots is a title when it stands in front.
pub(super) fn is_front_title(word: &str) -> bool {
    FRONT.contains(&word)
}

/// Does one name bear a title of men and the other a title of women?
pub(super) fn sexes_differ(left: &TitledName, right: &TitledName) -> bool {
    let bears = |name: &TitledName, list: &[&str]| {
        name.titles.iter().any(|title| list.contains(&split_words(title).join(" ").as_str()))
    };
    (bears(left, &OF_MEN) && bears(right, &OF_WOMEN)) || (bears(left, &OF_WOMEN) && bears(right, &OF_MEN))
}

/// Sorts one space-free chunk of the front ("DRS.H.BUDI", "K.H.", "MOH.") into titles and words.
fn read_chunk(chunk: &str, words: &mut Vec<String>, titles: &mut Vec<String>) {
    let pieces = split_words(chunk);
    if words.is_empty() && chunk.contains('.') && pieces == ["K", "H"] {
        titles.push(chunk.to_owned());
        return;
    }
    let alone = pieces.len() == 1;
    if let ([second], Some(title)) = (pieces.as_slice(), titles.last_mut())
        && words.is_empty()
        && title.trim_end_matches('.') == "RADEN"
        && AFTER_RADEN.contains(&second.as_str())
    {
        *title = format!("RADEN {second}");
        return;
    }
    for piece in pieces {
        let is_title = words.is_empty() && is_front_title(&piece);
        match (is_title, piece.as_str()) {
            // HM. is written for H. Muhammad: a title and an initial.
            (true, "HM") => {
                titles.push("H.".to_owned());
                words.push("M".to_owned());
            }
            (true, _) if alone => titles.push(chunk.to_owned()),
            (true, _) => titles.push(format!("{piece}.")),
            (false, _) => words.push(piece),
        }
    }
}

/// Whether a part behind a comma is a degree: `S.T.`, `Ph.D`, `S. Kom.`, `MM`, `SARJANA TEKNIK`.
fn is_degree(part: &str) -> bool {
    let joined: String = split_words(part).concat();
    if DEGREES.contains(&joined.as_str()) {
        return true;
    }
    // A name turned around may end in a short form: "SUARTA, KT".
    if families(&joined).next().is_some() {
        return false;
    }
    if has_no_vowel(&joined) {
        return true;
    }
    if ["SARJANA", "MAGISTER", "DOKTOR", "AHLI MADYA"].iter().any(|word| part.starts_with(word)) {
        return true;
    }
    part.split(' ').all(|chunk| is_dotted_degree(chunk) || DEGREES.contains(&chunk))
}

/// Short runs of letters, each but the last followed by a dot, the first of at most three letters.
fn is_dotted_degree(chunk: &str) -> bool {
    let runs: Vec<usize> =
        chunk.split(['.', '(', ')']).map(|run| run.chars().count()).filter(|length| *length > 0).collect();
    let short = runs.iter().all(|length| *length <= 6) && runs.first().is_some_and(|first| *first <= 3);
    chunk.contains('.') && short && runs.len() > 1
}

fn has_no_vowel(word: &str) -> bool {
    (2..=5).contains(&word.chars().count()) && !word.contains(['A', 'E', 'I', 'O', 'U', 'Y'])
}
