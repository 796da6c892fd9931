//! `spec fetch`: gets OpenAPI files and puts them into a folder once they are understood.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;

use crate::import;
use crate::workspace;

use super::inputs::{self, Input};

/// Where files come from, and where they go.
#[derive(Args, Debug)]
pub(crate) struct Fetch {
    /// The appliance to download from, with the credentials that `btapi` finds.
    #[arg(long, value_name = "HOST", required_unless_present = "from", conflicts_with = "from")]
    site: Option<String>,
    /// Files, or folders of them, to take instead.
    #[arg(long, num_args = 1.., value_name = "FILE|DIR")]
    from: Vec<PathBuf>,
    /// The folder to put them into; `spec import --from` reads it.
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
    /// The program to download with.
    #[arg(long, value_name = "PATH", default_value = "btapi")]
    btapi: PathBuf,
}

impl Fetch {
    /// Returns the files that were placed.
    pub(crate) fn run(&self) -> Result<Vec<PathBuf>, String> {
        fs::create_dir_all(&self.to).map_err(|error| format!("{}: {error}", self.to.display()))?;
        let Some(site) = &self.site else { return place(inputs::read(&self.from)?, &self.to) };
        let folder = self.to.join(format!(".fetch-{}", std::process::id()));
        fs::create_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let placed = download(&self.btapi, site, &folder).and_then(|file| {
            let input = inputs::input(&file)?;
            place(vec![input], &self.to)
        });
        fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        placed
    }
}

/// Runs `btapi` in `folder` and returns the file it wrote there.
fn download(btapi: &Path, site: &str, folder: &Path) -> Result<PathBuf, String> {
    // A relative path would be looked up in the folder that the program is run in.
    let program = if btapi.components().count() > 1 {
        fs::canonicalize(btapi).map_err(|error| format!("{}: {error}", btapi.display()))?
    } else {
        btapi.to_path_buf()
    };
    let output = Command::new(&program)
        .args(["download", "openapi.yaml"])
        .env("BT_API_HOST", site)
        .current_dir(folder)
        .output()
        .map_err(|error| format!("{}: {error}; `cargo build` makes it", program.display()))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{} failed ({}): {}", program.display(), output.status, said.trim()));
    }
    let files = workspace::files_below(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    match files.as_slice() {
        [file] => Ok(file.clone()),
        _ => Err(format!("{} left {} files where one is expected", program.display(), files.len())),
    }
}

/// Copies what can be imported, under names that tell what it is.
fn place(inputs: Vec<Input>, folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut ready = Vec::new();
    for Input { path: source, name, node, identity, .. } in inputs {
        import::import(&name, node).map_err(|fault| fault.to_string())?;
        // The version is a text of the file's own choice.
        let version = identity.version.replace(|c: char| !c.is_ascii_alphanumeric() && c != '.', "_");
        let path = folder.join(format!("{}-{}-{version}.openapi.yaml", identity.product, identity.api));
        let bytes = fs::read(&source).map_err(|error| format!("{name}: {error}"))?;
        ready.push((path, bytes));
    }
    for (path, bytes) in &ready {
        let beside = path.with_extension("new");
        fs::write(&beside, bytes).map_err(|error| format!("{}: {error}", beside.display()))?;
        fs::rename(&beside, path).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(ready.into_iter().map(|(path, _)| path).collect())
}
