// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d; RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Jump Client.

use bt_sra_core::SecretString;
use bt_sra_transport::api::wire;
use serde::Deserialize;

/// Jump Client Installer Key Info, as the appliance answers it.
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct JumpClientInstallerKeyInfo {
    /// The encoded info: up to 4096 characters.
    #[serde(rename = "encodedInfo", default, deserialize_with = "wire::secret_or_none")]
    pub encoded_info: Option<SecretString>,
    /// The filename: up to 4096 characters.
    #[serde(default, deserialize_with = "wire::secret_or_none")]
    pub filename: Option<SecretString>,
    /// The installer path: up to 4096 characters.
    #[serde(
        rename = "installerPath",
        default,
        deserialize_with = "wire::secret_or_none"
    )]
    pub installer_path: Option<SecretString>,
}

/// The connection type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ConnectionType {
    /// `active`.
    Active,
    /// `passive`.
    Passive,
    /// `uninstalled`.
    Uninstalled,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl ConnectionType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Active => "active",
            Self::Passive => "passive",
            Self::Uninstalled => "uninstalled",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ConnectionType {
    fn from(text: &str) -> Self {
        match text {
            "active" => Self::Active,
            "passive" => Self::Passive,
            "uninstalled" => Self::Uninstalled,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The jump client install mode.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum JumpClientInstallMode {
    /// `unknown`.
    Unknown,
    /// `user`.
    User,
    /// `service`.
    Service,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl JumpClientInstallMode {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Unknown => "unknown",
            Self::User => "user",
            Self::Service => "service",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for JumpClientInstallMode {
    fn from(text: &str) -> Self {
        match text {
            "unknown" => Self::Unknown,
            "user" => Self::User,
            "service" => Self::Service,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The jump client installer platform.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum JumpClientInstallerPlatform {
    /// `linux-64`.
    Linux64,
    /// `raspberry-pi-32-headless`.
    RaspberryPi32Headless,
    /// `mac-dmg`.
    MacDmg,
    /// `mac-zip`.
    MacZip,
    /// `windows-64-msi`.
    Windows64Msi,
    /// `windows-32-msi`.
    Windows32Msi,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl JumpClientInstallerPlatform {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Linux64 => "linux-64",
            Self::RaspberryPi32Headless => "raspberry-pi-32-headless",
            Self::MacDmg => "mac-dmg",
            Self::MacZip => "mac-zip",
            Self::Windows64Msi => "windows-64-msi",
            Self::Windows32Msi => "windows-32-msi",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for JumpClientInstallerPlatform {
    fn from(text: &str) -> Self {
        match text {
            "linux-64" => Self::Linux64,
            "raspberry-pi-32-headless" => Self::RaspberryPi32Headless,
            "mac-dmg" => Self::MacDmg,
            "mac-zip" => Self::MacZip,
            "windows-64-msi" => Self::Windows64Msi,
            "windows-32-msi" => Self::Windows32Msi,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The jump client unavailable reason.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum JumpClientUnavailableReason {
    /// `none`.
    None,
    /// `disabled`.
    Disabled,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl JumpClientUnavailableReason {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::None => "none",
            Self::Disabled => "disabled",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for JumpClientUnavailableReason {
    fn from(text: &str) -> Self {
        match text {
            "none" => Self::None,
            "disabled" => Self::Disabled,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::text_enums! {
    ConnectionType,
    JumpClientInstallMode,
    JumpClientInstallerPlatform,
    JumpClientUnavailableReason,
}
