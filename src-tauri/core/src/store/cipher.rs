//! The few cryptographic moves that the key file, the case keys and the log share.
//!
//! HKDF-SHA256 (RFC 5869) makes keys, XChaCha20-Poly1305 seals small things under a key, and age v1
//! seals for a recipient whose identity the sealer need not hold.

use std::io::{Read as _, Write as _};
use std::iter;

use age::x25519::{Identity, Recipient};
use age::{DecryptError, Decryptor, Encryptor};
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::error::{Code, Error, Result};
use crate::world::Random;

/// A symmetric key that leaves memory when dropped.
pub(crate) type Key = Zeroizing<[u8; 32]>;

const NONCE: usize = 24;

/// A key for one purpose. `info` names the purpose and whatever the key must be bound to.
#[expect(clippy::expect_used, reason = "HKDF-SHA256 refuses only outputs above 8,160 bytes")]
pub(crate) fn derive_key(secret: &[u8], salt: &[u8], info: &[&[u8]]) -> Key {
    let mut key = Zeroizing::new([0_u8; 32]);
    Hkdf::<Sha256>::new(Some(salt), secret)
        .expand(&context(info), key.as_mut_slice())
        .expect("32 bytes are allowed");
    key
}

/// Joins parts so that no two lists of parts give the same bytes.
pub(crate) fn context(parts: &[&[u8]]) -> Vec<u8> {
    let mut joined = Vec::new();
    for part in parts {
        joined.extend_from_slice(&(part.len() as u64).to_be_bytes());
        joined.extend_from_slice(part);
    }
    joined
}

/// Nonce and ciphertext in one piece; `about` is authenticated but not stored.
pub(crate) fn seal(key: &Key, about: &[u8], plaintext: &[u8], random: &dyn Random) -> Result<Vec<u8>> {
    let mut nonce = [0_u8; NONCE];
    random.fill(&mut nonce);
    let sealed = XChaCha20Poly1305::new(key.as_slice().into())
        .encrypt(XNonce::from_slice(&nonce), Payload { msg: plaintext, aad: about })
        .map_err(|_| Error::new(Code::Internal, "sealing refused"))?;
    let mut bytes = nonce.to_vec();
    bytes.extend_from_slice(&sealed);
    Ok(bytes)
}

/// What [`seal`] sealed, or nothing when the key, the bytes or `about` are others.
pub(crate) fn open(key: &Key, about: &[u8], bytes: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, sealed) = bytes.split_at_checked(NONCE)?;
    XChaCha20Poly1305::new(key.as_slice().into())
        .decrypt(XNonce::from_slice(nonce), Payload { msg: sealed, aad: about })
        .ok()
        .map(Zeroizing::new)
}

/// age v1, binary, for one recipient. Chance comes from the operating system inside age.
pub(crate) fn age_seal(recipient: &Recipient, plaintext: &[u8]) -> Result<Vec<u8>> {
    let refused = |_| Error::new(Code::Internal, "age refused to seal");
    let encryptor = Encryptor::with_recipients(iter::once(recipient as &dyn age::Recipient))
        .map_err(|_| Error::new(Code::Internal, "age refused the recipient"))?;
    let mut sealed = Vec::with_capacity(plaintext.len() + plaintext.len() / 1024 + 512);
    let mut writer = encryptor.wrap_output(&mut sealed).map_err(refused)?;
    writer.write_all(plaintext).map_err(refused)?;
    writer.finish().map_err(refused)?;
    Ok(sealed)
}

/// Why an age file did not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unopened {
    /// It is sealed for somebody else.
    OtherRecipient,
    /// It is not what was sealed.
    Altered,
}

/// What [`age_seal`] sealed. The buffer is sized beforehand, so that growing leaves no copies behind.
pub(crate) fn age_open(identity: &Identity, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Unopened> {
    let unopened = |error: DecryptError| match error {
        DecryptError::NoMatchingKeys => Unopened::OtherRecipient,
        _ => Unopened::Altered,
    };
    let decryptor = Decryptor::new_buffered(sealed).map_err(unopened)?;
    let mut reader = decryptor.decrypt(iter::once(identity as &dyn age::Identity)).map_err(unopened)?;
    let mut plaintext = Zeroizing::new(Vec::with_capacity(sealed.len() + 64));
    reader.read_to_end(&mut plaintext).map_err(|_| Unopened::Altered)?;
    Ok(plaintext)
}

/// The bytes of lower-case hexadecimal text.
pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    if !text.len().is_multiple_of(2) {
        return None;
    }
    text.as_bytes().chunks_exact(2).map(|pair| Some(digit(pair[0])? << 4 | digit(pair[1])?)).collect()
}
