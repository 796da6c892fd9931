// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d; RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! API Account.

/// The api account perm command.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ApiAccountPermCommand {
    /// `deny`.
    Deny,
    /// `read_only`.
    ReadOnly,
    /// `full_access`.
    FullAccess,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl ApiAccountPermCommand {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Deny => "deny",
            Self::ReadOnly => "read_only",
            Self::FullAccess => "full_access",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ApiAccountPermCommand {
    fn from(text: &str) -> Self {
        match text {
            "deny" => Self::Deny,
            "read_only" => Self::ReadOnly,
            "full_access" => Self::FullAccess,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::text_enums! {
    ApiAccountPermCommand,
}
