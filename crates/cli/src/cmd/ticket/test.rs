//! `btapi ticket test`

use std::collections::BTreeMap;

use bt_sra::webhook::server::Listener;
use bt_sra::webhook::server::tickets::{Probed, TicketProbe};
use bt_sra::webhook::{Fields, ReplyForm};
use bt_sra::{ErrorKind, ExposeSecret as _, Site};
use http::Uri;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use serde_json::value::to_raw_value;

use super::super::Context;
use super::super::bulk::span;
use super::super::door;
use crate::args::{Format, TicketTest};
use crate::failure::{Exit, Failure, Result};
use crate::output::{Plan, note};
use crate::settings::Settings;
use crate::shape::Shape;
use crate::{interrupt, net};

/// The exit code when time is up: that of `timeout`.
const TIME_IS_UP: u8 = 124;

/// Asks an endpoint, and prints what it decides.
pub(in crate::cmd) fn run(context: &Context<'_>, arguments: &TicketTest) -> Result<()> {
    let plan = Plan::new(context.globals, Format::Json, Shape::UNKNOWN)?;
    let runtime = net::runtime()?;
    let probed = runtime.block_on(async {
        tokio::select! {
            probed = probe(&context.settings, arguments) => probed,
            code = interrupt::stop() => Err(Failure::coded(code, "stopped")),
        }
    })?;
    let value =
        to_raw_value(&Printed::new(&probed)).map_err(|error| Failure::new(Exit::Other, error.to_string()))?;
    plan.value(&value)
}

async fn probe(settings: &Settings, arguments: &TicketTest) -> Result<Probed> {
    let timeout = span::read("--timeout", &arguments.timeout)?;
    let (url, endpoint) = address(settings, arguments)?;
    let mut fields: Vec<(&str, &str)> = vec![("ticket_id", &arguments.ticket)];
    for field in &arguments.fields {
        let pair = field.split_once('=').filter(|(name, _)| !name.is_empty());
        fields.push(pair.ok_or_else(|| Failure::usage(format!("`{field}`: write NAME=VALUE")))?);
    }
    let fields: Fields = fields.into_iter().collect();
    let transport = door::transport(settings, &[endpoint])?;
    let listener = match door::tls(arguments.cert.as_deref(), arguments.key.as_deref())? {
        Some(tls) => Listener::tls(arguments.bind, tls).await?,
        None => Listener::plain(arguments.bind).await?,
    };
    let name = arguments.name.clone().unwrap_or_else(|| listener.address().to_string());
    let site = Site::parse(&format!("{}://{name}", listener.scheme()))?;
    note(&format!("asking as the appliance {site}"));
    let probe = TicketProbe::new(listener, site, transport).form(super::form(arguments.form));
    probe.ask(&url, &fields, timeout).await.map_err(|error| match error.kind() {
        ErrorKind::Timeout => Failure::from(error)
            .with_exit(TIME_IS_UP)
            .with_hint("has the endpoint refused to answer that host? it has to know it as an appliance"),
        ErrorKind::Decode => Failure::from(error).with_exit(Exit::Invalid as u8),
        ErrorKind::Io if error.status().is_some() => Failure::from(error)
            .with_exit(Exit::Invalid as u8)
            .with_hint("a secret is missing, or the endpoint does not know this host as an appliance"),
        _ => Failure::from(error),
    })
}

/// Returns the address of the endpoint with its secret, and its host.
fn address(settings: &Settings, arguments: &TicketTest) -> Result<(Uri, Site)> {
    let malformed = || Failure::usage("URL: write https://host/path, or http to loopback");
    let mut text = arguments.url.clone();
    if let Some(secret) = door::secret(settings, arguments.secret_file.as_deref(), door::SECRET)? {
        text.push(if text.contains('?') { '&' } else { '?' });
        let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        text.push_str(&encoded(&arguments.secret_name));
        text.push('=');
        text.push_str(&encoded(secret.expose_secret()));
    }
    let uri: Uri = text.parse().map_err(|_| malformed())?;
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
        return Err(malformed());
    };
    let site = Site::parse(&format!("{scheme}://{authority}")).map_err(|_| malformed())?;
    Ok((uri, site))
}

/// What is printed.
#[derive(Debug, Serialize)]
struct Printed<'a> {
    response: String,
    message: Option<&'a str>,
    attributes: BTreeMap<&'a str, &'a str>,
    form: &'static str,
    receipt_ms: u128,
    decided_ms: u128,
}

impl<'a> Printed<'a> {
    fn new(probed: &'a Probed) -> Self {
        Self {
            response: probed.decision.verdict().to_string(),
            message: probed.decision.text(),
            attributes: probed.decision.attributes().collect(),
            form: match probed.form {
                ReplyForm::Form => "form",
                ReplyForm::Json => "json",
            },
            receipt_ms: probed.receipt.as_millis(),
            decided_ms: probed.decided.as_millis(),
        }
    }
}
