//! `btapi ticket serve`

use std::sync::Arc;

use bt_sra::webhook::server::Listener;
use bt_sra::webhook::server::tickets::{ExecApprover, ManualApprover, Page, TicketApprover, TicketEndpoint};
use bt_sra::{ExposeSecret as _, Site};

use super::super::bulk::span;
use super::super::door::{self, Loud};
use crate::args::TicketServe;
use crate::failure::{Failure, Result};
use crate::net;
use crate::output::{complain, note};
use crate::settings::Settings;

/// The variable with the token of the page.
const TOKEN: &str = "BT_TICKET_TOKEN";

/// Decides on ticket IDs until stopped.
pub(in crate::cmd) fn run(settings: &Settings, arguments: &TicketServe) -> Result<()> {
    let runtime = net::runtime()?;
    let ended = runtime.block_on(serve(settings, arguments));
    runtime.shutdown_background();
    ended
}

async fn serve(settings: &Settings, arguments: &TicketServe) -> Result<()> {
    let appliances = appliances(settings, arguments)?;
    let limit = span::read("--time-limit", &arguments.time_limit)?;
    let (approver, page): (Arc<dyn TicketApprover>, _) = match door::program(&arguments.exec, limit) {
        Some(program) => (Arc::new(ExecApprover::new(program)), None),
        None => {
            let people = ManualApprover::new();
            (Arc::new(people.clone()), Some(page(settings, arguments, people).await?))
        }
    };
    let listener = door::listen(arguments.bind, &arguments.door).await?;
    let gate = door::gate(settings, &arguments.door, &listener)?;
    let transport = door::transport(settings, &appliances)?;
    let endpoint = TicketEndpoint::builder(approver, appliances, transport, &arguments.journal)
        .gate(gate)
        .reply_form(super::form(arguments.reply))
        .decide_within(span::read("--decide-within", &arguments.decide_within)?)
        .observer(Arc::new(Loud::default()))
        .build()?;
    let address = format!("{}://{}", listener.scheme(), listener.address());
    door::serve(&address, async move |stop| {
        let serving = endpoint.serve(listener, stop.clone().wait());
        match page {
            None => serving.await,
            Some((page, listener)) => {
                let (served, shown) = tokio::join!(serving, page.serve(listener, stop.wait()));
                served.and(shown)
            }
        }
    })
    .await
}

fn appliances(settings: &Settings, arguments: &TicketServe) -> Result<Vec<Site>> {
    let mut names = arguments.appliance.clone();
    if names.is_empty() {
        Settings::check(&["BT_API_HOST"])?;
        names.extend(settings.get("BT_API_HOST"));
    }
    if names.is_empty() {
        return Err(Failure::usage("which appliance may ask?")
            .with_hint("name it with --appliance, or set BT_API_HOST; decisions go to no other host"));
    }
    names.iter().map(|name| Site::parse(name).map_err(Failure::from)).collect()
}

/// Makes the page, and listens for those who look at it.
async fn page(
    settings: &Settings,
    arguments: &TicketServe,
    people: ManualApprover,
) -> Result<(Page, Listener)> {
    let given = door::secret(settings, arguments.page_token_file.as_deref(), TOKEN)?;
    let is_new = given.is_none();
    let token = given.map_or_else(Page::random_token, Ok)?;
    let listener = match door::tls(arguments.door.cert.as_deref(), arguments.door.key.as_deref())? {
        Some(tls) => Listener::tls(arguments.page, tls).await?,
        None => Listener::plain(arguments.page).await?,
    };
    let page = Page::new(people, token.clone())?.observer(Arc::new(Loud::default()));
    let page = arguments.page_name.iter().fold(page, |page, name| page.host(name));
    note(&format!("the page is at {}://{}/", listener.scheme(), listener.address()));
    if is_new {
        // Whoever reads this may decide; that is whoever has started it.
        complain(&format!("btapi: note: its token is {}\n", token.expose_secret()));
    }
    Ok((page, listener))
}
