//! Whom to trust.

use std::fmt;
use std::sync::Arc;

use bt_sra_core::{Error, ErrorKind, Result};
use rustls::client::Resumption;
use rustls::crypto::ring;
use rustls::{ClientConfig, RootCertStore};
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject;

use crate::tickets::Tickets;

/// Which certificate authorities are trusted: those of the system, and any that are added.
///
/// There is no switch that turns verification off.
#[derive(Clone)]
pub struct TlsSettings {
    system: bool,
    added: Vec<CertificateDer<'static>>,
}

impl TlsSettings {
    /// Trusts the roots of the system. Like OpenSSL, that is the file in `SSL_CERT_FILE` or the
    /// folder in `SSL_CERT_DIR` where these variables are set.
    #[must_use]
    pub const fn system() -> Self {
        Self { system: true, added: Vec::new() }
    }

    /// Trusts nobody yet.
    #[must_use]
    pub const fn empty() -> Self {
        Self { system: false, added: Vec::new() }
    }

    /// Trusts the certificates in a PEM text as well.
    ///
    /// # Errors
    /// [`ErrorKind::Config`] if there is none in it, or one is malformed.
    pub fn with_pem(mut self, pem: &str) -> Result<Self> {
        let before = self.added.len();
        for certificate in CertificateDer::pem_slice_iter(pem.as_bytes()) {
            self.added.push(certificate.map_err(|source| {
                Error::new(ErrorKind::Config, "a certificate in the PEM text is malformed")
                    .with_source(source.to_string())
            })?);
        }
        if self.added.len() == before {
            return Err(Error::new(ErrorKind::Config, "the PEM text holds no certificate"));
        }
        Ok(self)
    }

    /// Makes the one TLS configuration of a client: all its connections share the tickets, so
    /// that every handshake after the first is a short one.
    pub(crate) fn client_config(&self) -> Result<ClientConfig> {
        let mut roots = RootCertStore::empty();
        let mut problem = None;
        if self.system {
            let loaded = rustls_native_certs::load_native_certs();
            roots.add_parsable_certificates(loaded.certs);
            problem = loaded.errors.into_iter().next();
        }
        for certificate in &self.added {
            roots.add(certificate.clone()).map_err(|source| {
                Error::new(ErrorKind::Config, "an added certificate cannot be a root").with_source(source)
            })?;
        }
        if roots.is_empty() {
            let error = Error::new(
                ErrorKind::Config,
                "there is no certificate to trust: the system has no roots and none was added",
            );
            return Err(match problem {
                Some(problem) => error.with_source(problem.to_string()),
                None => error,
            });
        }
        let mut config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|source| Error::new(ErrorKind::Config, "TLS cannot be set up").with_source(source))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        config.resumption = Resumption::store(Arc::new(Tickets::default()));
        Ok(config)
    }
}

impl fmt::Debug for TlsSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TlsSettings").field("system", &self.system).field("added", &self.added.len()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_certificate_is_refused() {
        let error = TlsSettings::empty().with_pem("hello").unwrap_err();
        assert_eq!(error.to_string(), "the PEM text holds no certificate");
        let broken = "-----BEGIN CERTIFICATE-----\n!!!\n-----END CERTIFICATE-----\n";
        assert!(TlsSettings::empty().with_pem(broken).is_err());
        assert_eq!(TlsSettings::empty().client_config().unwrap_err().kind(), ErrorKind::Config);
    }
}
