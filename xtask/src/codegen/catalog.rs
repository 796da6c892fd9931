//! The tables of `bt-sra-catalog`: every operation and object as static data.
//!
//! Per product there are two kinds of files: `operations/<group>.rs` and `objects/<group>.rs`,
//! where the group is the first step of the path. An object that several groups use stands in
//! `objects/shared.rs`, one that none uses in `objects/unused.rs`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::ir::{Document, Type};

use super::format;

mod name;
mod tables;

use name::{group, ident, operation_name, screaming, snake};
use tables::Tables;

/// Where the tables stand.
pub(super) const FOLDER: &str = "crates/catalog/src/generated";

/// Longer files are split; the limit for generated files is 1500 lines.
const MAX_LINES: usize = 1400;

/// The files of both products, by path, without their first line.
pub(super) fn generate(pra: &Document, rs: &Document) -> Result<Vec<(PathBuf, String)>, String> {
    let mut files = vec![(
        PathBuf::from(format!("{FOLDER}.rs")),
        format(quote! {
            //! The tables of both products.

            mod pra;
            mod rs;

            pub use pra::PRA;
            pub use rs::RS;
        })?,
    )];
    for (document, called) in [(pra, "Privileged Remote Access"), (rs, "Remote Support")] {
        files.extend(product(document, called)?);
    }
    Ok(files)
}

