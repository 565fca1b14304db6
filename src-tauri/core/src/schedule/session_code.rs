//! Kode sesi: what the vendor writes on paper and shows beside the face, so that a picture belongs to this call.

/// Letters that nobody takes for another one, spoken or written by hand.
const LETTERS: &[u8; 16] = b"ABDFHJKLMNPRTWXY";
/// Digits without 0 and 1, which look like letters.
const DIGITS: &[u8; 8] = b"23456789";

/// Bytes of chance that one code takes.
pub const CODE_BYTES: usize = 4;

/// `KJ 47`: one of 16,384, made for one session and never again for the same case.
pub fn session_code(chance: [u8; CODE_BYTES]) -> String {
    let [first, second, third, fourth] = chance;
    let letter = |byte: u8| char::from(LETTERS[usize::from(byte) % LETTERS.len()]);
    let digit = |byte: u8| char::from(DIGITS[usize::from(byte) % DIGITS.len()]);
    format!("{}{} {}{}", letter(first), letter(second), digit(third), digit(fourth))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_two_letters_and_two_digits_that_nobody_confuses() {
        assert_eq!(session_code([0, 1, 0, 1]), "AB 23");
        assert_eq!(session_code([255, 16, 255, 8]), "YA 92");
        for byte in 0..=u8::MAX {
            let code = session_code([byte, byte.wrapping_mul(7), byte, byte.wrapping_add(3)]);
            assert_eq!(code.len(), 5);
            assert!(!code.contains(['I', 'O', 'Q', 'S', 'Z', '0', '1']), "{code}");
        }
    }

    #[test]
    fn every_code_is_equally_likely() {
        for list in [&LETTERS[..], &DIGITS[..]] {
            assert_eq!(256 % list.len(), 0, "a byte divides evenly");
        }
    }
}
