//! Which files an import reads, and which of several versions it takes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::lock;
use crate::source::{Identity, compare_versions};
use crate::workspace;
use crate::yaml::{self, At, Node};

/// A file that was read and recognised.
#[derive(Debug)]
pub(super) struct Input {
    pub(super) path: PathBuf,
    /// What messages call it.
    pub(super) name: String,
    pub(super) node: Node,
    pub(super) identity: Identity,
    pub(super) sha256: String,
}

/// Reads the files at `paths`, and the YAML files of folders among them.
pub(super) fn read(paths: &[PathBuf]) -> Result<Vec<Input>, String> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let below =
                workspace::files_below(path).map_err(|error| format!("{}: {error}", path.display()))?;
            files.extend(below.into_iter().filter(|path| is_yaml(path)));
        } else {
            files.push(path.clone());
        }
    }
    if files.is_empty() {
        return Err("there is no YAML file to import".to_owned());
    }
    let (inputs, faults): (Vec<_>, Vec<_>) = files.iter().map(|path| input(path)).partition(Result::is_ok);
    let faults: Vec<String> = faults.into_iter().filter_map(Result::err).collect();
    if faults.is_empty() { Ok(inputs.into_iter().flatten().collect()) } else { Err(faults.join("\n")) }
}

/// Reads one file.
pub(super) fn input(path: &Path) -> Result<Input, String> {
    let name = path.display().to_string();
    let bytes = fs::read(path).map_err(|error| format!("{name}: {error}"))?;
    let text = std::str::from_utf8(&bytes).map_err(|error| {
        let line = bytes.get(..error.valid_up_to()).unwrap_or_default().split(|byte| *byte == b'\n').count();
        format!("{name}:{line}: this is not UTF-8")
    })?;
    let node = yaml::read(&name, text).map_err(|fault| fault.to_string())?;
    let identity = Identity::of(&At::root(&name, &node)).map_err(|fault| fault.to_string())?;
    Ok(Input { path: path.to_path_buf(), sha256: lock::digest(&bytes), name, node, identity })
}

/// Of each API the latest version, and what was passed over.
pub(super) fn choose(inputs: Vec<Input>) -> Result<(Vec<Input>, Vec<String>), String> {
    let mut chosen: BTreeMap<(String, String), Input> = BTreeMap::new();
    let mut remarks = Vec::new();
    for input in inputs {
        let key = (input.identity.product.clone(), input.identity.api.clone());
        let Some(other) = chosen.remove(&key) else {
            chosen.insert(key, input);
            continue;
        };
        let order = compare_versions(&input.identity.version, &other.identity.version);
        if order.is_eq() && input.sha256 != other.sha256 {
            return Err(format!(
                "{} and {} are both version {} of the same API, yet differ; name the one to take",
                other.name, input.name, input.identity.version
            ));
        }
        let (newer, older) = if order.is_gt() { (input, other) } else { (other, input) };
        remarks.push(format!(
            "{} (version {}) is passed over for {} (version {})",
            older.name, older.identity.version, newer.name, newer.identity.version
        ));
        chosen.insert(key, newer);
    }
    Ok((chosen.into_values().collect(), remarks))
}

fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| {
        extension.eq_ignore_ascii_case("yaml") || extension.eq_ignore_ascii_case("yml")
    })
}
