//! The typed APIs: what `src/generated` and the like hold in the crate of each.
//!
//! For each product the whole code is made as a list of pieces; a piece that is the same in both,
//! and uses only pieces that are, stands once in `common`. Users see `pra` and `rs` only.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;

use crate::ir::{Document, Type};

use super::Files;
use envelope::Opened;
use item::{Item, files, format};
use model::{Model, Way};
pub(super) use target::{COMMAND_V2, CONFIGURATION, REPORTING_V2, Target};

mod choices;
mod conveniences;
mod enums;
mod envelope;
mod every;
mod handles;
mod ids;
mod item;
mod kind;
mod model;
mod names;
mod overrides;
mod requests;
mod target;
#[cfg(test)]
mod tests;
mod tree;
mod types;

/// The group of what several groups use.
const SHARED: &str = "shared";

/// The files of one target, by path, without their first line: of one product, or of both.
pub(super) fn generate(target: &'static Target, documents: &[Document]) -> Result<Files, String> {
    let documents: Vec<Opened> =
        documents.iter().map(|document| Opened::new(target, document)).collect::<Result<_, _>>()?;
    let models: Vec<Model<'_>> =
        documents.iter().map(|opened| Model::new(target, opened)).collect::<Result<_, _>>()?;
    let items: Vec<Vec<Item>> = models.iter().map(items).collect::<Result<_, _>>()?;
    let common = match items.as_slice() {
        [one, other] => common(one, other),
        _ => BTreeSet::new(),
    };
    let mut made = BTreeMap::new();
    let mut root = "//! Generated code: the API of each product, and what they share.\n".to_owned();
    if !common.is_empty() {
        let all = items.first().map(Vec::as_slice).unwrap_or_default();
        let shared: Vec<Item> =
            all.iter().filter(|item| common.contains(item.name.as_str())).cloned().collect();
        made.extend(module(
            target,
            "common",
            "What is the same in both products.",
            &shared,
            &BTreeSet::new(),
        )?);
        root.push_str("mod common;\n");
    }
    for (document, all) in documents.iter().map(|opened| &opened.document).zip(&items) {
        let own: Vec<Item> =
            all.iter().filter(|item| !common.contains(item.name.as_str())).cloned().collect();
        let name = &document.product;
        let product = handles::product(document);
        let doc = format!("The {} of {product}. Start with [`{}`].", target.title, target.handle);
        made.extend(module(target, name, &doc, &own, &common)?);
        let _ = writeln!(root, "#[cfg(feature = {name:?})]\npub mod {name};");
    }
    made.insert(format!("{}.rs", target.folder), format(&root)?);
    made.extend(if target.is_managed { every::files(&models)? } else { requests::files(&models)? });
    Ok(made.into_iter().map(|(path, text)| (PathBuf::from(path), text)).collect())
}

/// The names of pieces that are the same in both products, with all that they use.
fn common<'i>(pra: &'i [Item], rs: &[Item]) -> BTreeSet<&'i str> {
    let others: BTreeMap<&str, &Item> = rs.iter().map(|item| (item.name.as_str(), item)).collect();
    let names: BTreeSet<&str> = pra.iter().map(|item| item.name.as_str()).collect();
    let alike = |item: &&Item| {
        others.get(item.name.as_str()).is_some_and(|other| {
            other.text == item.text && (&other.macros, &other.handed) == (&item.macros, &item.handed)
        })
    };
    let mut common: BTreeSet<&str> = pra.iter().filter(alike).map(|item| item.name.as_str()).collect();
    loop {
        let uses_own =
            |item: &&Item| item.words().iter().any(|word| names.contains(word) && !common.contains(word));
        let out: Vec<&str> = pra
            .iter()
            .filter(|item| common.contains(item.name.as_str()))
            .filter(uses_own)
            .map(|item| item.name.as_str())
            .collect();
        if out.is_empty() {
            return common;
        }
        out.iter().for_each(|name| {
            common.remove(name);
        });
    }
}

/// The files of one module.
fn module(
    target: &Target,
    name: &str,
    doc: &str,
    own: &[Item],
    common: &BTreeSet<&str>,
) -> Result<Vec<(String, String)>, String> {
    let siblings: BTreeSet<&str> =
        own.iter().map(|item| item.name.as_str()).chain(common.iter().copied()).collect();
    let parts = files(own, &siblings)?;
    let mut root = format!("//! {doc}\n");
    parts.keys().for_each(|part| {
        let _ = writeln!(root, "mod {part};");
    });
    for (part, (_, names)) in &parts {
        let _ = writeln!(root, "pub use self::{part}::{{{}}};", names.join(", "));
    }
    if !common.is_empty() {
        let names: Vec<&str> = common.iter().copied().collect();
        let _ = writeln!(root, "pub use super::common::{{{}}};", names.join(", "));
    }
    if name != "common" && !target.text_ids.is_empty() {
        let names: Vec<&str> = target.text_ids.iter().map(|(_, name)| *name).collect();
        let _ = writeln!(root, "pub use bt_sra_xml_model::{{{}}};", names.join(", "));
    }
    let mut made = vec![(format!("{}/{name}.rs", target.folder), format(&root)?)];
    made.extend(
        parts.into_iter().map(|(part, (text, _))| (format!("{}/{name}/{part}.rs", target.folder), text)),
    );
    Ok(made)
}

