//! Public portals and teams, as Jump Clients and teams of RS name them.

use serde_json::Value;

use crate::answer::Errors;
use crate::store::{Record, text};
use crate::world::Site;

/// Checks the site address and the queue that a Jump Client or its installer names.
pub(crate) fn check_client(site: &Site, record: &Record, old: Option<&Record>, errors: &mut Errors) {
    let said = |field: &str| {
        record
            .get(field)
            .filter(|value| old.is_none_or(|old| old.get(field) != Some(*value)))
            .and_then(Value::as_str)
            .filter(|value| !value.is_empty())
    };
    let address = "public_site_address";
    if let Some(wanted) = said(address) {
        let known = site.store.rows("/public-portal", 0).any(|(_, row)| {
            let addresses = row.get("addresses").and_then(Value::as_array);
            addresses.is_some_and(|addresses| addresses.iter().any(|known| *known == *wanted))
        });
        if !known {
            errors.add(address, "The selected public site address does not exist.");
        }
    }
    let queue = "support_button_direct_queue";
    if let Some(wanted) = said(queue) {
        let team = wanted.strip_prefix("team:").unwrap_or_default();
        if !site.store.rows("/team", 0).any(|(_, row)| text(&row, "code_name") == team) {
            errors.add(queue, "The selected support button direct queue does not exist.");
        }
    }
}

/// Checks the portals of a team: ids, or a word for all of them.
pub(crate) fn check_team(site: &Site, team: &Record, errors: &mut Errors) {
    for portal in team.get("public_portal_ids").and_then(Value::as_array).into_iter().flatten() {
        let id = portal.as_i64().or_else(|| portal.as_str().and_then(|text| text.parse().ok()));
        let right = match (id, portal.as_str()) {
            (Some(id), _) => site.store.has("/public-portal", 0, id),
            // The document has both words.
            (None, Some(word)) => matches!(word.to_lowercase().as_str(), "all" | "all portals"),
            (None, None) => false,
        };
        if !right {
            errors.add("public_portal_ids", "The selected public portal ids do not exist.");
            return;
        }
    }
}
