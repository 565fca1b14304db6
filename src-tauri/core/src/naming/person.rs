//! Compares the name of a person on the form with the name on a document (W-01 to W-08).

use super::abbreviations::{dotted, expand_beside, names_clash, share_family};
use super::beside::{WrittenOut, write_out};
use super::is_slip;
use super::spelling::fold_given_name;
use super::titles::{TitledName, sexes_differ, split_titles};
use super::words::{LONGEST_NAME, clean_text, trim_text};
use crate::outcome::{Finding, Outcome};

/// Most pairs of words that an explanation lists before it ends in "dan lainnya".
const SHOWN_PAIRS: usize = 3;

/// The relation between two written names, with the reason in words.
///
/// The rules are tried from the surest to the weakest. SAMA and SETARA say that nothing but writing
/// differs; every MIRIP is a question to the verifikator.
pub fn compare_person(form: &str, document: &str) -> Finding {
    let (form_text, document_text) = (trim_text(form), trim_text(document));
    let (left, right) = (read_name(&form_text), read_name(&document_text));
    if left.words.is_empty() || right.words.is_empty() {
        let place = if left.words.is_empty() { "formulir" } else { "dokumen" };
        return Finding::new(Outcome::Beda, "W-01", format!("Nama pada {place} belum terisi."));
    }
    if form_text == document_text {
        return Finding::new(Outcome::Sama, "W-01", "");
    }
    let too_long = [&form_text, &document_text].iter().any(|text| text.chars().count() > LONGEST_NAME);
    if too_long {
        return Finding::new(
            Outcome::Beda,
            "W-01",
            "Nama terlalu panjang untuk dibandingkan. Periksa ketikan.",
        );
    }
    let titles = describe_titles(&left, &right);
    let mut found = compare_words(&left, &right);
    // H. and HJ. before one name are two people, or a slip that somebody must look at.
    if found.outcome == Outcome::Setara && sexes_differ(&left, &right) {
        found = mirip("W-01", "Gelar menunjuk jenis kelamin yang berbeda.");
    }
    let explanation =
        [found.explanation, titles].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    Finding { explanation: explanation.join(" "), ..found }
}

fn read_name(text: &str) -> TitledName {
    let short: String = text.chars().take(LONGEST_NAME).collect();
    split_titles(&clean_text(&short))
}

fn compare_words(left: &TitledName, right: &TitledName) -> Finding {
    if let Some(finding) = compare_as_written(left, right) {
        return finding;
    }
    let (out_a, out_b) = (write_out(&left.words, &right.words), write_out(&right.words, &left.words));
    let (a, b) = (&out_a.words, &out_b.words);
    let (short_a, short_b) = (expand_beside(a, b), expand_beside(b, a));
    let (folded_a, folded_b) = (fold_all(&short_a), fold_all(&short_b));
    if folded_a == folded_b || folded_a.concat() == folded_b.concat() {
        return describe_spelling(&out_a, &out_b);
    }
    if sorted(&folded_a) == sorted(&folded_b) {
        let text = format!("Urutan kata berbeda: {} dan {}.", left.words.join(" "), right.words.join(" "));
        return mirip("W-04", text);
    }
    if let Some(extra) = extra_words(&folded_a, &folded_b, b) {
        return mirip(rule_of_extra(&extra), format!("Nama sebagian: {extra} hanya ada pada dokumen."));
    }
    if let Some(extra) = extra_words(&folded_b, &folded_a, a) {
        return mirip(rule_of_extra(&extra), format!("Nama sebagian: {extra} hanya ada pada formulir."));
    }
    if let Some(pairs) = initials(&short_a, &short_b) {
        return mirip("W-06", format!("Inisial: {pairs}."));
    }
    if names_clash(a, b) {
        return beda();
    }
    compare_letters(&left.words, &right.words, &folded_a, &folded_b)
}

/// W-01: equal but for titles, punctuation, case and spaces.
fn compare_as_written(left: &TitledName, right: &TitledName) -> Option<Finding> {
    let (a, b) = (&left.words, &right.words);
    if a != b && (a.concat() != b.concat() || has_initial(a) != has_initial(b)) {
        return None;
    }
    if left.has_placeholder != right.has_placeholder {
        let place = if left.has_placeholder { "formulir" } else { "dokumen" };
        return Some(mirip("W-08", format!("Tanda - atau . pada {place} menggantikan nama keluarga.")));
    }
    let text = match (a == b, left.titles == right.titles) {
        (false, _) => "Perbedaan hanya pada spasi.",
        (true, true) => "Perbedaan hanya pada huruf besar atau tanda baca.",
        (true, false) => "",
    };
    Some(Finding::new(Outcome::Setara, "W-01", text))
}

/// A single letter may stand for a word, so joining it to the next word is not merely a space.
fn has_initial(words: &[String]) -> bool {
    words.iter().any(|word| word.chars().count() == 1)
}

