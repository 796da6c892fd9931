//! Resource paths as they are typed.

use crate::cmd::resources::{Verb, verb_of};
use crate::path::ResourcePath;
use crate::vocabulary::{Vocabulary, ends_in_parameter};

/// Returns the paths that the command `verb` takes and that `typed` can become.
pub(super) fn of_verb(vocabulary: &Vocabulary, verb: &str, typed: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (_, operation) in vocabulary.operations() {
        let known = verb_of(operation, vocabulary);
        let template = operation.path.trim_start_matches('/');
        let template = match verb {
            "copy" => match template.strip_suffix("/{id}/copy") {
                Some(collection) => collection,
                None => continue,
            },
            "post" if known == Verb::Add => template,
            _ if verb == known.as_str() || verb == "resources" => collection(template),
            // Whatever it is that such a command does with a resource.
            "list" | "get" | "add" | "update" | "delete" | "post" | "download" => continue,
            _ => collection(template),
        };
        words.extend(grown(template, typed));
    }
    words
}

/// Returns the paths, and behind a point the fields, that `typed` can become.
pub(super) fn of_topic(vocabulary: &Vocabulary, typed: &str) -> Vec<String> {
    let all = vocabulary.operations().map(|(_, operation)| operation.path.trim_start_matches('/'));
    let mut words: Vec<String> = all.filter_map(|template| grown(collection(template), typed)).collect();
    if let Some((resource, _)) = typed.split_once('.')
        && let Ok(path) = ResourcePath::parse(resource)
    {
        let methods = [bt_sra_catalog::Method::Get, bt_sra_catalog::Method::Post];
        for method in methods {
            let found = vocabulary.find(&path, method);
            let fields = found.answer().answered_fields().into_iter().chain(found.body().sent_fields());
            words.extend(fields.map(|name| format!("{resource}.{name}")));
        }
    }
    words
}

/// Returns `/x/{id}` as the collection `x`.
fn collection(template: &str) -> &str {
    match template.rsplit_once('/') {
        Some((collection, _)) if ends_in_parameter(template) => collection,
        _ => template,
    }
}

/// Returns what `typed` becomes on the way to a path of this template: up to the next id.
fn grown(template: &str, typed: &str) -> Option<String> {
    let mut parts = template.split('/');
    let (begun, last) = match typed.rsplit_once('/') {
        Some((begun, last)) => (Some(begun), last),
        None => (None, typed),
    };
    for word in begun.iter().flat_map(|begun| begun.split('/')) {
        let part = parts.next()?;
        if part != word && (!part.starts_with('{') || word.is_empty()) {
            return None;
        }
    }
    let mut word = begun.map_or_else(String::new, |begun| format!("{begun}/"));
    let part = parts.next()?;
    match part.starts_with('{') {
        // Nobody here knows ids.
        true if last.is_empty() => return None,
        true => word.push_str(last),
        false if part.starts_with(last) => word.push_str(part),
        false => return None,
    }
    for part in parts {
        word.push('/');
        if part.starts_with('{') {
            break;
        }
        word.push_str(part);
    }
    Some(word)
}
