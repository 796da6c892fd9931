//! The rules of protocol tunnels, as far as they are known.

use std::net::Ipv4Addr;

use serde_json::{Value, json};

use crate::answer::{Errors, Refusal};
use crate::store::{Record, int, text};
use crate::unconfirmed;
use crate::world::Site;

/// Checks a new tunnel, or the change of an old one.
pub(crate) fn check(site: &Site, record: &mut Record, old: Option<&Record>) -> Result<(), Refusal> {
    let kind = record.get("tunnel_type").and_then(Value::as_str).unwrap_or("tcp").to_owned();
    let allowed: &[(&str, &str)] = &[
        ("username", "mssql"),
        ("database", "mssql"),
        ("url", "k8s"),
        ("ca_certificates", "k8s"),
        ("tunnel_definitions", "tcp"),
        ("tunnel_listen_address", "tcp"),
    ];
    for (field, owner) in allowed {
        // As reported: changes of these tunnels ignore what is not theirs.
        if let (Some(old), "psql" | "mysql") = (old, kind.as_str()) {
            record.extend(old.get(*field).map(|value| ((*field).to_owned(), value.clone())));
            continue;
        }
        let sent = record.get(*field).filter(|value| old.and_then(|old| old.get(*field)) != Some(value));
        if *owner != kind && sent.is_some_and(|value| value.as_str() != Some("")) {
            let mut errors = Errors::default();
            errors.add(field, format!("This field is only allowed when tunnel_type is '{owner}'"));
            return Err(with_status(errors));
        }
    }
    let mut errors = Errors::default();
    match kind.as_str() {
        "k8s" => {
            for field in ["url", "ca_certificates"] {
                if text(record, field).is_empty() {
                    errors.add(field, format!("The {} field is required.", field.replace('_', " ")));
                }
            }
            let host: String = text(record, "url").chars().take(128).collect();
            record.insert("hostname".to_owned(), json!(host));
            let jumpoint = int(record, "jumpoint_id").and_then(|id| site.store.row("/jumpoint", 0, id));
            if jumpoint.is_some_and(|jumpoint| text(&jumpoint, "platform") != "linux-x86") {
                errors.add("jumpoint_id", "The selected jumpoint id must be a Linux Jumpoint.");
            }
        }
        "mssql" if text(record, "username").is_empty() => {
            errors.add("username", "The username field is required.");
        }
        "tcp" => {
            let definitions = text(record, "tunnel_definitions");
            if definitions.is_empty() {
                errors.add("tunnel_definitions", "The tunnel definitions field is required.");
            } else {
                pairs(definitions, &mut errors)?;
            }
            let address = text(record, "tunnel_listen_address");
            let local = address.is_empty()
                || address.parse().is_ok_and(|ip: Ipv4Addr| matches!(ip.octets(), [127, 0, 0, _]));
            if !local {
                errors.add("tunnel_listen_address", "The tunnel listen address must be within 127.0.0.0/24.");
            }
        }
        _ => {}
    }
    errors.into_result()
}

/// Checks `local;remote;local;remote…`.
fn pairs(definitions: &str, errors: &mut Errors) -> Result<(), Refusal> {
    let ports: Vec<&str> = definitions.split(';').collect();
    if !ports.len().is_multiple_of(2) {
        let mut errors = Errors::default();
        errors.add("tunnel_definitions", unconfirmed::TUNNEL_PAIRS_MESSAGE);
        return Err(with_status(errors));
    }
    for (index, port) in ports.iter().enumerate() {
        let least = if index.is_multiple_of(2) { 0 } else { 1 };
        if !port.trim().parse::<u16>().is_ok_and(|port| port >= least) {
            errors.add("tunnel_definitions", format!("The port {port} must be between {least} and 65535."));
        }
    }
    Ok(())
}

/// These errors have been seen with a status of their own.
fn with_status(errors: Errors) -> Refusal {
    Refusal::InvalidAs(unconfirmed::TUNNEL_STATUS, errors)
}
