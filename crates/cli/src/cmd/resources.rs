//! `btapi resources [WORD]`

use std::collections::BTreeMap;

use bt_sra::Product;
use bt_sra_catalog::{Method, Operation, Schema};
use serde_json::value::to_raw_value;
use serde_json::{Value, json};

use crate::args::{Format, Globals};
use crate::failure::{Exit, Failure, Result};
use crate::output::{self, Plan};
use crate::shape::Shape;
use crate::vocabulary::{Vocabulary, answers_list, ends_in_parameter};

/// What can be done, in the order in which it is shown.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Verb {
    List,
    Get,
    Add,
    Update,
    Delete,
    Post,
    Download,
    Api,
}

impl Verb {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Get => "get",
            Self::Add => "add",
            Self::Update => "update",
            Self::Delete => "delete",
            Self::Post => "post",
            Self::Download => "download",
            Self::Api => "api",
        }
    }
}

/// Prints the paths that are known, what can be done with each, and which product has it.
pub(crate) fn run(globals: &Globals, vocabulary: &Vocabulary, word: Option<&str>) -> Result<()> {
    let mut resources = collect(vocabulary);
    if let Some(word) = word {
        resources.retain(|path, _| path.contains(word));
        if resources.is_empty() {
            return Err(Failure::new(Exit::NotFound, format!("no resource has `{word}` in its path")));
        }
    }
    let rows = resources.into_iter().map(|(path, entries)| row(&path, &entries));
    let plan = Plan::new(globals, Format::Table, Shape::UNKNOWN)?;
    if plan.format() == Format::Table && plan.is_default() || plan.is_raw() {
        let mut out = String::new();
        table(rows, &mut out);
        return output::write(out.as_bytes());
    }
    let rows: Vec<Value> = rows.collect();
    let rows = to_raw_value(&rows).map_err(|error| Failure::new(Exit::Other, error.to_string()))?;
    plan.value(&rows)
}

