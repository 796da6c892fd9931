//! Which fields hold secrets, told from flags, formats and names.

use std::collections::BTreeSet;

use crate::ir::{Document, Field, Schema, Type};

/// Texts whose name ends so are secret wherever they stand.
const SECRETS: [&[&str]; 5] = [&["password"], &["passphrase"], &["secret"], &["token"], &["private", "key"]];

/// Texts that are secret in the answer of a check-out.
const CHECKED_OUT: [&str; 1] = ["x509_key"];

/// Whoever has these can deploy in the name of the site.
const DEPLOYMENT_KEYS: [&str; 2] = ["docker_deploy_key", "key_info"];

/// Sets `secret` on every field that holds one.
pub(super) fn mark(document: &mut Document) {
    let checked_out: BTreeSet<String> = document
        .operations
        .iter()
        .filter(|operation| operation.id.ends_with(".check-out"))
        .flat_map(|operation| operation.answers.iter().filter(|answer| answer.status < 300))
        .filter_map(|answer| answer.schema.as_ref().and_then(referred))
        .collect();
    let key_holders: BTreeSet<String> = document
        .types
        .values()
        .flat_map(fields)
        .filter(|field| DEPLOYMENT_KEYS.contains(&field.name.as_str()))
        .filter_map(|field| referred(&field.schema))
        .collect();
    for (name, made) in &mut document.types {
        let Type::Object { fields } = made else { continue };
        for field in fields {
            let by_name = ends_secretly(&field.name)
                || DEPLOYMENT_KEYS.contains(&field.name.as_str())
                || checked_out.contains(name) && CHECKED_OUT.contains(&field.name.as_str())
                // The name of an installer and the way to it carry the key.
                || key_holders.contains(name);
            // A format has said it already.
            field.secret |= match &field.schema {
                Schema::Text { format: None, values, .. } => {
                    values.is_empty() && (field.write_only || by_name)
                }
                _ => false,
            };
        }
    }
}

/// Whether the last words of `name` say that it is a secret.
fn ends_secretly(name: &str) -> bool {
    let mut spaced = String::new();
    let mut starts_word = false;
    for letter in name.chars() {
        if letter.is_uppercase() && starts_word {
            spaced.push('_');
        }
        starts_word = letter.is_lowercase() || letter.is_numeric();
        spaced.extend(letter.to_lowercase());
    }
    let words: Vec<&str> = spaced.split(['_', '-']).filter(|word| !word.is_empty()).collect();
    SECRETS.iter().any(|end| words.ends_with(end))
}

fn fields(made: &Type) -> &[Field] {
    match made {
        Type::Object { fields } => fields,
        Type::Union { .. } | Type::Alias { .. } => &[],
    }
}

fn referred(schema: &Schema) -> Option<String> {
    match schema {
        Schema::Ref { name } => Some(name.clone()),
        _ => None,
    }
}
