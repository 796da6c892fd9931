// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d; RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Remote RDP Jump.

/// The remote rdp jump quality.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum RemoteRdpJumpQuality {
    /// `low`.
    Low,
    /// `performance`.
    Performance,
    /// `performance_quality`.
    PerformanceQuality,
    /// `quality`.
    Quality,
    /// `best_performance`.
    BestPerformance,
    /// `lossless`.
    Lossless,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl RemoteRdpJumpQuality {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Low => "low",
            Self::Performance => "performance",
            Self::PerformanceQuality => "performance_quality",
            Self::Quality => "quality",
            Self::BestPerformance => "best_performance",
            Self::Lossless => "lossless",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for RemoteRdpJumpQuality {
    fn from(text: &str) -> Self {
        match text {
            "low" => Self::Low,
            "performance" => Self::Performance,
            "performance_quality" => Self::PerformanceQuality,
            "quality" => Self::Quality,
            "best_performance" => Self::BestPerformance,
            "lossless" => Self::Lossless,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::text_enums! {
    RemoteRdpJumpQuality,
}
