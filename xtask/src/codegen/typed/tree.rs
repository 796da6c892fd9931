//! From paths to handles and methods.
//!
//! Each resource of a path is a handle; a step that leads to a single operation is a method of
//! the handle before it; a first step that holds nothing itself joins the next.

use std::collections::BTreeMap;

use crate::ir::{Document, Operation, Schema};

use super::names::{ident, pascal, plural, plural_once, snake};
use super::overrides::{SILENT_PREFIXES, SILENT_SUFFIX};
use super::target::Target;

/// A handle: a resource, or with no steps the API itself.
#[derive(Debug)]
pub(super) struct Handle<'a> {
    /// Its resources, from the first to its own, as nouns: `group-policy`, `jumpoint`.
    pub(super) nouns: Vec<String>,
    /// Methods, in the order of the document.
    pub(super) methods: Vec<Method<'a>>,
    /// Names of path parameters on the way to each resource: one list a noun.
    pub(super) params: Vec<Vec<String>>,
}

/// An operation as a method of a handle.
#[derive(Clone, Debug)]
pub(super) struct Method<'a> {
    pub(super) name: String,
    pub(super) verb: Verb,
    pub(super) operation: &'a Operation,
    /// How many of the path's parameters come after the handle.
    pub(super) own_params: usize,
    /// The steps that name it, if it is no plain verb.
    pub(super) action: Option<String>,
    /// What it does, where that is known.
    pub(super) doc: Option<&'static str>,
}

/// What a method does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Verb {
    List,
    Get,
    Create,
    Update,
    Delete,
    Download,
    Act,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Step {
    Prefix,
    Resource,
    Action,
    Param,
}

impl Handle<'_> {
    /// `group-policy-jumpoint`.
    pub(super) fn noun(&self) -> String {
        self.nouns.join("-")
    }

    /// Whether there is one of it, not many.
    pub(super) fn is_single(&self) -> bool {
        self.methods.iter().any(|method| method.verb == Verb::Get && method.own_params == 0)
    }

    /// `GroupPolicyJumpoints`.
    pub(super) fn type_name(&self) -> String {
        let noun = self.noun();
        if self.is_single() { pascal(&noun) } else { pascal(&plural(&noun)) }
    }

    /// `jumpoints`, the method of the handle before it.
    pub(super) fn accessor(&self) -> String {
        let last = self.nouns.last().map(|noun| snake(noun)).unwrap_or_default();
        if self.is_single() { ident(&last) } else { ident(&plural(&last)) }
    }
}

/// Builds all handles of a document; the API itself comes first.
pub(super) fn handles<'d>(target: &Target, document: &'d Document) -> Result<Vec<Handle<'d>>, String> {
    let paths: Vec<Vec<&str>> = document.operations.iter().map(|operation| steps(&operation.path)).collect();
    let mut handles: BTreeMap<Vec<String>, Handle<'_>> = BTreeMap::new();
    handles.insert(Vec::new(), Handle { nouns: Vec::new(), methods: Vec::new(), params: Vec::new() });
    for (operation, path) in document.operations.iter().zip(&paths) {
        let mut nouns: Vec<String> = Vec::new();
        let mut params: Vec<Vec<String>> = Vec::new();
        let mut open: Vec<String> = Vec::new();
        let mut prefix: Option<&str> = None;
        let mut action: Option<String> = None;
        for (index, step) in path.iter().enumerate() {
            match kind(document, &paths, path, index) {
                Step::Param => open.push(step.trim_matches(['{', '}']).to_owned()),
                Step::Prefix => prefix = Some(step),
                Step::Resource => {
                    nouns.push(noun(prefix.take(), step));
                    params.push(std::mem::take(&mut open));
                    // Every resource on the way is a handle, with operations of its own or not.
                    handles.entry(nouns.clone()).or_insert_with(|| Handle {
                        nouns: nouns.clone(),
                        methods: Vec::new(),
                        params: params.clone(),
                    });
                }
                Step::Action => {
                    action =
                        Some(action.map_or_else(|| (*step).to_owned(), |before| format!("{before}-{step}")));
                }
            }
        }
        let own_params = open.len();
        let (verb, mut name) = method_name(operation, action.as_deref());
        let told = target.methods.iter().find(|(id, ..)| *id == operation.id);
        if let Some((_, told, _)) = told {
            name = ident(told);
            action = action.or_else(|| Some(told.replace('_', "-")));
        }
        let handle = handles.get_mut(&nouns).ok_or("a handle is missing")?;
        let is_taken = |name: &str| handle.methods.iter().any(|method| method.name == name);
        if is_taken(&name) {
            // What the path does not tell apart, the id of the operation does.
            let last = operation.id.rsplit('.').next().unwrap_or_default();
            name = ident(last);
            action = Some(last.to_owned());
        }
        if is_taken(&name) {
            return Err(format!("{} {}: a second method `{name}`", operation.method, operation.path));
        }
        let doc = told.map(|(.., doc)| *doc);
        handle.methods.push(Method { name, verb, operation, own_params, action, doc });
    }
    Ok(handles.into_values().collect())
}

