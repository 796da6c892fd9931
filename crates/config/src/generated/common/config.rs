// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d; RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Config.

/// The cli platform.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum CliPlatform {
    /// `linux`.
    Linux,
    /// `win32`.
    Win32,
    /// `macos`.
    Macos,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl CliPlatform {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Linux => "linux",
            Self::Win32 => "win32",
            Self::Macos => "macos",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for CliPlatform {
    fn from(text: &str) -> Self {
        match text {
            "linux" => Self::Linux,
            "win32" => Self::Win32,
            "macos" => Self::Macos,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::text_enums! {
    CliPlatform,
}
