//! Names of the constants and modules of the catalog.

use proc_macro2::{Ident, Span};

use crate::ir::Operation;

/// The first step of a path.
pub(super) fn group(path: &str) -> &str {
    path.split('/').find(|step| !step.is_empty()).unwrap_or_default()
}

/// `JUMP_GROUP_INDEX` for `api.config.jump-group.index`.
pub(super) fn operation_name(operation: &Operation) -> String {
    let id = operation.id.strip_prefix("api.config.").unwrap_or(&operation.id);
    screaming(&snake(id))
}

/// `jump-client`, `openapi.yaml` and `showSchedule` as `jump_client`, `openapi_yaml` and `show_schedule`.
pub(super) fn snake(name: &str) -> String {
    screaming(name).to_lowercase()
}

/// `ShellJumpItem` and `IPRange` as `SHELL_JUMP_ITEM` and `IP_RANGE`.
pub(super) fn screaming(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut result = String::with_capacity(name.len());
    for (index, c) in chars.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| chars.get(before));
        let after = chars.get(index.saturating_add(1));
        if !c.is_ascii_alphanumeric() {
            if !result.ends_with('_') {
                result.push('_');
            }
            continue;
        }
        let starts_word = c.is_ascii_uppercase()
            && before.is_some_and(|before| {
                before.is_ascii_lowercase()
                    || before.is_ascii_digit()
                    || before.is_ascii_uppercase() && after.is_some_and(char::is_ascii_lowercase)
            });
        if starts_word && !result.ends_with('_') {
            result.push('_');
        }
        result.push(c.to_ascii_uppercase());
    }
    if result.starts_with(|c: char| c.is_ascii_digit()) {
        result.insert(0, '_');
    }
    result
}

pub(super) fn ident(name: &str) -> Ident {
    // Group names are words of the API; the reserved ones among them need the prefix.
    syn::parse_str(name).unwrap_or_else(|_| Ident::new_raw(name, Span::call_site()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_are_split_at_words() {
        let check = |name: &str, expected: &str| assert_eq!(screaming(name), expected);
        check("ShellJumpItem", "SHELL_JUMP_ITEM");
        check("IPRange", "IP_RANGE");
        check("NetworkRuleIPAddressCIDR", "NETWORK_RULE_IP_ADDRESS_CIDR");
        check("VaultX509ClientAccount", "VAULT_X509_CLIENT_ACCOUNT");
        check("jump-group.user_id", "JUMP_GROUP_USER_ID");
        check("422Error", "_422_ERROR");
    }

    #[test]
    fn reserved_words_become_raw() {
        assert_eq!(ident("type").to_string(), "r#type");
        assert_eq!(ident("vault").to_string(), "vault");
    }
}
