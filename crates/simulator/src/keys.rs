//! Public halves of keys, as the vault shows them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::digest;
use ring::signature::{Ed25519KeyPair, KeyPair};

/// Returns the public key of a private one in the form of `authorized_keys`.
///
/// The OpenSSH format carries it. Of other formats, and of texts that are no key at all, it is
/// invented, the same for the same text: the simulator keeps whatever it is given.
pub(crate) fn public_key(private: &str) -> String {
    if let Some((kind, blob)) = openssh(private) {
        return format!("{kind} {}", STANDARD.encode(blob));
    }
    let mut blob = field(b"ssh-ed25519");
    blob.extend(field(digest::digest(&digest::SHA256, private.as_bytes()).as_ref()));
    format!("ssh-ed25519 {}", STANDARD.encode(blob))
}

/// Makes the private key that belongs to a seed, in the OpenSSH format. Empty if that fails.
pub(crate) fn private_key(seed: &[u8; 32]) -> String {
    let Ok(pair) = Ed25519KeyPair::from_seed_unchecked(seed) else {
        return String::new();
    };
    let public = pair.public_key().as_ref();
    let blob = [field(b"ssh-ed25519"), field(public)].concat();
    let mut inner =
        [[0x5a; 8].to_vec(), blob.clone(), field(&[&seed[..], public].concat()), field(b"sample")].concat();
    inner.extend((1_u8..8).take((8 - inner.len() % 8) % 8));
    let mut bytes = b"openssh-key-v1\0".to_vec();
    for part in [&b"none"[..], b"none", b""] {
        bytes.extend(field(part));
    }
    bytes.extend(1_u32.to_be_bytes());
    bytes.extend(field(&blob));
    bytes.extend(field(&inner));
    let encoded = STANDARD.encode(bytes);
    let mut lines = vec!["-----BEGIN OPENSSH PRIVATE KEY-----".to_owned()];
    lines.extend(encoded.as_bytes().chunks(70).map(|line| String::from_utf8_lossy(line).into_owned()));
    lines.push("-----END OPENSSH PRIVATE KEY-----\n".to_owned());
    lines.join("\n")
}

/// Returns something of the form of a signed certificate for a public key.
pub(crate) fn signed(public: &str) -> String {
    let kind = public.split(' ').next().unwrap_or("ssh-ed25519");
    let name = format!("{kind}-cert-v01@openssh.com");
    let mut blob = field(name.as_bytes());
    blob.extend(field(digest::digest(&digest::SHA256, public.as_bytes()).as_ref()));
    format!("{name} {}", STANDARD.encode(blob))
}

/// Makes a certificate for a generated authority; empty if that fails.
pub(crate) fn certificate(subject: &str) -> String {
    let name = subject.split(',').find_map(|part| part.trim().strip_prefix("CN=")).unwrap_or(subject);
    let made = rcgen::KeyPair::generate().and_then(|key| {
        let mut params = rcgen::CertificateParams::new(Vec::<String>::new())?;
        params.distinguished_name.push(rcgen::DnType::CommonName, name);
        params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
        params.self_signed(&key)
    });
    made.map(|certificate| certificate.pem()).unwrap_or_default()
}

fn openssh(text: &str) -> Option<(String, Vec<u8>)> {
    let (_, rest) = text.split_once("-----BEGIN OPENSSH PRIVATE KEY-----")?;
    let (inner, _) = rest.split_once("-----END OPENSSH PRIVATE KEY-----")?;
    let inner: String = inner.chars().filter(|character| !character.is_whitespace()).collect();
    let bytes = STANDARD.decode(inner).ok()?;
    let mut rest = bytes.strip_prefix(b"openssh-key-v1\0")?;
    // Cipher, key derivation and its options come first, then the number of keys.
    for _ in 0..3 {
        (_, rest) = take(rest)?;
    }
    let (blob, _) = take(rest.get(4..)?)?;
    let (kind, _) = take(blob)?;
    Some((String::from_utf8(kind.to_vec()).ok()?, blob.to_vec()))
}

/// Reads one length-prefixed field.
fn take(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)
}

fn field(bytes: &[u8]) -> Vec<u8> {
    let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    [&length.to_be_bytes()[..], bytes].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_public_half_of_an_openssh_key_is_found() {
        let blob = [field(b"ssh-ed25519"), field(&[7; 32])].concat();
        let mut inner = b"openssh-key-v1\0".to_vec();
        for part in [&b"none"[..], b"none", b""] {
            inner.extend(field(part));
        }
        inner.extend(1_u32.to_be_bytes());
        inner.extend(field(&blob));
        let text = format!(
            "-----BEGIN OPENSSH PRIVATE KEY-----\n{}\n-----END OPENSSH PRIVATE KEY-----\n",
            STANDARD.encode(inner)
        );
        assert_eq!(public_key(&text), format!("ssh-ed25519 {}", STANDARD.encode(&blob)));
    }

    #[test]
    fn any_other_text_gets_a_stable_public_key() {
        assert_eq!(public_key("x"), public_key("x"));
        assert_ne!(public_key("x"), public_key("y"));
        assert!(public_key("x").starts_with("ssh-ed25519 AAAA"));
    }

    #[test]
    fn a_generated_authority_has_a_certificate() {
        assert!(certificate("CN=Example CA,O=Example").starts_with("-----BEGIN CERTIFICATE-----"));
    }
}
