//! A company name taken apart: the legal form, what the law wants beside it, and the name proper.

use super::bentuk::BentukUsaha;
use super::words::{LONGEST_NAME, clean_text, split_words};

/// A company name taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompanyName {
    pub form: Option<BentukUsaha>,
    /// The name proper: upper case, `&` as DAN, single spaces, no punctuation.
    pub core: String,
    /// "Tbk": shares are traded. Says nothing about identity.
    pub tbk: bool,
    /// "(Persero)" or "(Perseroda)" beside the name.
    pub owner: Option<Owner>,
}

/// Which government owns a company, as its name says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// Persero: the state.
    State,
    /// Perseroda: a province, kabupaten or kota.
    Region,
}

/// Ways of writing a form, longest first, so that PERSEROAN TERBATAS is not read as PERSEROAN.
const FORMS: [(&[&str], BentukUsaha); 31] = [
    (&["PERUSAHAAN", "UMUM", "DAERAH", "PERUMDA"], BentukUsaha::Perumda),
    (&["PERSEROAN", "TERBATAS", "PERORANGAN"], BentukUsaha::PtPerorangan),
    (&["PERSEROAN", "PERORANGAN"], BentukUsaha::PtPerorangan),
    (&["PT", "PERORANGAN"], BentukUsaha::PtPerorangan),
    (&["PERSEROAN", "TERBATAS", "PT"], BentukUsaha::Pt),
    (&["PERSEROAN", "TERBATAS"], BentukUsaha::Pt),
    (&["PERSEKUTUAN", "KOMANDITER", "CV"], BentukUsaha::Cv),
    (&["PERSEKUTUAN", "KOMANDITER"], BentukUsaha::Cv),
    (&["USAHA", "DAGANG"], BentukUsaha::Ud),
    (&["PERUSAHAAN", "DAGANG"], BentukUsaha::Pd),
    (&["PERUSAHAAN", "DAERAH"], BentukUsaha::Pd),
    (&["PERUSAHAAN", "UMUM", "DAERAH"], BentukUsaha::Perumda),
    (&["PERUSAHAAN", "UMUM", "PERUM"], BentukUsaha::Perum),
    (&["PERUSAHAAN", "UMUM"], BentukUsaha::Perum),
    (&["P", "T"], BentukUsaha::Pt),
    (&["C", "V"], BentukUsaha::Cv),
    (&["U", "D"], BentukUsaha::Ud),
    (&["P", "D"], BentukUsaha::Pd),
    (&["N", "V"], BentukUsaha::Nv),
    (&["PT"], BentukUsaha::Pt),
    (&["CV"], BentukUsaha::Cv),
    (&["UD"], BentukUsaha::Ud),
    (&["PD"], BentukUsaha::Pd),
    (&["NV"], BentukUsaha::Nv),
    (&["FA"], BentukUsaha::Firma),
    (&["FIRMA"], BentukUsaha::Firma),
    (&["KOPERASI"], BentukUsaha::Koperasi),
    (&["KOP"], BentukUsaha::Koperasi),
    (&["YAYASAN"], BentukUsaha::Yayasan),
    (&["PERUM"], BentukUsaha::Perum),
    (&["PERUMDA"], BentukUsaha::Perumda),
];

/// What stands beside a form without being part of the name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Owned(Owner),
    Tbk,
    Ltd,
    /// Belongs to a PT only; behind anything else it is a word of the name.
    Perorangan,
}

const MARKS_IN_FRONT: [(&[&str], Mark); 4] = [
    (&["PERUSAHAAN", "PERSEROAN", "DAERAH"], Mark::Owned(Owner::Region)),
    (&["PERUSAHAAN", "PERSEROAN"], Mark::Owned(Owner::State)),
    (&["PERSERO"], Mark::Owned(Owner::State)),
    (&["PERSERODA"], Mark::Owned(Owner::Region)),
];

const MARKS_BEHIND: [(&[&str], Mark); 8] = [
    (&["PERSERO"], Mark::Owned(Owner::State)),
    (&["PERSERODA"], Mark::Owned(Owner::Region)),
    (&["PERSEROAN", "DAERAH"], Mark::Owned(Owner::Region)),
    (&["TBK"], Mark::Tbk),
    (&["LTD"], Mark::Ltd),
    (&["LIMITED"], Mark::Ltd),
    (&["PERSEROAN", "PERORANGAN"], Mark::Perorangan),
    (&["PERORANGAN"], Mark::Perorangan),
];

