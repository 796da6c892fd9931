//! Fields that name other things: what they name must exist.

use serde_json::Value;

use crate::answer::Errors;
use crate::store::{Record, text};
use crate::world::Site;

/// Fields whose name does not say where they point.
const FIELDS: &[(&str, &str)] = &[
    ("account_id", "/vault/account"),
    ("account_group_id", "/vault/account-group"),
    ("administrator_ids", "/user"),
    ("approval_team_ids", "/team"),
    ("approval_user_ids", "/user"),
    ("attended_session_policy_id", "/session-policy"),
    ("created_by_api_account_id", "/api-account"),
    ("created_by_user_id", "/user"),
    ("default_jump_item_role_id", "/jump-item-role"),
    ("endpoint_ids", "/endpoint-automation/endpoint"),
    ("inferior_jump_item_role_id", "/jump-item-role"),
    ("owner_user_id", "/user"),
    ("parent_x509", "/vault/account"),
    ("private_jump_item_role_id", "/jump-item-role"),
    ("rdp_service_account_id", "/vault/account"),
    ("resource_ids", "/endpoint-automation/resource"),
    ("shared_jump_group_id", "/jump-group"),
    ("shared_jump_groups", "/jump-group"),
    ("team_ids", "/team"),
    ("unassigned_jump_item_role_id", "/jump-item-role"),
    ("unattended_session_policy_id", "/session-policy"),
];

/// Fields that end like a reference and are none that the API could resolve.
const NONE: &[&str] = &[
    "aws_organization_id",
    "azure_ad_object_id",
    "client_id",
    "ecm_group_id",
    "entity_id",
    "external_jump_item_network_id",
    "installer_id",
    "sp_entity_id",
    "unique_id",
];

/// Returns the table that a field points into.
pub(crate) fn target(site: &Site, table: &str, field: &str, record: &Record) -> Option<&'static str> {
    if NONE.contains(&field) {
        return None;
    }
    if field == "default_policy" && table == "/vendor" {
        return Some("/group-policy");
    }
    if field == "jump_group_id" && text(record, "jump_group_type") == "personal" {
        return Some("/user");
    }
    // The vault's own endpoints and those of Endpoint Automation share a field name.
    if field == "endpoint_id" {
        let automation = table.starts_with("/endpoint-automation");
        return Some(if automation { "/endpoint-automation/endpoint" } else { "/vault/endpoint" });
    }
    if let Some((_, target)) = FIELDS.iter().find(|(name, _)| *name == field) {
        return Some(target);
    }
    let resource = format!("/{}", field.strip_suffix("_id")?.replace('_', "-"));
    site.router.template(&resource)
}

/// Complains about every reference in `changed` that leads nowhere.
pub(crate) fn check(site: &Site, table: &str, changed: &Record, record: &Record, errors: &mut Errors) {
    for (name, value) in changed {
        if name.starts_with('_') || errors.contains(name) {
            continue;
        }
        if name == "account_policy" {
            policy(site, value, errors);
            continue;
        }
        let Some(target) = target(site, table, name, record) else {
            continue;
        };
        let ids: Vec<i64> = match value {
            Value::Array(items) => items.iter().filter_map(number).collect(),
            value => number(value).into_iter().collect(),
        };
        for id in ids {
            // 0 stands for "the user's default" and "as set on the item" where it is admitted.
            if id != 0 && !site.store.has(target, 0, id) {
                errors.add(name, format!("The selected {} does not exist.", name.replace('_', " ")));
            }
        }
    }
}

fn policy(site: &Site, value: &Value, errors: &mut Errors) {
    let Some(code_name) = value.as_str() else {
        return;
    };
    let known =
        site.store.rows("/vault/account-policy", 0).any(|(_, row)| text(&row, "code_name") == code_name);
    if !known {
        errors.add("account_policy", "The selected account policy does not exist.");
    }
}

/// Ids come as numbers, in two lists as texts.
fn number(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str().and_then(|text| text.parse().ok()))
}
