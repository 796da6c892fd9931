//! Sessions: their attributes, and their end.

use std::collections::BTreeMap;

use http::StatusCode;
use serde_json::{Value, json};

use super::{Request, unrecognized};
use crate::answer::{Answer, Errors, Refusal};
use crate::happenings::{Trouble, sessions};
use crate::live::session::Party;
use crate::unconfirmed;
use crate::world::Site;

pub(super) fn attributes(site: &mut Site, request: &Request<'_>) -> Result<Answer, Refusal> {
    let site = &*site;
    let session = site.live.session(&request.param).ok_or(Refusal::NotFound)?;
    let all: Vec<Value> = session
        .attributes
        .iter()
        .map(|(name, value)| {
            json!({
                "code_name": name,
                "display_name": sessions::display_name(site, name),
                "value": value,
            })
        })
        .collect();
    Ok(Answer::json(StatusCode::OK, Value::Array(all)))
}

pub(super) fn set_attributes(site: &mut Site, request: &Request<'_>) -> Result<Answer, Refusal> {
    if site.live.session(&request.param).is_none() {
        return Err(Refusal::NotFound);
    }
    if unconfirmed::ATTRIBUTES_NEED_BODY && request.body.is_empty() {
        return Err(Refusal::Status(unconfirmed::MALFORMED_STATUS, unconfirmed::NO_OBJECT.to_owned()));
    }
    let body = request.object()?;
    // Documented: too many are refused with 400.
    if body.len() > unconfirmed::MOST_ATTRIBUTES_AT_ONCE {
        let message = unconfirmed::TOO_MANY_ATTRIBUTES.to_owned();
        return Err(Refusal::Status(StatusCode::BAD_REQUEST, message));
    }
    let fields = |name: &str| sessions::is_field(site, name);
    if let Some(name) = body.keys().find(|name| !fields(name.as_str()))
        && unconfirmed::UNKNOWN_ATTRIBUTES_ARE_UNKNOWN_FIELDS
    {
        return Err(unrecognized(name));
    }
    let mut changes = BTreeMap::new();
    let mut errors = Errors::default();
    for (name, value) in body {
        match value {
            Value::String(text) => {
                let one = BTreeMap::from([(name.clone(), text.clone())]);
                match sessions::check_attributes(site, &BTreeMap::new(), &one) {
                    Ok(()) => {
                        changes.insert(name, text);
                    }
                    Err(Trouble::Value(_, why)) => {
                        errors.add(&name, format!("The {name} is invalid: {why}."))
                    }
                    Err(other) => return Err(other.into()),
                }
            }
            _ => errors.add(&name, format!("The {name} must be a string.")),
        }
    }
    errors.into_result()?;
    sessions::set_attributes(site, request.now.second, &request.param, &changes, Some(request.account))?;
    Ok(Answer::message(StatusCode::OK, unconfirmed::ATTRIBUTES_SET))
}

pub(super) fn terminate(site: &mut Site, request: &Request<'_>) -> Result<Answer, Refusal> {
    sessions::end(site, request.now.second, &request.param, Party::System, Some(request.account))?;
    Ok(Answer::empty(StatusCode::NO_CONTENT))
}
