//! Company names: the legal form and the name proper, compared apart (W-10).
//!
//! Equal names do not make equal companies — there are many MAJU JAYA — so a name never outweighs
//! the NPWP.

use super::bentuk::relate;
use super::company_form::split_company;
use super::is_slip;
use super::spelling::fold_spelling;
use super::words::{LONGEST_NAME, clean_text, is_apostrophe, is_combining, trim_text};
use crate::outcome::{Finding, Outcome};

/// Compares two company names, legal form included where both write one (W-10).
///
/// Two different written forms are two companies, whatever the rest says. A form that only one side
/// writes does not matter here: it has its own row, see [`compare_bentuk`].
pub fn compare_company(form: &str, document: &str) -> Finding {
    let core = compare_core(form, document);
    let (left, right) = (split_company(form), split_company(document));
    if core.outcome != Outcome::Beda && left.owner.zip(right.owner).is_some_and(|(a, b)| a != b) {
        return Finding::new(
            Outcome::Beda,
            "W-10",
            "Pemilik berbeda: Persero milik negara, Perseroda milik daerah.",
        );
    }
    let forms = left.form.zip(right.form);
    let relation = forms.map_or(Outcome::Sama, |(a, b)| relate(a, b).0);
    let names = if core.outcome == Outcome::Mirip { "Nama usaha hampir sama" } else { "Nama usaha sama" };
    match (forms, relation) {
        (Some((a, b)), Outcome::Mirip | Outcome::Beda) if core.outcome != Outcome::Beda => Finding::new(
            relation,
            "W-10",
            format!("{names}, tetapi bentuk usaha berbeda: {} dan {}.", a.label(), b.label()),
        ),
        _ if core.outcome == Outcome::Sama && trim_text(form) != trim_text(document) => {
            Finding::new(Outcome::Setara, "W-10", "Hanya penulisan bentuk usaha yang berbeda.")
        }
        _ => core,
    }
}

/// Compares the names proper, without legal forms: PT MAJU JAYA and CV MAJU JAYA are SAMA here.
pub fn compare_core(form: &str, document: &str) -> Finding {
    let too_long = [form, document].iter().any(|text| text.chars().count() > LONGEST_NAME);
    let (left, right) = (split_company(form).core, split_company(document).core);
    if left.is_empty() || right.is_empty() {
        let place = if left.is_empty() { "formulir" } else { "dokumen" };
        return Finding::new(Outcome::Beda, "W-10", format!("Nama usaha pada {place} belum terisi."));
    }
    if too_long {
        return Finding::new(
            Outcome::Beda,
            "W-10",
            "Nama terlalu panjang untuk dibandingkan. Periksa ketikan.",
        );
    }
    if left == right {
        return if trim_text(form).contains(&left) && trim_text(document).contains(&left) {
            Finding::new(Outcome::Sama, "W-10", "")
        } else {
            Finding::new(
                Outcome::Setara,
                "W-10",
                "Perbedaan hanya pada huruf besar, tanda baca, atau singkatan.",
            )
        };
    }
    let (closed_left, closed_right) = (close_marks(form, &left), close_marks(document, &right));
    if closed_left == right || left == closed_right || closed_left == closed_right {
        return Finding::new(Outcome::Setara, "W-10", "Perbedaan hanya pada tanda baca.");
    }
    if left.replace(' ', "") == right.replace(' ', "") {
        return Finding::new(
            Outcome::Mirip,
            "W-10",
            format!("Perbedaan hanya pada spasi: {left} dan {right}."),
        );
    }
    if count_alike(&left) == count_alike(&right) {
        return Finding::new(
            Outcome::Mirip,
            "W-10",
            format!("Penulisan bilangan berbeda: {left} dan {right}."),
        );
    }
    let (folded_left, folded_right) = (fold_name(&left), fold_name(&right));
    if folded_left == folded_right {
        return Finding::new(Outcome::Mirip, "W-10", format!("Ejaan lama: {left} dan {right}."));
    }
    // A number parts companies (MAJU 1, MAJU 2), so a slip of the finger may not explain one away.
    if digits_of(&folded_left) == digits_of(&folded_right) && is_slip(&folded_left, &folded_right) {
        let text = format!("Ejaan hampir sama: {left} dan {right}. Baca ulang huruf demi huruf.");
        return Finding::new(Outcome::Mirip, "W-07", text);
    }
    Finding::new(Outcome::Beda, "W-10", "Nama usaha pada formulir tidak sesuai dengan dokumen.")
}

/// The name with numbers as digits: TIGA, III and 3 are one.
fn count_alike(core: &str) -> Vec<String> {
    core.split(' ')
        .map(|word| super::read_count(word).map_or_else(|| word.to_owned(), |n| n.to_string()))
        .collect()
}

fn fold_name(core: &str) -> String {
    count_alike(core).iter().map(|word| fold_spelling(word)).collect::<Vec<_>>().join(" ")
}

fn digits_of(text: &str) -> Vec<&str> {
    text.split(' ').filter(|word| word.contains(|character: char| character.is_ascii_digit())).collect()
}

/// The name proper with words joined where only `-` or `.` parts them: SUMBER-REJEKI, A.B.C.
///
/// Marks of the legal form do not count: the dot of "CV. MAJUJAYA" says nothing about MAJU JAYA.
fn close_marks(text: &str, core: &str) -> String {
    let words = part_words(&clean_text(text).replace(['&', '+'], " DAN "));
    let proper: Vec<&str> = core.split(' ').collect();
    let inside = words.windows(proper.len()).find(|run| run.iter().map(|(word, _)| word).eq(proper.iter()));
    let Some([(first, _), others @ ..]) = inside else { return core.to_owned() };
    others.iter().fold(first.clone(), |closed, (word, marked)| {
        if *marked { format!("{closed}{word}") } else { format!("{closed} {word}") }
    })
}

/// The words of a text, each with whether nothing but `-` or `.` parts it from the word before.
fn part_words(text: &str) -> Vec<(String, bool)> {
    let mut words: Vec<(String, bool)> = Vec::new();
    let mut between = String::from(" ");
    for character in text.chars().filter(|character| !is_apostrophe(*character)) {
        let in_word = character.is_alphanumeric() || is_combining(character);
        match words.last_mut() {
            Some((word, _)) if in_word && between.is_empty() => word.push(character),
            _ if in_word => {
                words.push((character.to_string(), between.chars().all(|mark| matches!(mark, '-' | '.'))));
                between.clear();
            }
            _ => between.push(character),
        }
    }
    words
}