/// W-02 when an abbreviation was written out, otherwise W-03; the names are equal once folded.
fn describe_spelling(left: &WrittenOut, right: &WrittenOut) -> Finding {
    let (a, b) = (&left.words, &right.words);
    if a.len() != b.len() {
        return mirip("W-03", "Ejaan dan spasi berbeda. Baca ulang kedua nama.");
    }
    let mut short = [left.short.as_slice(), right.short.as_slice()].concat();
    let mut old = [left.parted.as_slice(), right.parted.as_slice()].concat();
    for (left, right) in a.iter().zip(b).filter(|(left, right)| left != right) {
        if share_family(left, right) {
            short.push(format!("{} = {}", dotted(left), dotted(right)));
        } else {
            old.push(format!("{left} = {right}"));
        }
    }
    let rule = if short.is_empty() { "W-03" } else { "W-02" };
    let sentences = [("Singkatan", short), ("Ejaan", old)]
        .into_iter()
        .filter(|(_, pairs)| !pairs.is_empty())
        .map(|(kind, pairs)| format!("{kind}: {}.", list_pairs(&pairs).trim_end_matches('.')))
        .collect::<Vec<_>>();
    mirip(rule, sentences.join(" "))
}

/// W-05: the words of `longer`, as written, that `shorter` lacks; `None` when `shorter` has others.
fn extra_words(shorter: &[String], longer: &[String], longer_as_written: &[String]) -> Option<String> {
    if shorter.len() >= longer.len() {
        return None;
    }
    let mut left: Vec<&String> = shorter.iter().collect();
    let mut extra = Vec::new();
    for (word, written) in longer.iter().zip(longer_as_written) {
        match left.iter().position(|candidate| *candidate == word) {
            Some(place) => {
                left.swap_remove(place);
            }
            None => extra.push(written.as_str()),
        }
    }
    left.is_empty().then(|| extra.join(" "))
}

/// W-08: BIN, BINTI and ALIAS join names; a name with and without them is partly the same.
fn rule_of_extra(extra: &str) -> &'static str {
    let joins = |word: &str| matches!(word, "BIN" | "BINTI" | "BTE" | "BT" | "ALIAS" | "AL");
    if extra.split(' ').any(joins) { "W-08" } else { "W-05" }
}

/// W-06: the words of the shorter name, in order, are words of the longer or initials of such words.
///
/// At least one whole word must agree: "A. Y." is no evidence for any name.
fn initials(a: &[String], b: &[String]) -> Option<String> {
    let (shorter, longer) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let mut rest = longer.iter();
    let mut pairs = Vec::new();
    let mut whole = false;
    for word in shorter {
        let partner = rest.find(|candidate| {
            fold_given_name(candidate) == fold_given_name(word) || abbreviates(word, candidate)
        })?;
        if word.chars().count() == 1 || partner.chars().count() == 1 {
            if word != partner {
                let (letter, full) =
                    if word.len() < partner.len() { (word, partner) } else { (partner, word) };
                pairs.push(format!("{letter}. = {full}"));
            }
        } else {
            whole = true;
        }
    }
    (whole && !pairs.is_empty()).then(|| list_pairs(&pairs))
}

fn abbreviates(left: &str, right: &str) -> bool {
    let (short, long) = if left.len() <= right.len() { (left, right) } else { (right, left) };
    short.chars().count() == 1 && long.starts_with(short)
}

/// W-07 on the names as written and as folded, with and without spaces; otherwise BEDA.
fn compare_letters(a: &[String], b: &[String], folded_a: &[String], folded_b: &[String]) -> Finding {
    let written = (a.join(" "), b.join(" "));
    let folded = (folded_a.join(" "), folded_b.join(" "));
    let joined = (a.concat(), b.concat());
    if [&written, &folded, &joined].iter().any(|(left, right)| is_slip(left, right)) {
        let text =
            format!("Ejaan hampir sama: {} dan {}. Baca ulang huruf demi huruf.", written.0, written.1);
        return mirip("W-07", text);
    }
    beda()
}

fn describe_titles(left: &TitledName, right: &TitledName) -> String {
    let mut titles: Vec<&str> = Vec::new();
    for title in left.titles.iter().chain(&right.titles) {
        if !titles.contains(&title.as_str()) {
            titles.push(title);
        }
    }
    match titles.split_last() {
        None => String::new(),
        Some(_) if left.titles == right.titles => String::new(),
        Some((only, [])) => format!("Gelar {only} tidak ikut dibandingkan."),
        Some((last, others)) => format!("Gelar {} dan {last} tidak ikut dibandingkan.", others.join(", ")),
    }
}

fn mirip(rule: &str, text: impl Into<String>) -> Finding {
    Finding::new(Outcome::Mirip, rule, text)
}

fn beda() -> Finding {
    Finding::new(Outcome::Beda, "W-07", "Nama pada formulir tidak sesuai dengan dokumen.")
}

fn fold_all(words: &[String]) -> Vec<String> {
    words.iter().map(|word| fold_given_name(word)).collect()
}

fn sorted(words: &[String]) -> Vec<&String> {
    let mut copy: Vec<&String> = words.iter().collect();
    copy.sort();
    copy
}

fn list_pairs(pairs: &[String]) -> String {
    let shown = pairs.iter().take(SHOWN_PAIRS).map(String::as_str).collect::<Vec<_>>().join(", ");
    if pairs.len() > SHOWN_PAIRS { format!("{shown} dan lainnya") } else { shown }
}
