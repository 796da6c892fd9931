//! The settings of a run: the environment, and the file that `--env-file` names.

use std::path::Path;

use bt_sra::Product;

use crate::args::Globals;
use crate::env_file::EnvFile;
use crate::failure::{Failure, Result};
use crate::output::note;

/// Where settings are looked up: the environment first, then the file.
#[derive(Debug, Default)]
pub(crate) struct Settings {
    file: EnvFile,
}

impl Settings {
    /// Reads the environment file, if one is named.
    pub(crate) fn load(globals: &Globals) -> Result<Self> {
        let Some(path) = &globals.env_file else { return Ok(Self::default()) };
        let home = environment("HOME").or_else(|| environment("USERPROFILE"));
        let (file, warning) = EnvFile::read(Path::new(path), home.as_deref())?;
        if let Some(warning) = warning {
            note(&warning);
        }
        Ok(Self { file })
    }

    /// Returns a variable; an empty one counts as not set.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        environment(name).or_else(|| self.file.get(name).filter(|value| !value.is_empty()).map(str::to_owned))
    }

    /// Returns the product that was named, on the command line or in `BT_PRODUCT`.
    pub(crate) fn product(&self, globals: &Globals) -> Result<Option<Product>> {
        if globals.product.is_some() {
            return Ok(globals.product);
        }
        self.get("BT_PRODUCT")
            .map(|text| text.trim().to_ascii_lowercase().parse())
            .transpose()
            .map_err(|error: bt_sra::Error| Failure::usage(format!("BT_PRODUCT: {error}")))
    }
}

fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
