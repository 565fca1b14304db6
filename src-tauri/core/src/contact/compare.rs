//! Two contacts, dates or postal codes side by side: one on the form, one on a document.
//!
//! An entry that its own rule refuses is not the same as anything; what is wrong with it, that rule says.

use super::{check_date, check_email, check_phone, check_postal_code, show_date};
use crate::outcome::{Checked, Finding, Outcome};

/// Two dates (N-33). Day and month swapped are still two dates.
pub fn compare_date(form: &str, document: &str) -> Finding {
    compare((form, document), "N-33", check_date, |form, document| {
        let text = format!("Tanggal berbeda: {} dan {}.", show_date(*form), show_date(*document));
        Finding::new(Outcome::Beda, "N-33", format!("{text} Baca ulang dari dokumen."))
    })
}

/// Two telephone numbers, by the number that would be dialled (N-25).
pub fn compare_phone(form: &str, document: &str) -> Finding {
    compare((form, document), "N-25", check_phone, |_, _| {
        Finding::new(Outcome::Beda, "N-25", "Nomor telepon berbeda. Bacakan ulang kepada pelaku usaha.")
    })
}

/// Two e-mail addresses (N-30). One letter makes another mailbox, so a slip is no likeness.
pub fn compare_email(form: &str, document: &str) -> Finding {
    compare((form, document), "N-30", check_email, |form, document| {
        if form.as_str().eq_ignore_ascii_case(document.as_str()) {
            let text =
                "Perbedaan hanya pada huruf besar dan kecil sebelum tanda @. Tanyakan kepada pelaku usaha.";
            return Finding::new(Outcome::Mirip, "N-30", text);
        }
        Finding::new(Outcome::Beda, "N-30", "Surel berbeda. Bacakan ulang huruf demi huruf.")
    })
}

/// Two postal codes (N-31).
pub fn compare_postal_code(form: &str, document: &str) -> Finding {
    compare(
        (form, document),
        "N-31",
        |text| check_postal_code(text, None),
        |_, _| Finding::new(Outcome::Beda, "N-31", "Kode pos berbeda. Baca ulang dari dokumen."),
    )
}

/// SAMA when only marks and blanks differ, SETARA when the rule reads the same from another writing.
fn compare<T: PartialEq>(
    (form, document): (&str, &str),
    rule: &str,
    check: impl Fn(&str) -> Checked<T>,
    differ: impl Fn(&T, &T) -> Finding,
) -> Finding {
    let written =
        |text: &str| text.chars().filter(|character| character.is_alphanumeric()).collect::<String>();
    match (check(form).value, check(document).value) {
        (Some(left), Some(right)) if left != right => differ(&left, &right),
        (Some(_), Some(_)) if written(form) == written(document) => Finding::new(Outcome::Sama, rule, ""),
        (Some(_), Some(_)) => Finding::new(Outcome::Setara, rule, "Hanya penulisannya yang berbeda."),
        _ => Finding::new(Outcome::Beda, rule, "Belum dapat dibandingkan."),
    }
}
