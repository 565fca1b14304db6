//! The spelling of before 1972 (W-03).

use unicode_normalization::UnicodeNormalization;

/// Names of before 1972 whose J was a Y although no other letter tells, and what they are today.
const TODAY: [(&str, &str); 11] = [
    ("JUSUF", "YUSUF"),
    ("JUSUP", "YUSUF"),
    ("YUSUP", "YUSUF"),
    ("JAHJA", "YAHYA"),
    ("YAHJA", "YAHYA"),
    ("JUNUS", "YUNUS"),
    ("JASIN", "YASIN"),
    ("JANI", "YANI"),
    ("JAKUB", "YAKUB"),
    ("JOHANES", "YOHANES"),
    ("JOHANNES", "YOHANES"),
];

/// Folds one word of a person's name: [`fold_spelling`], the names of [`TODAY`], and the glide
/// between I and a vowel, which may be written J, Y or not at all (SULISTIJO, SULISTIYO, SULISTYO).
pub(super) fn fold_given_name(word: &str) -> String {
    let today = TODAY.iter().find(|(old, _)| *old == word).map_or(word, |(_, today)| today);
    let folded: Vec<char> = fold_spelling(today).chars().collect();
    let mut glided = String::with_capacity(folded.len());
    let mut index = 0;
    while let Some(letter) = folded.get(index) {
        let after = folded.get(index + 1..index + 3);
        match after {
            Some(['J' | 'Y', 'A' | 'E' | 'I' | 'O' | 'U']) if *letter == 'I' && index > 0 => {
                glided.push('Y');
                index += 2;
            }
            _ => {
                glided.push(*letter);
                index += 1;
            }
        }
    }
    glided
}

/// Folds one upper-case word to a spelling-free form (W-03). Only for comparing, never for showing.
///
/// TJ→C, DJ→J, NJ→NY, SJ→SY, OE→U, CH→KH; any other J→Y only if the word bears an old mark (JAJANG
/// stays JAJANG, SOERJA is SURYA); doubled letters single; accents dropped.
pub(super) fn fold_spelling(word: &str) -> String {
    let letters: Vec<char> = word.nfd().filter(|character| !super::words::is_combining(*character)).collect();
    let pair_at = |index: usize| match letters.get(index..index + 2) {
        Some([first, second]) => Some((*first, *second)),
        _ => None,
    };
    let is_mark = |pair| matches!(pair, ('T' | 'D' | 'N' | 'S', 'J') | ('O', 'E'));
    let is_old = (0..letters.len()).filter_map(pair_at).any(is_mark);
    let mut folded = String::with_capacity(word.len());
    let mut index = 0;
    while let Some(letter) = letters.get(index) {
        let (text, width) = match pair_at(index) {
            Some(('T', 'J')) => ("C", 2),
            Some(('D', 'J')) => ("J", 2),
            Some(('N', 'J')) => ("NY", 2),
            Some(('S', 'J')) => ("SY", 2),
            Some(('O', 'E')) => ("U", 2),
            Some(('C', 'H')) => ("KH", 2),
            _ if is_old && *letter == 'J' => ("Y", 1),
            _ => ("", 1),
        };
        for piece in text.chars().chain(text.is_empty().then_some(*letter)) {
            if !(piece.is_alphabetic() && folded.ends_with(piece)) {
                folded.push(piece);
            }
        }
        index += width;
    }
    folded
}
