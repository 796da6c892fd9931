//! The certificate of a server.

use std::fmt;
use std::sync::Arc;

use bt_sra_core::{Error, ErrorKind, Result};
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, PrivateKeyDer};

/// Certificate and key of a server.
#[derive(Clone)]
pub struct ServerTls(pub(super) Arc<ServerConfig>);

impl ServerTls {
    /// Takes PEM texts: the certificate, followed by those between it and its authority, and the key.
    ///
    /// # Errors
    /// [`ErrorKind::Config`] if there is none, one is malformed, or they do not belong together.
    pub fn from_pem(certificates: &str, key: &str) -> Result<Self> {
        let chain: Vec<CertificateDer<'static>> = CertificateDer::pem_slice_iter(certificates.as_bytes())
            .collect::<Result<_, _>>()
            .map_err(|source| refuse("a certificate in the PEM text is malformed", source))?;
        if chain.is_empty() {
            return Err(Error::new(ErrorKind::Config, "the PEM text holds no certificate"));
        }
        // Not the source: it may hold a piece of the key.
        let key = PrivateKeyDer::from_pem_slice(key.as_bytes()).map_err(|_| {
            Error::new(ErrorKind::Config, "the PEM text holds no private key without a passphrase")
        })?;
        let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|source| refuse("TLS cannot be set up", source))?
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .map_err(|source| refuse("certificate and key cannot be used together", source))?;
        config.alpn_protocols = vec![b"http/1.1".to_vec(), b"http/1.0".to_vec()];
        Ok(Self(Arc::new(config)))
    }
}

impl fmt::Debug for ServerTls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ServerTls")
    }
}

fn refuse(what: &'static str, source: impl fmt::Display) -> Error {
    Error::new(ErrorKind::Config, what).with_source(source.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_that_is_none_is_refused_without_a_word_of_the_key() {
        let made = |name: &str| rcgen::generate_simple_self_signed([name.to_owned()]).unwrap();
        let (one, two) = (made("one"), made("two"));
        let key = one.signing_key.serialize_pem();
        assert!(ServerTls::from_pem(&one.cert.pem(), &key).is_ok());
        for (certificate, key) in [
            (one.cert.pem(), two.signing_key.serialize_pem()),
            (one.cert.pem(), one.cert.pem()),
            (key.clone(), key.clone()),
            (one.cert.pem(), key.replace('M', "!")),
            (String::new(), String::new()),
        ] {
            let error = ServerTls::from_pem(&certificate, &key).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Config);
            assert!(!format!("{error:?}").contains("PRIVATE"), "{error:?}");
        }
    }
}
