//! Short forms and common variants of given names (W-02).

/// A name written out, with every shorter or other way of writing it.
type Family = (&'static str, &'static [&'static str]);

/// Names of all Indonesia, then those of Bali (birth order, house and caste) as a KTP shortens them.
const FAMILIES: [Family; 20] = [
    (
        "MUHAMMAD",
        &[
            "MOH",
            "MUH",
            "MOCH",
            "MUCH",
            "MOKH",
            "MUKH",
            "MHD",
            "MUHD",
            "MOHD",
            "MD",
            "MOHAMAD",
            "MOHAMMAD",
            "MUHAMAD",
            "MOCHAMAD",
            "MOCHAMMAD",
            "MOCHAMED",
            "MUCHAMAD",
            "MUCHAMMAD",
            "MOHAMED",
            "MOHAMMED",
            "MUHAMED",
            "MUHAMMED",
            "MOEHAMAD",
            "MOEHAMMAD",
            "MOEHAMMED",
            "MOKHAMAD",
            "MOKHAMMAD",
            "MUKHAMAD",
            "MUKHAMMAD",
            "MOEKHAMAD",
        ],
    ),
    ("ABDUL", &["ABD", "ABDOEL", "ABDL", "ABDUR", "ABDUS", "ABDUN", "ABDUT", "ABDUD", "ABDUZ"]),
    ("ACHMAD", &["ACH", "ACHM", "AHMAD", "AHMD", "AKHMAD", "ACHMED", "AHMED", "AKHMED"]),
    ("SITI", &["ST", "SITTI"]),
    ("WAYAN", &["WYN", "WAJAN"]),
    ("PUTU", &["PT"]),
    ("GEDE", &["GDE", "GD", "GEDHE"]),
    ("MADE", &["MD"]),
    ("KADEK", &["KD", "KDK"]),
    ("NENGAH", &["NGH"]),
    ("NYOMAN", &["NYM"]),
    ("KOMANG", &["KMG"]),
    ("KETUT", &["KT", "KTUT"]),
    ("LUH", &["LH"]),
    ("GUSTI", &["GST"]),
    ("NGURAH", &["NGR", "NGRH"]),
    ("BAGUS", &["BGS"]),
    ("COKORDA", &["COK", "TJOK", "TJOKORDA"]),
    ("DEWA", &["DW"]),
    ("DESAK", &["DSK"]),
];

/// PUTU in a person's name, a legal form in a company's: read only where the other name has PUTU.
const ALSO_A_BENTUK_USAHA: &str = "PT";

/// The names that a word may stand for: none for most, two for MD (MADE in Bali, else MUHAMMAD).
pub(super) fn families(word: &str) -> impl Iterator<Item = &'static str> {
    FAMILIES
        .iter()
        .filter(move |(full, variants)| *full == word || variants.contains(&word))
        .map(|(full, _)| *full)
}

/// What an abbreviation or variant stands for when nothing stands beside it.
///
/// The same full form for every way of writing it; `None` for any other word, and where it may be
/// one of two.
pub(super) fn expand_abbreviation(word: &str) -> Option<&'static str> {
    let mut found = families(word);
    match (found.next(), found.next()) {
        (Some(only), None) if word != ALSO_A_BENTUK_USAHA => Some(only),
        _ => None,
    }
}

/// Every word written out, by the other name where a word alone does not tell.
pub(super) fn expand_beside(words: &[String], others: &[String]) -> Vec<String> {
    let theirs: Vec<&str> = others.iter().flat_map(|other| families(other)).collect();
    words
        .iter()
        .map(|word| {
            let shared = families(word).find(|full| theirs.contains(full));
            shared.or_else(|| expand_abbreviation(word)).unwrap_or(word).to_owned()
        })
        .collect()
}

/// May both words stand for one name?
pub(super) fn share_family(left: &str, right: &str) -> bool {
    families(left).any(|full| families(right).any(|other| other == full))
}

/// Two names of this table at one place that cannot be one: WAYAN and KETUT, MADE and MOH.
///
/// Such a difference is no slip of the finger, however short it is written.
pub(super) fn names_clash(a: &[String], b: &[String]) -> bool {
    let known = |word: &str| families(word).next().is_some();
    a.len() == b.len()
        && a.iter().zip(b).any(|(left, right)| known(left) && known(right) && !share_family(left, right))
}

/// As on paper: a short form bears a dot, a whole name none.
pub(super) fn dotted(word: &str) -> String {
    let is_short = word.chars().count() <= 4
        && families(word).next().is_some()
        && families(word).all(|full| full != word);
    if is_short { format!("{word}.") } else { word.to_owned() }
}
