//! Jump Policies: what goes together in them, and their schedules.

use serde_json::{Value, json};

use crate::answer::Errors;
use crate::store::{Record, flag, text};

/// The member that holds the schedule of a Jump Policy.
pub(crate) const SCHEDULE: &str = "_schedule";

/// Checks a schedule as an administrator sets it.
pub(crate) fn read(zone: &str, entries: &Value) -> Result<Value, String> {
    let right = |letter: char| letter.is_ascii_alphanumeric() || "/_+-".contains(letter);
    if zone.is_empty() || !zone.chars().all(right) {
        return Err(format!("`{zone}` is no time zone: Europe/Berlin would be one"));
    }
    let list = entries.as_array().map(Vec::as_slice).unwrap_or_default();
    for (index, entry) in list.iter().enumerate() {
        for field in ["start_day", "end_day"] {
            if !entry.get(field).and_then(Value::as_i64).is_some_and(|day| (0..=6).contains(&day)) {
                return Err(format!("`entries.{index}.{field}` must be a day from 0 (Monday) to 6"));
            }
        }
        for field in ["start_time", "end_time"] {
            if !entry.get(field).and_then(Value::as_str).is_some_and(is_time) {
                return Err(format!("`entries.{index}.{field}` must be a time: HH:MM"));
            }
        }
    }
    Ok(json!({ "timezone": zone, "entries": entries }))
}

/// Checks what of a Jump Policy goes together. All of it is documented.
pub(crate) fn check(policy: &Record, old: Option<&Record>, errors: &mut Errors) {
    let filled = |field: &str| {
        policy.get(field).is_some_and(|value| match value {
            Value::Array(items) => !items.is_empty(),
            value => value.as_str() != Some(""),
        })
    };
    // The default of this one is true.
    let scheduled = policy.get("schedule_enabled").and_then(Value::as_bool).unwrap_or(true);
    let approved = flag(policy, "approval_required");
    if scheduled && approved {
        errors.add("approval_required", "The approval required field cannot be true with schedule enabled.");
    }
    if flag(policy, "schedule_strict") && !scheduled {
        errors.add("schedule_strict", "The schedule strict field can only be true with schedule enabled.");
    }
    let copies = "simultaneous_jump_behavior_applies_to_copies";
    if flag(policy, copies) && text(policy, "simultaneous_jumps") != "join" {
        errors.add(copies, "The field can only be true when simultaneous jumps is join.");
    }
    let notified = flag(policy, "session_start_notification") || flag(policy, "session_end_notification");
    if notified && !filled("notification_email_addresses") {
        errors.add("notification_email_addresses", "The notification email addresses field is required.");
    }
    if notified && old.is_none() && !filled("notification_display_name") {
        errors.add("notification_display_name", "The notification display name field is required.");
    }
    if !approved {
        return;
    }
    let approvers = ["approval_email_addresses", "approval_user_ids", "approval_team_ids"];
    if !approvers.into_iter().any(filled) {
        errors.add("approval_user_ids", "The approval needs email addresses, users or teams.");
    }
    if !filled("approval_display_name") {
        errors.add("approval_display_name", "The approval display name field is required.");
    }
}

fn is_time(text: &str) -> bool {
    text.len() == 5 && jiff::civil::Time::strptime("%H:%M", text).is_ok()
}