type Entries = BTreeMap<(Verb, &'static str), ()>;

fn collect(vocabulary: &Vocabulary) -> BTreeMap<String, Entries> {
    let lists: Vec<&str> = vocabulary
        .operations()
        .filter(|(_, operation)| operation.method == Method::Get && answers_list(operation))
        .map(|(_, operation)| operation.path)
        .collect();
    let mut resources: BTreeMap<String, Entries> = BTreeMap::new();
    for (product, operation) in vocabulary.operations() {
        let (path, verb) = place(operation, &lists);
        resources.entry(path.to_owned()).or_default().insert((verb, product.as_str()), ());
    }
    resources
}

/// Returns where an operation belongs: `/x/{id}` stands with the collection `x`.
fn place(operation: &'static Operation, lists: &[&str]) -> (&'static str, Verb) {
    let path = operation.path.trim_start_matches('/');
    let collection = match path.rsplit_once('/') {
        Some((collection, _)) if ends_in_parameter(operation.path) => Some(collection),
        _ => None,
    };
    match operation.method {
        Method::Get if is_file(operation) => (path, Verb::Download),
        Method::Get if answers_list(operation) => (path, Verb::List),
        Method::Get => (collection.unwrap_or(path), Verb::Get),
        Method::Post if lists.contains(&operation.path) => (path, Verb::Add),
        Method::Post => (path, Verb::Post),
        Method::Patch => (collection.unwrap_or(path), Verb::Update),
        // `delete` never reads standard input.
        Method::Delete if operation.body.is_some() => (path, Verb::Api),
        Method::Delete => (collection.unwrap_or(path), Verb::Delete),
    }
}

/// Returns which command carries out an operation.
pub(crate) fn verb_of(operation: &'static Operation, vocabulary: &Vocabulary) -> Verb {
    let is_list = |known: &Operation| {
        known.method == Method::Get && answers_list(known) && known.path == operation.path
    };
    let lists: Vec<&str> = if vocabulary.operations().any(|(_, known)| is_list(known)) {
        vec![operation.path]
    } else {
        Vec::new()
    };
    place(operation, &lists).1
}

/// Returns how the command for an operation is written.
pub(super) fn command_line(verb: Verb, operation: &Operation) -> String {
    let path = operation.path.trim_start_matches('/');
    let (collection, id) = match path.rsplit_once('/') {
        Some((collection, _)) if ends_in_parameter(operation.path) => (collection, " ID"),
        _ => (path, ""),
    };
    let (start, end) = match verb {
        Verb::Api => {
            return format!("btapi api {} /api/config/v1/{path} -", operation.method.as_str());
        }
        Verb::List => ("list", " [NAME=VALUE]…"),
        Verb::Post if path.ends_with("/{id}/copy") => {
            return format!("btapi copy {} ID", path.trim_end_matches("/{id}/copy"));
        }
        Verb::Download => return format!("btapi download {path}"),
        Verb::Add => ("add", ""),
        Verb::Post if operation.body.as_ref().is_some_and(|body| body.required) => ("post", " -"),
        Verb::Post if operation.body.is_some() => ("post", " [-]"),
        other => (other.as_str(), ""),
    };
    format!("btapi {start} {collection}{id}{end}")
}

fn is_file(operation: &Operation) -> bool {
    operation.answers.iter().filter(|answer| answer.status < 300).any(|answer| {
        matches!(answer.schema, Some(Schema::Binary))
            || answer.media.is_some_and(|media| media != "application/json")
    })
}

fn row(path: &str, entries: &Entries) -> Value {
    let mut verbs: Vec<&str> = Vec::new();
    let mut products: Vec<&str> = Vec::new();
    for (verb, product) in entries.keys() {
        if !verbs.contains(&verb.as_str()) {
            verbs.push(verb.as_str());
        }
        if !products.contains(product) {
            products.push(product);
        }
    }
    products.sort_unstable();
    // What only one of both products can do is marked.
    let verbs: Vec<String> = verbs
        .into_iter()
        .map(|verb| {
            let has: Vec<&str> = entries
                .keys()
                .filter(|(known, _)| known.as_str() == verb)
                .map(|(_, product)| *product)
                .collect();
            match has.as_slice() {
                [only] if products.len() > 1 => format!("{verb}({only})"),
                _ => verb.to_owned(),
            }
        })
        .collect();
    json!({"path": path, "products": products, "verbs": verbs})
}

fn table(rows: impl Iterator<Item = Value>, out: &mut String) {
    let rows: Vec<[String; 3]> = rows
        .map(|row| {
            let words = |name: &str| {
                let words = row.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
                words.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" ")
            };
            let path = row.get("path").and_then(Value::as_str).unwrap_or_default().to_owned();
            [words("products"), path, words("verbs")]
        })
        .collect();
    let width = rows.iter().map(|[_, path, _]| path.len()).max().unwrap_or_default();
    let both = format!("{} {}", Product::Pra, Product::Rs).len();
    for [products, path, verbs] in rows {
        out.push_str(&format!("{products:both$}  {path:width$}  {verbs}\n"));
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn operations_are_shown_with_the_collection_they_belong_to() {
        let resources = collect(&Vocabulary::new(None));
        let mut out = String::new();
        let wanted = [
            "jump-group",
            "jump-client/installer",
            "jumpoint/{id}/installer",
            "user",
            "vendor",
            "vault/account/{id}/check-out",
        ];
        table(wanted.iter().filter_map(|path| Some(row(path, resources.get(*path)?))), &mut out);
        expect![[r#"
            pra rs  jump-group                    list get add update delete
            pra rs  jump-client/installer         list get add delete
            pra rs  jumpoint/{id}/installer       download
            pra rs  user                          list get add(pra) update delete
            pra     vendor                        list get add update delete
            pra rs  vault/account/{id}/check-out  post
        "#]]
        .assert_eq(&out);
    }
}