fn product(document: &Document, called: &str) -> Result<Vec<(PathBuf, String)>, String> {
    let name = &document.product;
    let mut tables = Tables::new(document)?;
    let mut files = Vec::new();

    tables.place = quote! { objects:: };
    let mut modules: BTreeMap<String, Vec<Item>> = BTreeMap::new();
    for operation in &document.operations {
        let item = tables.operation(operation)?;
        modules.entry(snake(group(&operation.path))).or_default().push(item);
    }
    let uses = quote! {
        use crate::make::{answer, param};
        use crate::schema::{Body, Integer, List, Method, Operation, Schema, Text};

        use super::super::objects;
    };
    let operations = split(modules, |items| file(name, "operations", items, &uses))?;
    let order: Vec<TokenStream> = document
        .operations
        .iter()
        .map(|operation| {
            let constant = ident(&operation_name(operation));
            quote! { operations::#constant }
        })
        .collect();
    files.push(index(name, "operations", &operations)?);
    files.extend(texts(name, "operations", operations));

    tables.place = TokenStream::new();
    let mut modules: BTreeMap<String, Vec<Item>> = BTreeMap::new();
    for (type_name, made) in &document.types {
        if let Some(item) = tables.item(type_name, made)? {
            modules.entry(tables.module(type_name)).or_default().push(item);
        }
    }
    let uses = quote! {
        use crate::make::field;
        use crate::schema::{Integer, List, Literal, Object, Schema, Text};
    };
    let objects = split(modules, |items| {
        let own: BTreeSet<&str> = items.iter().map(|item| item.name.as_str()).collect();
        let others = tables.constants().filter(|name| !own.contains(name.as_str())).map(|name| ident(&name));
        let mut uses = uses.clone();
        uses.extend(quote! { use super::super::objects::{#(#others),*}; });
        file(name, "objects", items, &uses)
    })?;
    let names: Vec<TokenStream> = document
        .types
        .iter()
        .filter(|(_, made)| matches!(made, Type::Object { .. }))
        .map(|(name, _)| {
            let name = ident(&screaming(name));
            quote! { &objects::#name }
        })
        .collect();
    let objects = hide(objects, document, &files);
    files.push(index(name, "objects", &objects)?);
    files.extend(texts(name, "objects", objects));

    let catalog = ident(&name.to_uppercase());
    let version = &document.version;
    let (count, doc) = (order.len(), format!(" The Configuration API of {called}, version {version}."));
    let module_doc = format!(" The tables of {called}.");
    files.push((
        PathBuf::from(format!("{FOLDER}/{name}.rs")),
        format(quote! {
            #![doc = #module_doc]

            use crate::Catalog;
            use crate::schema::{Object, Operation};

            mod objects;
            mod operations;

            #[doc = #doc]
            pub static #catalog: Catalog = Catalog { version: #version, operations: &OPERATIONS, objects: OBJECTS };

            static OPERATIONS: [Operation; #count] = [#(#order),*];

            static OBJECTS: &[&Object] = &[#(#names),*];
        })?,
    ));
    Ok(files)
}

/// Takes the unions that only their own module uses out of what the module shows.
fn hide(modules: Vec<Module>, document: &Document, files: &[(PathBuf, String)]) -> Vec<Module> {
    let is_union = |made: &Type| matches!(made, Type::Union { .. });
    let types = document.types.iter();
    let unions: BTreeSet<String> =
        types.filter(|(_, made)| is_union(made)).map(|(name, _)| screaming(name)).collect();
    let outside: BTreeSet<&str> = files.iter().flat_map(|(_, text)| words(text)).collect();
    let mut users: BTreeMap<&str, usize> = BTreeMap::new();
    for module in &modules {
        for word in words(&module.text).collect::<BTreeSet<_>>() {
            let count = users.entry(word).or_default();
            *count = count.saturating_add(1);
        }
    }
    let is_shown = |name: &String| {
        !unions.contains(name)
            || outside.contains(name.as_str())
            || users.get(name.as_str()).is_some_and(|count| *count > 1)
    };
    let shown: Vec<Vec<String>> = modules
        .iter()
        .map(|module| module.items.iter().filter(|name| is_shown(name)).cloned().collect())
        .collect();
    modules.into_iter().zip(shown).map(|(module, items)| Module { items, ..module }).collect()
}

/// One constant of a module.
struct Item {
    name: String,
    tokens: TokenStream,
}

/// A module: its name, its constants, its text.
struct Module {
    name: String,
    items: Vec<String>,
    text: String,
}

/// Makes modules of the groups, several of a group whose text would be too long.
fn split(
    groups: BTreeMap<String, Vec<Item>>,
    render: impl Fn(&[Item]) -> Result<String, String>,
) -> Result<Vec<Module>, String> {
    let mut modules = Vec::new();
    for (name, items) in groups {
        let lines = render(&items)?.lines().count();
        let parts = lines.div_ceil(MAX_LINES);
        let size = items.len().div_ceil(parts.max(1)).max(1);
        for (index, part) in items.chunks(size).enumerate() {
            let name = if parts > 1 { format!("{name}_{}", index.saturating_add(1)) } else { name.clone() };
            let text = render(part)?;
            modules.push(Module { name, items: part.iter().map(|item| item.name.clone()).collect(), text });
        }
    }
    Ok(modules)
}

/// The text of a module, with the imports it needs.
fn file(product: &str, kind: &str, items: &[Item], uses: &TokenStream) -> Result<String, String> {
    let bodies = items.iter().map(|item| &item.tokens);
    let doc = format!(
        " {} of {}.",
        if kind == "objects" { "Objects" } else { "Operations" },
        product.to_uppercase()
    );
    let body = format(quote! { #(#bodies)* })?;
    let uses = needed(&format(uses.clone())?, &body);
    Ok(format!("//!{doc}\n\n{uses}\n{body}"))
}

/// Of the imports in `uses`, those that `body` names.
fn needed(uses: &str, body: &str) -> String {
    let names: BTreeSet<&str> = words(body).collect();
    let mut kept = String::new();
    for import in uses.split(';').map(|import| import.split_whitespace().collect::<Vec<_>>().join(" ")) {
        let Some((path, list)) = import.rsplit_once("::") else { continue };
        let list = list.trim_matches(['{', '}', ' ', ',']).split(',').map(str::trim);
        let list: Vec<&str> = list.filter(|name| names.contains(name)).collect();
        match list.as_slice() {
            [] => {}
            [one] => kept.push_str(&format!("{path}::{one};\n")),
            _ => kept.push_str(&format!("{path}::{{{}}};\n", list.join(", "))),
        }
    }
    kept
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
}

/// The module above `modules`, which names all of their constants.
fn index(product: &str, kind: &str, modules: &[Module]) -> Result<(PathBuf, String), String> {
    let doc = format!(
        " {} of {}, by group.",
        if kind == "objects" { "Objects" } else { "Operations" },
        product.to_uppercase()
    );
    let names: Vec<Ident> = modules.iter().map(|module| ident(&module.name)).collect();
    let reexports = modules.iter().map(|module| {
        let name = ident(&module.name);
        let items = module.items.iter().map(|item| ident(item));
        quote! { pub(super) use #name::{#(#items),*}; }
    });
    let text = format(quote! {
        #![doc = #doc]

        #(mod #names;)*

        #(#reexports)*
    })?;
    Ok((PathBuf::from(format!("{FOLDER}/{product}/{kind}.rs")), text))
}

fn texts(product: &str, kind: &str, modules: Vec<Module>) -> impl Iterator<Item = (PathBuf, String)> {
    modules.into_iter().map(move |module| {
        (PathBuf::from(format!("{FOLDER}/{product}/{kind}/{}.rs", module.name)), module.text)
    })
}
