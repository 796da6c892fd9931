//! The settings of a run: the environment, and the file that `--env-file` names.

use std::env::VarError;
use std::path::Path;
use std::time::Duration;

use bt_sra::Product;

use crate::args::Globals;
use crate::env_file::EnvFile;
use crate::failure::{Failure, Result};
use crate::output::note;

/// How long a request may take, waits and repetitions included.
const TIMEOUT: Duration = Duration::from_secs(300);

/// Longer than anybody waits.
const LONGEST: Duration = Duration::from_secs(365 * 24 * 3600);

/// Where settings are looked up: the environment first, then the file.
#[derive(Debug, Default)]
pub(crate) struct Settings {
    file: EnvFile,
    is_traced: bool,
    is_silent: bool,
}

impl Settings {
    /// Reads the environment file, if one is named.
    pub(crate) fn load(globals: &Globals) -> Result<Self> {
        let options = Self { is_traced: globals.trace, is_silent: globals.no_progress, ..Self::default() };
        let Some(path) = &globals.env_file else { return Ok(options) };
        if path.is_empty() {
            return Err(Failure::usage("--env-file names no file"));
        }
        let set = |name| std::env::var_os(name).filter(|value| !value.is_empty());
        let home = set("HOME").or_else(|| set("USERPROFILE"));
        let (file, warning) = EnvFile::read(Path::new(path), home.as_deref().map(Path::new))?;
        if let Some(warning) = warning {
            note(&warning);
        }
        Ok(Self { file, ..options })
    }

    /// Returns whether requests are told.
    pub(crate) fn is_traced(&self) -> bool {
        self.is_traced
    }

    /// Returns whether progress is not to be drawn.
    pub(crate) fn is_silent(&self) -> bool {
        self.is_silent
    }

    /// Returns a variable; an empty one counts as not set.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        match std::env::var(name) {
            Ok(value) if !value.is_empty() => Some(value),
            // The file must not stand in for what was meant to win.
            Err(VarError::NotUnicode(_)) => None,
            _ => self.file.get(name).filter(|value| !value.is_empty()).map(str::to_owned),
        }
    }

    /// Refuses variables of the environment that are no text.
    pub(crate) fn check(names: &[&str]) -> Result<()> {
        let is_text = |name: &&&str| !matches!(std::env::var(name), Err(VarError::NotUnicode(_)));
        match names.iter().find(|name| !is_text(name)) {
            Some(name) => Err(Failure::usage(format!("the variable {name} is not UTF-8 text"))),
            None => Ok(()),
        }
    }

    /// Returns how long a request may take.
    pub(crate) fn timeout(&self) -> Result<Duration> {
        let Some(text) = self.get("BT_TIMEOUT") else { return Ok(TIMEOUT) };
        let span = text.trim().parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        span.filter(|span| !span.is_zero())
            .map(|span| span.min(LONGEST))
            .ok_or_else(|| Failure::usage("BT_TIMEOUT: expected a number of seconds, 300 for example"))
    }

    /// Returns the product that was named, on the command line or in `BT_PRODUCT`.
    pub(crate) fn product(&self, globals: &Globals) -> Result<Option<Product>> {
        if globals.product.is_some() {
            return Ok(globals.product);
        }
        Self::check(&["BT_PRODUCT"])?;
        self.get("BT_PRODUCT")
            .map(|text| text.trim().to_ascii_lowercase().parse())
            .transpose()
            .map_err(|error: bt_sra::Error| Failure::usage(format!("BT_PRODUCT: {error}")))
    }
}
