//! E-mail addresses (N-30): a link sent to a mistyped address is the most common lost case.

use std::fmt;

use crate::outcome::{Checked, Note};

/// Providers that an address is likely to mean. Every one exists, so none is corrected into another.
const PROVIDERS: [&str; 20] = [
    "gmail.com",
    "yahoo.com",
    "yahoo.co.id",
    "yahoo.co.in",
    "ymail.com",
    "rocketmail.com",
    "hotmail.com",
    "hotmail.co.id",
    "outlook.com",
    "outlook.co.id",
    "live.com",
    "icloud.com",
    "me.com",
    "mail.com",
    "email.com",
    "proton.me",
    "protonmail.com",
    "zoho.com",
    "gmx.com",
    "msn.com",
];

/// Domains that people take for a provider and that are more than one slip away from it.
const MISTAKEN: [(&str, &str); 9] = [
    ("gmail.co.id", "gmail.com"),
    ("gmail.id", "gmail.com"),
    ("gmail", "gmail.com"),
    ("googlemail.co.id", "gmail.com"),
    ("gmial.con", "gmail.com"),
    ("yahoo.id", "yahoo.co.id"),
    ("yahoo.com.id", "yahoo.co.id"),
    ("yahoo", "yahoo.com"),
    ("yahoo.coid", "yahoo.co.id"),
];

/// A shorter name is one slip away from too many real ones: msn.com from msc.com, live.com from line.com.
const SHORTEST_COMPARED: usize = 9;

/// Endings that do not exist, and what was meant.
const ENDINGS: [(&str, &str); 7] = [
    (".con", ".com"),
    (".vom", ".com"),
    (".cpm", ".com"),
    (".coid", ".co.id"),
    (".co.i", ".co.id"),
    (".go.i", ".go.id"),
    (".comm", ".com"),
];

/// An address that can be written to; the domain is lower case.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Email(String);

impl Email {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

impl fmt::Debug for Email {
    /// Shows the domain only: the rest names a person.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Email(…@{})", self.domain())
    }
}

/// Checks an e-mail address and hints at likely slips (N-30). Nothing is corrected silently.
pub fn check_email(input: &str) -> Checked<Email> {
    let text = input.trim();
    match read_address(text) {
        Err(reason) => {
            let hint = text.rsplit_once('@').and_then(|(_, domain)| suggest_domain(&domain.to_lowercase()));
            let hint = hint.map_or_else(String::new, |domain| format!(" Maksudnya {domain}?"));
            Checked::refused(Note::fault("N-30", format!("{reason}{hint}")))
        }
        Ok(email) => {
            let hint = suggest_domain(email.domain());
            let notes = hint
                .map(|domain| {
                    Note::warning("N-30", format!("Alamat setelah @ tampak salah ketik. Maksudnya {domain}?"))
                })
                .into_iter()
                .collect();
            Checked { value: Some(email), notes }
        }
    }
}

fn read_address(text: &str) -> Result<Email, &'static str> {
    if text.is_empty() {
        return Err("Surel belum diisi.");
    }
    if text.chars().any(char::is_whitespace) {
        return Err("Surel tidak boleh memuat spasi.");
    }
    if !text.is_ascii() {
        return Err("Surel memuat huruf yang tidak lazim. Ketik ulang dengan huruf biasa.");
    }
    if text.len() > 254 {
        return Err("Surel terlalu panjang, paling banyak 254 karakter.");
    }
    let Some((local, domain)) = text.split_once('@').filter(|(_, domain)| !domain.contains('@')) else {
        return Err("Surel harus memuat satu tanda @.");
    };
    if !is_local_part(local) {
        return Err("Bagian surel sebelum @ belum benar. Baca ulang.");
    }
    if !is_domain(domain) {
        return Err("Bagian surel setelah @ belum benar. Contoh: perusahaan.co.id.");
    }
    Ok(Email(format!("{local}@{}", domain.to_ascii_lowercase())))
}

fn is_local_part(local: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b".!#$%&'*+-/=?^_`{|}~".contains(&byte);
    (1..=64).contains(&local.len())
        && local.bytes().all(allowed)
        && local.split('.').all(|part| !part.is_empty())
}

fn is_domain(domain: &str) -> bool {
    let labels: Vec<&str> = domain.split('.').collect();
    let is_label = |label: &&str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let top_is_name =
        labels.last().is_some_and(|top| top.len() >= 2 && !top.bytes().all(|byte| byte.is_ascii_digit()));
    labels.len() >= 2 && labels.iter().all(is_label) && top_is_name
}

/// The domain that was probably meant; `None` for a domain that may well be right.
fn suggest_domain(domain: &str) -> Option<String> {
    if PROVIDERS.contains(&domain) || domain.len() > 100 {
        return None;
    }
    let mistaken = MISTAKEN.iter().find(|(wrong, _)| *wrong == domain).map(|(_, right)| (*right).to_owned());
    let near = || {
        let close = |provider: &&&str| {
            provider.len() >= SHORTEST_COMPARED && strsim::damerau_levenshtein(provider, domain) == 1
        };
        PROVIDERS.iter().find(close).map(|provider| (*provider).to_owned())
    };
    // gmail.com.id: the country was added to an address that has none.
    let without_country = || domain.strip_suffix(".id").filter(|rest| PROVIDERS.contains(rest));
    let ending = || {
        ENDINGS
            .iter()
            .find_map(|(wrong, right)| domain.strip_suffix(wrong).map(|stem| format!("{stem}{right}")))
    };
    mistaken.or_else(|| without_country().map(str::to_owned)).or_else(near).or_else(ending)
}
