//! Company names: the legal form and the name proper, compared apart (W-10).
//!
//! Equal names do not make equal companies — there are many MAJU JAYA — so a name never outweighs
//! the NPWP.

use super::spelling::fold_spelling;
use super::{LONGEST_NAME, clean_text, is_slip, split_words, trim_text};
use crate::outcome::{Finding, Outcome};

/// Bentuk usaha — the legal form of a business, as SPSE lists it (`btu_id`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BentukUsaha {
    Pt,
    /// One person's PT since 2021: a badan hukum, not an usaha perorangan (S-25).
    PtPerorangan,
    Cv,
    Firma,
    /// Usaha dagang, the business of one person.
    Ud,
    /// Perusahaan dagang, or the regional company of a government: the letters do not tell.
    Pd,
    Nv,
    Koperasi,
    Yayasan,
    Perum,
    Perumda,
    /// A foreign limited company.
    Ltd,
    /// Usaha perorangan without a form word.
    Perorangan,
}

impl BentukUsaha {
    pub const ALL: [Self; 13] = [
        Self::Pt,
        Self::PtPerorangan,
        Self::Cv,
        Self::Firma,
        Self::Ud,
        Self::Pd,
        Self::Nv,
        Self::Koperasi,
        Self::Yayasan,
        Self::Perum,
        Self::Perumda,
        Self::Ltd,
        Self::Perorangan,
    ];

    /// As shown and stored.
    pub fn label(self) -> &'static str {
        match self {
            Self::Pt => "PT",
            Self::PtPerorangan => "PT Perorangan",
            Self::Cv => "CV",
            Self::Firma => "Firma",
            Self::Ud => "UD",
            Self::Pd => "PD",
            Self::Nv => "NV",
            Self::Koperasi => "Koperasi",
            Self::Yayasan => "Yayasan",
            Self::Perum => "Perum",
            Self::Perumda => "Perumda",
            Self::Ltd => "Ltd",
            Self::Perorangan => "Perorangan",
        }
    }

    /// Reads a form word however it is written: `PT`, `P.T.`, `Perseroan Terbatas`, `pt_perorangan`.
    pub fn parse(text: &str) -> Option<Self> {
        let words = split_words(&clean_text(&text.replace('_', " ")));
        if matches!(words.join(" ").as_str(), "PERORANGAN" | "USAHA PERORANGAN" | "INDIVIDU" | "PERSEORANGAN")
        {
            return Some(Self::Perorangan);
        }
        if matches!(words.join(" ").as_str(), "PERSEROAN PERORANGAN" | "PERSEROAN TERBATAS PERORANGAN") {
            return Some(Self::PtPerorangan);
        }
        let name = split_company(text.replace('_', " ").as_str());
        name.form.filter(|_| name.core.is_empty())
    }
}

/// A company name taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompanyName {
    pub form: Option<BentukUsaha>,
    /// The name proper: upper case, `&` as DAN, single spaces, no punctuation.
    pub core: String,
    /// "Tbk": shares are traded. Says nothing about identity.
    pub tbk: bool,
    /// "(Persero)": owned by the state.
    pub persero: bool,
}

