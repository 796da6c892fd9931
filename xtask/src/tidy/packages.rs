//! Folders, arrows and bans, from `cargo metadata`.

use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use super::Problem;

/// What a crate of ours may use of ours; anything else changes the architecture.
const ARROWS: [(&str, &[&str]); 16] = [
    ("bt-sra-auth", &["core", "transport"]),
    ("bt-sra-backup", &["core", "transport"]),
    ("bt-sra-catalog", &["core"]),
    ("bt-sra-command", &["core", "transport", "xml-model"]),
    ("bt-sra-config", &["core", "transport"]),
    ("bt-sra-core", &[]),
    ("bt-sra-reporting", &["core", "transport", "xml-model"]),
    ("bt-sra-scripting", &["core"]),
    ("bt-sra-simulator", &["catalog", "core"]),
    ("bt-sra-store", &["auth", "core", "transport"]),
    ("bt-sra-transport", &["core"]),
    ("bt-sra-webhook", &["core", "transport"]),
    ("bt-sra-xml-model", &["core"]),
    (
        "bt-sra",
        &[
            "auth",
            "backup",
            "command",
            "config",
            "core",
            "reporting",
            "scripting",
            "store",
            "transport",
            "webhook",
            "xml-model",
        ],
    ),
    ("bt-sra-cli", &["bt-sra", "catalog", "core", "simulator"]),
    ("xtask", &[]),
];

/// Whose tests keep to the arrows too: the simulator shares no code with what it tests.
const STRICT: [&str; 2] = ["bt-sra-simulator", "xtask"];

/// What only some crates may name.
const BANS: [(&str, &[&str]); 8] = [
    ("axum", &["simulator", "webhook"]),
    ("fred", &["store"]),
    ("hyper", &["simulator", "transport"]),
    ("hyper-rustls", &["simulator", "transport"]),
    ("hyper-util", &["simulator", "transport"]),
    ("redis", &["store"]),
    ("reqwest", &[]),
    ("roxmltree", &["xml-model"]),
];

/// A member of the workspace.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Package {
    name: String,
    manifest_path: PathBuf,
    dependencies: Vec<Dependency>,
    #[serde(skip)]
    folder: PathBuf,
}

#[derive(Clone, Debug, Deserialize)]
struct Dependency {
    name: String,
    /// None for normal ones, else `dev` or `build`.
    kind: Option<String>,
}

/// Asks cargo for the members of the workspace.
pub(super) fn read(root: &Path) -> Result<Vec<Package>, String> {
    #[derive(Deserialize)]
    struct Metadata {
        packages: Vec<Package>,
    }
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--no-deps"])
        .current_dir(root)
        .output()
        .map_err(|error| format!("cargo metadata: {error}"))?;
    if !output.status.success() {
        return Err(format!("cargo metadata: {}", String::from_utf8_lossy(&output.stderr).trim()));
    }
    let metadata: Metadata =
        serde_json::from_slice(&output.stdout).map_err(|error| format!("cargo metadata: {error}"))?;
    let mut packages = metadata.packages;
    for package in &mut packages {
        let folder = package.manifest_path.parent().unwrap_or(root);
        package.folder = folder.strip_prefix(root).unwrap_or(folder).to_path_buf();
    }
    Ok(packages)
}

/// Checks all rules about packages.
pub(super) fn check(packages: &[Package]) -> Vec<Problem> {
    let arrows: BTreeMap<&str, &[&str]> = ARROWS.into_iter().collect();
    packages
        .iter()
        .flat_map(|package| {
            let manifest = package.folder.join("Cargo.toml");
            let mut messages = folder(package);
            messages.extend(arrows_of(package, &arrows));
            messages.extend(bans(package));
            messages.into_iter().map(move |message| Problem::new(&manifest, 0, message))
        })
        .collect()
}

fn folder(package: &Package) -> Vec<String> {
    let expected = match package.name.as_str() {
        "xtask" => PathBuf::from("xtask"),
        name => Path::new("crates").join(short(name)),
    };
    if package.folder == expected {
        return Vec::new();
    }
    vec![format!("`{}` belongs into the folder {}", package.name, expected.display())]
}

