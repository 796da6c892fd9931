//! Calls about how the Backup API answers.

use serde::Deserialize;
use serde_json::{Value, json};

use super::Sent;
use crate::backup_file::BackupFailure;
use crate::control::Control;
use crate::port::Refusal;

/// Shows it.
pub(super) fn show(control: &Control, _: Sent) -> Result<Value, Refusal> {
    let now = control.backup();
    Ok(json!({ "size": now.size, "stated": now.stated, "named": now.named, "failure": now.failure }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    size: Option<u64>,
    stated: Option<bool>,
    named: Option<bool>,
    /// Null is something else than nothing.
    #[serde(default, deserialize_with = "given")]
    failure: Option<Option<BackupFailure>>,
}

fn given<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Option<BackupFailure>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// Sets it.
pub(super) fn set(control: &Control, sent: Sent) -> Result<Value, Refusal> {
    let Settings { size, stated, named, failure } = sent.members()?;
    let mut backup = control.backup();
    backup.size = size.unwrap_or(backup.size);
    backup.stated = stated.unwrap_or(backup.stated);
    backup.named = named.unwrap_or(backup.named);
    backup.failure = failure.unwrap_or(backup.failure);
    control.set_backup(backup);
    show(control, Sent { params: Vec::new(), query: Vec::new(), body: Value::Null })
}
