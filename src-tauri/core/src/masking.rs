//! Masks: what of a number may stand in a list, a title, a toast or on paper.
//!
//! The last four digits stay, so that two people can still agree which number they mean.

const SHOWN: usize = 4;

/// Every digit but the last four becomes `*`; dots, hyphens and spaces stay where they are.
pub fn mask_number(value: &str) -> String {
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let mut seen = 0;
    value
        .trim()
        .chars()
        .map(|c| {
            if !c.is_ascii_digit() {
                return c;
            }
            seen += 1;
            if seen + SHOWN > digits { c } else { '*' }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::mask_number;

    #[test]
    fn only_the_last_four_digits_stay() {
        for (value, masked) in [
            ("3325110508759001", "************9001"),
            ("99.700.101.1-513.000", "**.***.***.*-**3.000"),
            ("0997001011513000", "************3000"),
            ("9001", "9001"),
            ("", ""),
        ] {
            assert_eq!(mask_number(value), masked);
        }
    }
}