fn arrows_of(package: &Package, arrows: &BTreeMap<&str, &[&str]>) -> Vec<String> {
    let Some(allowed) = arrows.get(package.name.as_str()) else {
        return vec![format!("`{}` has no arrows; add it to the table of tidy and say why", package.name)];
    };
    let is_ours = |name: &str| name == "xtask" || name == "bt-sra" || name.starts_with("bt-sra-");
    let is_strict = STRICT.contains(&package.name.as_str());
    let mut messages = Vec::new();
    for dependency in package.dependencies.iter().filter(|dependency| is_ours(&dependency.name)) {
        let name = dependency.name.as_str();
        let is_program = matches!(name, "xtask" | "bt-sra-cli");
        // Tests may reach further than the code they test.
        let is_test = dependency.kind.as_deref() == Some("dev") && !is_strict && !is_program;
        if !is_test && !allowed.contains(&short(name)) {
            messages.push(format!("`{}` must not use `{name}`", package.name));
        }
    }
    messages
}

fn bans(package: &Package) -> Vec<String> {
    let mut messages = Vec::new();
    for dependency in &package.dependencies {
        let ban = BANS.iter().find(|(name, _)| *name == dependency.name);
        if let Some((name, allowed)) = ban
            && dependency.kind.as_deref() != Some("dev")
            && !allowed.contains(&short(&package.name))
        {
            let allowed = if allowed.is_empty() { "no crate".to_owned() } else { allowed.join(" and ") };
            messages.push(format!("`{name}` is for {allowed} only, not for `{}`", package.name));
        }
    }
    messages
}

fn short(name: &str) -> &str {
    name.strip_prefix("bt-sra-").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, folder: &str, dependencies: &[(&str, Option<&str>)]) -> Package {
        let dependencies = dependencies.iter();
        Package {
            name: name.to_owned(),
            manifest_path: PathBuf::new(),
            dependencies: dependencies
                .map(|(name, kind)| Dependency { name: (*name).to_owned(), kind: kind.map(str::to_owned) })
                .collect(),
            folder: PathBuf::from(folder),
        }
    }

    #[track_caller]
    fn found(package: Package, expected: &[&str]) {
        let messages: Vec<String> = check(&[package]).into_iter().map(|problem| problem.message).collect();
        assert_eq!(messages, expected);
    }

    #[test]
    fn folder_that_is_called_otherwise_is_found() {
        found(package("bt-sra-core", "crates/core", &[]), &[]);
        found(
            package("bt-sra-core", "crates/base", &[]),
            &["`bt-sra-core` belongs into the folder crates/core"],
        );
    }

    #[test]
    fn arrow_that_is_not_permitted_is_found() {
        found(package("bt-sra-config", "crates/config", &[("bt-sra-transport", None), ("serde", None)]), &[]);
        found(
            package("bt-sra-config", "crates/config", &[("bt-sra-auth", None)]),
            &["`bt-sra-config` must not use `bt-sra-auth`"],
        );
    }

    #[test]
    fn package_without_arrows_is_found() {
        let message = "`bt-sra-new` has no arrows; add it to the table of tidy and say why";
        found(package("bt-sra-new", "crates/new", &[]), &[message]);
    }

    #[test]
    fn tests_reach_further_except_those_of_the_simulator() {
        found(package("bt-sra-config", "crates/config", &[("bt-sra-simulator", Some("dev"))]), &[]);
        let config = ("bt-sra-config", Some("dev"));
        found(
            package("bt-sra-simulator", "crates/simulator", &[config]),
            &["`bt-sra-simulator` must not use `bt-sra-config`"],
        );
        found(
            package("bt-sra-core", "crates/core", &[("bt-sra-cli", Some("dev"))]),
            &["`bt-sra-core` must not use `bt-sra-cli`"],
        );
    }

    #[test]
    fn dependency_of_another_crate_is_found() {
        found(package("bt-sra-transport", "crates/transport", &[("hyper", None)]), &[]);
        found(
            package("bt-sra-config", "crates/config", &[("hyper", None), ("roxmltree", None)]),
            &[
                "`hyper` is for simulator and transport only, not for `bt-sra-config`",
                "`roxmltree` is for xml-model only, not for `bt-sra-config`",
            ],
        );
        found(
            package("bt-sra", "crates/bt-sra", &[("reqwest", None)]),
            &["`reqwest` is for no crate only, not for `bt-sra`"],
        );
    }
}