/// All pieces of one product.
fn items(model: &Model<'_>) -> Result<Vec<Item>, String> {
    let mut items = Vec::new();
    for handle in &model.handles {
        let group =
            handle.nouns.first().map_or_else(|| names::snake(model.target.handle), |noun| names::snake(noun));
        let made = if handle.nouns.is_empty() {
            handles::root(model, handle)?
        } else {
            handles::handle(model, handle)?
        };
        let lists = handles::lists(model, handle)?;
        items.extend(std::iter::once(made).chain(lists).map(|item| Item { group: group.clone(), ..item }));
    }
    items.extend(types_of(model));
    items.extend(choices::pairs(model));
    items.extend(model.enums.values.iter().map(|(name, values)| choices::known(name, values)));
    items.extend(model.ids.all().map(|(name, noun)| choices::id(&name, &noun)));
    let items = reachable(items);
    let mut taken = BTreeSet::new();
    if let Some(twice) = items.iter().find(|item| !taken.insert(&item.name)) {
        return Err(format!("two things are called `{}`; see overrides.rs", twice.name));
    }
    Ok(grouped(items))
}

fn types_of(model: &Model<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    let roles = &model.roles;
    for (schema, made) in &model.document.types {
        let goes = |way: Way| match way {
            Way::Answered => roles.answered.contains(schema),
            Way::Sent => roles.sent.contains(schema) && model.pair_object(schema).is_none(),
            Way::Patched => roles.patched.contains(schema),
        };
        let is_value = roles.values.contains(schema);
        match made {
            Type::Object { fields } if is_value => items.push(types::value(model, schema, fields)),
            Type::Object { fields } => {
                if goes(Way::Answered) {
                    items.push(types::answered(model, schema, fields));
                }
                for way in [Way::Sent, Way::Patched].into_iter().filter(|way| goes(*way)) {
                    items.push(types::sent(model, schema, fields, way));
                }
            }
            Type::Union { members } => {
                if goes(Way::Answered) && model.widest_union(schema) == schema {
                    items.push(choices::answered(model, schema, members));
                }
                for way in [Way::Sent, Way::Patched].into_iter().filter(|way| goes(*way) && !is_value) {
                    items.push(choices::sent(model, schema, members, way));
                }
            }
            Type::Alias { .. } => {}
        }
    }
    items
}

/// Leaves out what nothing leads to.
fn reachable(items: Vec<Item>) -> Vec<Item> {
    let by_name: BTreeMap<&str, &Item> = items.iter().map(|item| (item.name.as_str(), item)).collect();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut open: Vec<&Item> = items.iter().filter(|item| !item.group.is_empty()).collect();
    while let Some(item) = open.pop() {
        if seen.insert(item.name.clone()) {
            open.extend(item.words().iter().filter_map(|word| by_name.get(word)));
        }
    }
    items.into_iter().filter(|item| seen.contains(&item.name)).collect()
}

/// Gives every piece the group that alone uses it, or whose name it bears, or the shared one.
fn grouped(mut items: Vec<Item>) -> Vec<Item> {
    let free = items.iter().filter(|item| item.group.is_empty());
    let names: BTreeSet<String> = free.map(|item| item.name.clone()).collect();
    let mut groups: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for item in items.iter().filter(|item| !item.group.is_empty()) {
        groups.entry(item.name.clone()).or_default().insert(item.group.clone());
    }
    loop {
        let before: usize = groups.values().map(BTreeSet::len).sum();
        for item in &items {
            let own = groups.get(&item.name).cloned().unwrap_or_default();
            for word in item.words().into_iter().filter(|word| names.contains(*word)) {
                groups.entry(word.to_owned()).or_default().extend(own.iter().cloned());
            }
        }
        if groups.values().map(BTreeSet::len).sum::<usize>() == before {
            break;
        }
    }
    for item in items.iter_mut().filter(|item| item.group.is_empty()) {
        let name = names::snake(&item.name);
        let name = name.strip_prefix("new_").unwrap_or(&name);
        let users = groups.remove(&item.name).unwrap_or_default();
        let bearer =
            users.iter().filter(|group| name.starts_with(group.as_str())).max_by_key(|group| group.len());
        item.group = match (bearer, users.len()) {
            _ if item.macros == Some(item::Macro::Ids) => "ids".to_owned(),
            (Some(group), _) => group.clone(),
            (None, 1) => users.into_iter().next().unwrap_or_default(),
            (None, _) => SHARED.to_owned(),
        };
    }
    items.sort_by(|left, right| left.group.cmp(&right.group));
    items
}