/// Ways of writing a form, longest first, so that PERSEROAN TERBATAS is not read as PERSEROAN.
const FORMS: [(&[&str], BentukUsaha); 27] = [
    (&["PERSEROAN", "TERBATAS", "PERORANGAN"], BentukUsaha::PtPerorangan),
    (&["PERSEROAN", "PERORANGAN"], BentukUsaha::PtPerorangan),
    (&["PT", "PERORANGAN"], BentukUsaha::PtPerorangan),
    (&["PERSEROAN", "TERBATAS"], BentukUsaha::Pt),
    (&["PERSEKUTUAN", "KOMANDITER"], BentukUsaha::Cv),
    (&["USAHA", "DAGANG"], BentukUsaha::Ud),
    (&["PERUSAHAAN", "DAGANG"], BentukUsaha::Pd),
    (&["PERUSAHAAN", "DAERAH"], BentukUsaha::Pd),
    (&["PERUSAHAAN", "UMUM", "DAERAH"], BentukUsaha::Perumda),
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

/// Splits a company name into form and name proper (W-10).
///
/// One form word is taken from the front or, when there is none, from the back; a second one belongs
/// to the name ("PT FIRMA JAYA"). PERSERO, TBK and LTD may stand beside it.
pub fn split_company(name: &str) -> CompanyName {
    let short: String = name.chars().take(LONGEST_NAME).collect();
    let words = split_words(&clean_text(&short).replace(['&', '+'], " DAN "));
    let mut rest: &[String] = &words;
    let mut found = CompanyName { form: None, core: String::new(), tbk: false, persero: false };
    let mut ltd = false;
    loop {
        rest = match rest {
            [first, tail @ ..] if first == "PERSERO" => {
                found.persero = true;
                tail
            }
            [body @ .., last] if last == "PERSERO" => {
                found.persero = true;
                body
            }
            [body @ .., last] if last == "TBK" => {
                found.tbk = true;
                body
            }
            [body @ .., last] if last == "LTD" || last == "LIMITED" => {
                ltd = true;
                body
            }
            [body @ .., last] if last == "PERORANGAN" && found.form == Some(BentukUsaha::Pt) => {
                found.form = Some(BentukUsaha::PtPerorangan);
                body
            }
            _ if found.form.is_none() => match take_form(rest) {
                Some((form, remaining)) => {
                    found.form = Some(form);
                    remaining
                }
                None => break,
            },
            _ => break,
        };
    }
    if found.form.is_none() {
        found.form = match (found.persero || found.tbk, ltd) {
            (true, _) => Some(BentukUsaha::Pt),
            (false, true) => Some(BentukUsaha::Ltd),
            (false, false) => None,
        };
    }
    found.core = rest.join(" ");
    found
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

/// Compares two company names, legal form included where both write one (W-10).
///
/// Two different written forms are two companies, whatever the rest says. A form that only one side
/// writes does not matter here: it has its own row, see [`compare_bentuk`].
pub fn compare_company(form: &str, document: &str) -> Finding {
    let core = compare_core(form, document);
    let forms = split_company(form).form.zip(split_company(document).form);
    let relation = forms.map_or(Outcome::Sama, |(a, b)| relate(a, b).0);
    match (forms, relation) {
        (Some((a, b)), Outcome::Mirip | Outcome::Beda) if core.outcome != Outcome::Beda => Finding::new(
            relation,
            "W-10",
            format!("Nama intinya cocok, tetapi bentuk usahanya beda: {} dan {}.", a.label(), b.label()),
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
        return Finding::new(Outcome::Beda, "W-10", format!("Nama usaha di {place} belum terisi."));
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
            Finding::new(Outcome::Setara, "W-10", "Hanya beda huruf besar atau tanda baca.")
        };
    }
    if left.replace(' ', "") == right.replace(' ', "") {
        let marks = |text: &str| text.contains(['-', '.']);
        return if marks(form) || marks(document) {
            Finding::new(Outcome::Setara, "W-10", "Hanya beda tanda baca.")
        } else {
            Finding::new(Outcome::Mirip, "W-10", format!("Hanya beda spasi: {left} dan {right}."))
        };
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
    Finding::new(Outcome::Beda, "W-10", "Nama usaha di formulir beda dengan dokumen.")
}

/// Compares the form chosen on the SPSE form with the form in the name on a document.
pub fn compare_bentuk(form_value: &str, document_name: &str) -> Finding {
    let Some(chosen) = BentukUsaha::parse(form_value) else {
        return Finding::new(
            Outcome::Mirip,
            "W-10",
            "Bentuk usaha di formulir belum jelas. Pilih dari daftar.",
        );
    };
    // Some documents have a field of their own for the form, so the whole text may be one.
    let written = BentukUsaha::parse(document_name).or_else(|| split_company(document_name).form);
    match written {
        Some(written) => {
            let (outcome, text) = relate(chosen, written);
            Finding::new(outcome, "W-10", text)
        }
        None if trim_text(document_name).is_empty() => {
            Finding::new(Outcome::Beda, "W-10", "Nama usaha di dokumen belum terisi.")
        }
        None if chosen == BentukUsaha::Perorangan => {
            Finding::new(Outcome::Setara, "W-10", "Nama tanpa bentuk badan usaha, sesuai usaha perorangan.")
        }
        None => Finding::new(Outcome::Mirip, "W-10", "Bentuk usaha tidak tertulis pada nama di dokumen."),
    }
}

fn relate(a: BentukUsaha, b: BentukUsaha) -> (Outcome, String) {
    use BentukUsaha::{Pd, Perorangan, Pt, PtPerorangan, Ud};
    match (a, b) {
        _ if a == b => (Outcome::Sama, String::new()),
        (Pt, PtPerorangan) | (PtPerorangan, Pt) => (Outcome::Setara, "PT perorangan adalah PT.".to_owned()),
        (Perorangan, Ud) | (Ud, Perorangan) => (Outcome::Setara, "UD adalah usaha perorangan.".to_owned()),
        (Perorangan, Pd) | (Pd, Perorangan) => {
            (Outcome::Mirip, "PD dapat berarti perusahaan dagang atau perusahaan daerah.".to_owned())
        }
        (Ud, Pd) | (Pd, Ud) => {
            (Outcome::Mirip, "UD dan PD sama-sama usaha dagang. Periksa dokumen.".to_owned())
        }
        _ => (
            Outcome::Beda,
            format!("Bentuk usaha beda: {} di formulir, {} di dokumen.", a.label(), b.label()),
        ),
    }
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
