//! Calls about API accounts and their tokens.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{Sent, invalid, not_found};
use crate::control::Control;
use crate::port::Refusal;

/// The permission that has more than two values.
const COMMAND: &str = "perm_command";

/// Shows the accounts.
pub(super) fn list(control: &Control, _: Sent) -> Result<Value, Refusal> {
    let accounts = control.accounts().into_iter();
    Ok(accounts.map(|(client_id, name)| shown(control, &client_id, Some(&name))).collect())
}

/// Gives and takes permissions.
pub(super) fn permit(control: &Control, sent: Sent) -> Result<Value, Refusal> {
    let client_id = known(control, &sent)?;
    let mut changes: Map<String, Value> = sent.members()?;
    let command = changes.remove(COMMAND);
    let permissions = control.permissions(&client_id).unwrap_or_default();
    for (name, value) in &changes {
        if !permissions.iter().any(|(known, _)| known == name) {
            let names: Vec<&str> = permissions.iter().map(|(name, _)| name.as_str()).collect();
            return Err(invalid(format!("{name}: unknown, must be one of {}", names.join(", "))));
        }
        if !value.is_boolean() {
            return Err(invalid(format!("{name}: must be true or false")));
        }
    }
    if let Some(level) = command {
        let level = level.as_str().ok_or_else(|| invalid(format!("{COMMAND}: must be a text")))?;
        control.permit_command(&client_id, level).map_err(|error| invalid(format!("{COMMAND}: {error}")))?;
    }
    for (name, value) in &changes {
        control.permit(&client_id, name, value.as_bool().unwrap_or_default());
    }
    Ok(shown(control, &client_id, None))
}

/// Gives an account a new secret.
pub(super) fn regenerate(control: &Control, sent: Sent) -> Result<Value, Refusal> {
    let client_id = known(control, &sent)?;
    Ok(json!({ "client_secret": control.regenerate_secret(&client_id) }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Taken {
    count: usize,
}

/// Issues tokens to somebody else.
pub(super) fn take_tokens(control: &Control, sent: Sent) -> Result<Value, Refusal> {
    let client_id = known(control, &sent)?;
    let Taken { count } = sent.members()?;
    control.take_tokens(&client_id, count);
    Ok(shown(control, &client_id, None))
}

/// Revokes the tokens of one account.
pub(super) fn revoke(control: &Control, sent: Sent) -> Result<Value, Refusal> {
    let client_id = known(control, &sent)?;
    control.revoke_tokens_of(&client_id);
    Ok(shown(control, &client_id, None))
}

/// Revokes all tokens.
pub(super) fn revoke_all(control: &Control, sent: Sent) -> Result<Value, Refusal> {
    control.revoke_tokens();
    list(control, sent)
}

fn known(control: &Control, sent: &Sent) -> Result<String, Refusal> {
    let client_id = sent.param(0);
    let known = control.permissions(client_id).is_some();
    known
        .then(|| client_id.to_owned())
        .ok_or_else(|| not_found(format!("there is no API account with the client id `{client_id}`")))
}

fn shown(control: &Control, client_id: &str, name: Option<&str>) -> Value {
    let permissions: Map<String, Value> = control
        .permissions(client_id)
        .unwrap_or_default()
        .into_iter()
        .map(|(name, on)| (name, Value::Bool(on)))
        .collect();
    let mut shown = json!({
        "client_id": client_id,
        "live_tokens": control.live_tokens(client_id),
        "permissions": permissions,
    });
    if let (Some(name), Value::Object(members)) = (name, &mut shown) {
        members.insert("name".to_owned(), json!(name));
    }
    shown
}
