//! The modules of this crate stand in layers: who imports whom forms no circle.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The one circle that is left: creating and deleting things calls what single resources do
/// beyond that, and these come back to create and delete.
const LEFT: &[&str] = &["call", "course", "crud", "hooks", "openapi", "paging", "rules", "special"];

/// Collects the modules that the files of each module name.
fn imports(folder: &Path, module: Option<&str>, found: &mut BTreeMap<String, BTreeSet<String>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap();
        let module = module.unwrap_or(stem);
        if matches!(module, "lib" | "tests") || stem == "tests" {
            continue;
        }
        if path.is_dir() {
            imports(&path, Some(module), found);
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        for (_, after) in
            lines.flat_map(|line| line.match_indices("crate::").map(|(at, _)| line.split_at(at + 7)))
        {
            let name: String =
                after.chars().take_while(|letter| letter.is_ascii_lowercase() || *letter == '_').collect();
            if name != module && !name.is_empty() {
                found.entry(module.to_owned()).or_default().insert(name);
            }
        }
    }
}

fn reaches(from: &str, to: &str, imports: &BTreeMap<String, BTreeSet<String>>) -> bool {
    let (mut waiting, mut seen) = (vec![from], BTreeSet::new());
    while let Some(module) = waiting.pop() {
        for next in imports.get(module).into_iter().flatten() {
            if next == to {
                return true;
            }
            if seen.insert(next.as_str()) {
                waiting.push(next);
            }
        }
    }
    false
}

#[test]
fn imports_form_no_circle_but_the_known_one() {
    let mut found = BTreeMap::new();
    imports(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), None, &mut found);
    assert!(found["server"].contains("appliance"), "imports are found");
    let circular = found.keys().map(String::as_str).filter(|module| reaches(module, module, &found));
    let new: Vec<&str> = circular.filter(|module| !LEFT.contains(module)).collect();
    assert!(new.is_empty(), "these modules are part of a circle: {new:?}");
}
