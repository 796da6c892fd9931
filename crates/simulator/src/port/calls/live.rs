//! Calls about what goes on, and about the form in which the XML API tells it.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

use super::{Sent, invalid};
use crate::control::Control;
use crate::port::Refusal;
use crate::profile::Profile;
use crate::scenario::Scenario;

/// Shows what goes on.
pub(super) fn sessions(control: &Control, _: Sent) -> Result<Value, Refusal> {
    Ok(control.sessions())
}

/// Shows what is planned.
pub(super) fn scenario(control: &Control, _: Sent) -> Result<Value, Refusal> {
    Ok(control.plan())
}

/// Lets a scenario begin.
pub(super) fn play(control: &Control, sent: Sent) -> Result<Value, Refusal> {
    let scenario = Scenario::read(control.product(), &sent.body).map_err(invalid)?;
    control.play(&scenario);
    Ok(control.plan())
}

/// Shows the form of documents.
pub(super) fn documents(control: &Control, _: Sent) -> Result<Value, Refusal> {
    Ok(form(control))
}

fn form(control: &Control) -> Value {
    let shapes = control.shapes();
    let shapes = shapes.iter().map(|(name, says, on)| json!({ "name": name, "on": on, "does": says }));
    json!({ "profile": control.profile().as_str(), "shapes": shapes.collect::<Vec<_>>() })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    profile: Option<String>,
    #[serde(default)]
    shapes: BTreeMap<String, bool>,
}

/// Sets the form of documents.
pub(super) fn set_documents(control: &Control, sent: Sent) -> Result<Value, Refusal> {
    let Form { profile, shapes } = sent.members()?;
    let known = control.shapes();
    if let Some(name) = shapes.keys().find(|name| !known.iter().any(|(known, ..)| known == name)) {
        return Err(invalid(format!("shapes: there is no `{name}`; GET /documents lists them")));
    }
    if let Some(profile) = profile {
        let profile: Profile = profile.parse().map_err(|error| invalid(format!("profile: {error}")))?;
        control.set_profile(profile);
    }
    for (name, on) in shapes {
        control.shape(&name, on).map_err(invalid)?;
    }
    Ok(form(control))
}

/// Shows what reports tell of the time before the start.
pub(super) fn history(control: &Control, _: Sent) -> Result<Value, Refusal> {
    Ok(json!({ "sessions": control.history(), "recordings": control.recordings() }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Before {
    sessions: Option<u64>,
    recordings: Option<u64>,
}

/// Sets it.
pub(super) fn set_history(control: &Control, sent: Sent) -> Result<Value, Refusal> {
    let Before { sessions, recordings } = sent.members()?;
    if let Some(sessions) = sessions {
        control.set_history(sessions);
    }
    if let Some(bytes) = recordings {
        control.set_recordings(bytes);
    }
    Ok(json!({ "sessions": control.history(), "recordings": control.recordings() }))
}
