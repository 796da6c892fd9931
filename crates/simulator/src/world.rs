//! The whole state of a simulated site: what every rule reads and every operation changes.

use std::path::PathBuf;

use bt_sra_catalog::Catalog;
use bt_sra_core::Product;
use bytes::Bytes;
use serde::{Deserialize, Serialize};

use crate::backup_file::Backup;
use crate::history::History;
use crate::journal::Journal;
use crate::live::Live;
use crate::oauth::Account;
use crate::profile::{Profile, Shapes};
use crate::rng::Rng;
use crate::route::Router;
use crate::store::Store;

/// Where the Configuration API hangs.
pub(crate) const BASE: &str = "/api/config/v1";

/// Settings that can be changed at any time.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Switches {
    /// Whether the rate limits are enforced and told.
    pub(crate) limits: bool,
    /// Whether unknown fields and parameters are refused.
    pub(crate) strict: bool,
    /// In which form the documents of the Command API are written; none is that of the product.
    #[serde(default)]
    pub(crate) profile: Option<Profile>,
    /// How these documents deviate.
    #[serde(default)]
    pub(crate) shapes: Shapes,
    /// How many bytes a recording has at least.
    #[serde(default)]
    pub(crate) recording: u64,
    /// How the Backup API answers.
    #[serde(default)]
    pub(crate) backup: Backup,
}

/// One site of one product.
#[derive(Debug)]
pub(crate) struct Site {
    pub(crate) product: Product,
    pub(crate) catalog: &'static Catalog,
    pub(crate) router: Router,
    pub(crate) store: Store,
    /// What goes on right now.
    pub(crate) live: Live,
    /// What went on before the simulator started.
    pub(crate) history: History,
    /// What was done through the APIs since.
    pub(crate) journal: Journal,
    pub(crate) accounts: Vec<Account>,
    pub(crate) rng: Rng,
    pub(crate) switches: Switches,
    pub(crate) btapi: Option<PathBuf>,
    /// Scheme and host under which others can call the site.
    pub(crate) origin: String,
    pub(crate) tokens_issued: u64,
    pub(crate) refused_for_rate: u64,
    /// The second in which something happens next by itself.
    pub(crate) next_event: i64,
    /// The document at `/openapi.yaml`, once somebody has asked for it.
    pub(crate) openapi: Option<Bytes>,
}