/// The steps of a path.
pub(super) fn steps(path: &str) -> Vec<&str> {
    path.split('/').filter(|step| !step.is_empty()).collect()
}

/// Whether a successful answer is a list.
pub(super) fn answers_list(operation: &Operation) -> bool {
    answer_schema(operation).is_some_and(|schema| matches!(schema, Schema::List { .. }))
}

/// The schema of the successful answer, if it is JSON.
pub(super) fn answer_schema(operation: &Operation) -> Option<&Schema> {
    let is_json = |media: &Option<String>| media.as_deref().is_none_or(|media| media.contains("json"));
    operation
        .answers
        .iter()
        .filter(|answer| (200..300).contains(&answer.status) && is_json(&answer.media))
        .find_map(|answer| answer.schema.as_ref())
}

/// Whether a successful answer is a file.
pub(super) fn answers_file(operation: &Operation) -> bool {
    operation.answers.iter().any(|answer| {
        (200..300).contains(&answer.status)
            && answer.media.as_deref().is_some_and(|media| !media.contains("json"))
    })
}

fn kind(document: &Document, paths: &[Vec<&str>], path: &[&str], index: usize) -> Step {
    let is_param = |step: &&str| step.starts_with('{');
    if path.get(index).is_none_or(is_param) {
        return Step::Param;
    }
    let below = |other: &&Vec<&str>| other.get(..=index) == path.get(..=index);
    let next_is_literal = |other: &Vec<&str>| other.get(index + 1).is_some_and(|step| !is_param(step));
    if index == 0 && paths.iter().filter(below).all(next_is_literal) {
        return Step::Prefix;
    }
    let mut operations = document.operations.iter().zip(paths).filter(|(_, other)| below(other));
    let first = operations.next();
    let alone = operations.next().is_none();
    let is_top = index == 0 || (index == 1 && kind(document, paths, path, 0) == Step::Prefix);
    let has_id = path.get(index + 1).is_some_and(|next| next.ends_with("id}"));
    match first {
        // At the top a list or something with an id is a resource, even if nothing else is there.
        Some((operation, _)) if alone && !(is_top && (has_id || answers_list(operation))) => Step::Action,
        _ => Step::Resource,
    }
}

fn noun(prefix: Option<&str>, step: &str) -> String {
    match prefix {
        None => step.to_owned(),
        Some(prefix) if SILENT_PREFIXES.contains(&prefix) => {
            if step.ends_with(SILENT_SUFFIX) {
                step.to_owned()
            } else {
                format!("{step}{SILENT_SUFFIX}")
            }
        }
        Some(prefix) => format!("{prefix}-{step}"),
    }
}

fn method_name(operation: &Operation, action: Option<&str>) -> (Verb, String) {
    let verb = match operation.method.as_str() {
        "GET" if answers_file(operation) => Verb::Download,
        "GET" if answers_list(operation) => Verb::List,
        "GET" => Verb::Get,
        "POST" => Verb::Create,
        "DELETE" => Verb::Delete,
        _ => Verb::Update,
    };
    if let Some(action) = action {
        let name = snake(action);
        let name = if verb == Verb::List { plural_once(&name) } else { name };
        let verb = if matches!(verb, Verb::List | Verb::Download) { verb } else { Verb::Act };
        return (verb, ident(&name));
    }
    let name = match verb {
        Verb::List => "list",
        Verb::Get => "get",
        Verb::Create | Verb::Act => "create",
        Verb::Update => "update",
        Verb::Delete => "delete",
        Verb::Download => "download",
    };
    (verb, name.to_owned())
}
