//! `spec/lock.json`: which file each set of facts came from.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::workspace;

/// The name of the lock in `spec/`.
pub(crate) const LOCK: &str = "lock.json";

/// The sources of all facts, by product and API.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub(crate) struct Lock {
    pub(crate) sources: Vec<Source>,
}

/// One source.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub(crate) struct Source {
    pub(crate) product: String,
    pub(crate) api: String,
    pub(crate) version: String,
    /// In lower-case hex.
    pub(crate) sha256: String,
}

impl Lock {
    /// Reads the lock of the workspace at `root`.
    pub(crate) fn read(root: &Path) -> Result<Self, String> {
        let path = workspace::spec(root).join(LOCK);
        let text = fs::read_to_string(&path)
            .map_err(|error| format!("{}: {error}; `cargo xtask spec import` writes it", path.display()))?;
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// The source of one API.
    pub(crate) fn source(&self, product: &str, api: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.product == product && source.api == api)
    }

    /// Puts `source` in the place of the one before it, in the order of product and API.
    pub(crate) fn put(&mut self, source: Source) {
        self.sources.retain(|before| (&before.product, &before.api) != (&source.product, &source.api));
        self.sources.push(source);
        self.sources.sort_by(|left, right| (&left.product, &left.api).cmp(&(&right.product, &right.api)));
    }
}

/// The digest of a source, in lower-case hex.
pub(crate) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
