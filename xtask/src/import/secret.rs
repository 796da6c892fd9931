//! Which fields hold secrets, told from flags, formats and names.

use std::collections::BTreeSet;

use crate::ir::{Document, Field, Schema, TextFormat, Type};

/// Texts that are secret wherever they stand.
const SECRETS: [&str; 3] = ["password", "passphrase", "private_key_passphrase"];

/// Texts that are secret in the answer of a check-out.
const CHECKED_OUT: [&str; 7] = [
    "password",
    "private_key",
    "private_key_passphrase",
    "secret",
    "token",
    "x509_key",
    "x509_key_passphrase",
];

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
            let by_name = SECRETS.contains(&field.name.as_str())
                || DEPLOYMENT_KEYS.contains(&field.name.as_str())
                || checked_out.contains(name) && CHECKED_OUT.contains(&field.name.as_str())
                // The name of an installer and the way to it carry the key.
                || key_holders.contains(name);
            field.secret = match &field.schema {
                Schema::Text { format: Some(TextFormat::Password), .. } => true,
                Schema::Text { format: None, values, .. } => {
                    values.is_empty() && (field.write_only || by_name)
                }
                _ => false,
            };
        }
    }
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