/// Kinds of koperasi as one word, and the words it stands for behind KOPERASI. The kind is part of
/// the name: a KUD and a KSP of one village are two.
const KOPERASI: [(&str, &[&str]); 7] = [
    ("KUD", &["UNIT", "DESA"]),
    ("KSU", &["SERBA", "USAHA"]),
    ("KSP", &["SIMPAN", "PINJAM"]),
    ("KSPPS", &["SIMPAN", "PINJAM", "DAN", "PEMBIAYAAN", "SYARIAH"]),
    ("KPRI", &["PEGAWAI", "REPUBLIK", "INDONESIA"]),
    ("KOPKAR", &["KARYAWAN"]),
    ("KOPWAN", &["WANITA"]),
];

/// Is this word a kind of koperasi, such as KUD?
pub(super) fn is_koperasi(word: &str) -> bool {
    KOPERASI.iter().any(|(short, _)| *short == word)
}

/// Splits a company name into form and name proper (W-10).
///
/// One form word is taken from the front or, when there is none, from the back; a second one belongs
/// to the name ("PT FIRMA JAYA"). PERSERO, TBK and their like may stand beside it.
pub fn split_company(name: &str) -> CompanyName {
    let short: String = name.chars().take(LONGEST_NAME).collect();
    let words = spell_out_koperasi(split_words(&clean_text(&short).replace(['&', '+'], " DAN ")));
    let mut rest: &[String] = &words;
    let mut found = CompanyName { form: None, core: String::new(), tbk: false, owner: None };
    let mut ltd = false;
    loop {
        if let Some((mark, remaining)) = take_mark(rest, found.form) {
            match mark {
                Mark::Owned(owner) => found.owner = Some(owner),
                Mark::Tbk => found.tbk = true,
                Mark::Ltd => ltd = true,
                Mark::Perorangan => found.form = Some(BentukUsaha::PtPerorangan),
            }
            rest = remaining;
        } else if found.form.is_none()
            && let Some((form, remaining)) = take_form(rest)
        {
            found.form = Some(form);
            rest = remaining;
        } else {
            break;
        }
    }
    if found.form.is_none() {
        found.form = match (found.owner.is_some() || found.tbk, ltd) {
            (true, _) => Some(BentukUsaha::Pt),
            (false, true) => Some(BentukUsaha::Ltd),
            (false, false) => None,
        };
    }
    found.core = rest.join(" ");
    found
}

/// KUD MAKMUR and KOPERASI UNIT DESA (KUD) MAKMUR are KOPERASI UNIT DESA MAKMUR.
fn spell_out_koperasi(words: Vec<String>) -> Vec<String> {
    for (short, full) in KOPERASI {
        let letters: Vec<String> = short.chars().map(String::from).collect();
        let name = match words.as_slice() {
            [first, name @ ..] if first == short => name,
            dotted if dotted.starts_with(&letters) => &dotted[letters.len()..],
            [first, rest @ ..] if matches!(first.as_str(), "KOPERASI" | "KOP") => {
                let behind = strip(rest, full, true).unwrap_or(rest);
                match behind {
                    [second, name @ ..] if second == short => name,
                    _ => continue,
                }
            }
            _ => continue,
        };
        let spelled = ["KOPERASI"].iter().chain(full).map(|word| (*word).to_owned());
        return spelled.chain(name.iter().cloned()).collect();
    }
    words
}

fn take_mark(words: &[String], form: Option<BentukUsaha>) -> Option<(Mark, &[String])> {
    let is_pt = matches!(form, Some(BentukUsaha::Pt | BentukUsaha::PtPerorangan));
    let in_front = MARKS_IN_FRONT.iter().map(|(text, mark)| (text, mark, true));
    let behind = MARKS_BEHIND.iter().map(|(text, mark)| (text, mark, false));
    in_front
        .chain(behind)
        .filter(|(_, mark, _)| is_pt || **mark != Mark::Perorangan)
        .find_map(|(text, mark, front)| strip(words, text, front).map(|rest| (*mark, rest)))
}

fn take_form(words: &[String]) -> Option<(BentukUsaha, &[String])> {
    let at_front = FORMS.iter().find_map(|(form, kind)| strip(words, form, true).map(|rest| (*kind, rest)));
    at_front
        .or_else(|| FORMS.iter().find_map(|(form, kind)| strip(words, form, false).map(|rest| (*kind, rest))))
}

fn strip<'a>(words: &'a [String], form: &[&str], front: bool) -> Option<&'a [String]> {
    let split = if front { form.len() } else { words.len().checked_sub(form.len())? };
    let (head, tail) = words.split_at_checked(split)?;
    let (candidate, rest) = if front { (head, tail) } else { (tail, head) };
    candidate.iter().eq(form.iter()).then_some(rest)
}
