//! What must not be guessed: tokens and secrets. Everything else comes from the seed.

use ring::rand::{SecureRandom, SystemRandom};

const ALPHANUMERIC: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Makes an access token: 40 letters and digits.
pub(crate) fn token() -> String {
    pick(ALPHANUMERIC, 40)
}

/// Makes a client secret: 44 characters of base64, always with `+`, `/` and `=`.
pub(crate) fn secret() -> String {
    format!("{}+{}/{}=", pick(BASE64, 11), pick(BASE64, 20), pick(b"AEIMQUYcgkosw048", 10))
}

fn pick(alphabet: &[u8], length: usize) -> String {
    let source = SystemRandom::new();
    let mut text = String::with_capacity(length);
    let mut bytes = [0_u8; 64];
    while text.len() < length {
        // Without random numbers the system is beyond help; zeros keep the simulator going.
        if source.fill(&mut bytes).is_err() {
            bytes = [0; 64];
        }
        let usable =
            bytes.iter().map(|byte| usize::from(*byte)).filter(|byte| *byte < 256 - 256 % alphabet.len());
        for byte in usable.take(length - text.len()) {
            if let Some(character) = alphabet.get(byte % alphabet.len()) {
                text.push(char::from(*character));
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use base64::Engine;

    use super::*;

    #[test]
    fn secrets_have_the_form_that_trips_percent_encoders() {
        let secret = secret();
        assert_eq!(secret.len(), 44);
        assert!(secret.contains('+') && secret.contains('/') && secret.ends_with('='));
        assert_eq!(base64::engine::general_purpose::STANDARD.decode(&secret).unwrap().len(), 32);
    }

    #[test]
    fn tokens_are_forty_letters_and_digits() {
        let token = token();
        assert_eq!(token.len(), 40);
        assert!(token.chars().all(|character| character.is_ascii_alphanumeric()));
        assert_ne!(token, super::token());
    }
}
