//! Bodies that are no events. They are kept, and the appliance is told that all is well: otherwise
//! it would send them again and again, and nothing else.

use std::net::IpAddr;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bt_sra_core::{Result, Timestamp};
use serde::Serialize;

use super::durable::Log;
use crate::Fields;

/// How the line of a dead letter begins.
const BEGINNING: &str = "{\"dead\":";

/// The file of the dead letters.
#[derive(Debug)]
pub(super) struct DeadLetters(Log);

/// A body that is no event.
#[derive(Debug, Serialize)]
pub(super) struct DeadLetter<'a> {
    /// Why it is none.
    #[serde(rename = "dead")]
    pub(super) why: &'a str,
    pub(super) from: IpAddr,
    pub(super) received: Timestamp,
    pub(super) content_type: Option<&'a str>,
    pub(super) query: &'a Fields,
    /// How long it was; of a longer one the beginning is kept.
    pub(super) size: u64,
    #[serde(skip)]
    pub(super) body: &'a [u8],
}

impl DeadLetters {
    pub(super) fn open(path: &Path) -> Result<Self> {
        Log::open(path, BEGINNING).map(Self)
    }

    pub(super) async fn keep(&self, letter: &DeadLetter<'_>) -> Result<()> {
        #[derive(Serialize)]
        #[serde(rename_all = "snake_case")]
        enum Body<'a> {
            Body(&'a str),
            BodyBase64(String),
        }
        #[derive(Serialize)]
        struct Line<'a> {
            #[serde(flatten)]
            letter: &'a DeadLetter<'a>,
            #[serde(flatten)]
            body: Body<'a>,
        }
        let body = std::str::from_utf8(letter.body)
            .map_or_else(|_| Body::BodyBase64(STANDARD.encode(letter.body)), Body::Body);
        // Texts and numbers: nothing that could not be written.
        self.0.append(serde_json::to_string(&Line { letter, body }).unwrap_or_default()).await
    }
}
