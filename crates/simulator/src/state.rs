//! The whole state of a site as one JSON document, and back.
//!
//! What happened, what is kept, who may do what until when: all of it but the faults that wait,
//! the captured exchanges and the counts of connections, which belong to the server.

use std::io;
use std::time::Duration;

use bt_sra_core::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::course;
use crate::history::History;
use crate::journal::Journal;
use crate::limits::nanos;
use crate::live::Live;
use crate::oauth::{self, ACCOUNTS, Account};
use crate::rng::Rng;
use crate::seed::shell_jumps;
use crate::store::Store;
use crate::store::saved::Saved as SavedStore;
use crate::time::Time;
use crate::world::{Site, Switches};

/// By what a document of ours is known.
const FORMAT: &str = "bt-sra simulator state";

/// The version of the document that is written and read.
const VERSION: u64 = 1;

/// The document. It has no `Debug`: it is full of secrets.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct State {
    format: String,
    version: u64,
    product: String,
    clock: SavedClock,
    switches: Switches,
    rng: u64,
    tokens_issued: u64,
    refused_for_rate: u64,
    accounts: Vec<oauth::saved::Saved>,
    store: SavedStore,
    /// Absent from files that were written before there was any.
    #[serde(default)]
    live: Option<Live>,
    /// The same; then there is no history.
    #[serde(default)]
    history: History,
    #[serde(default)]
    journal: Journal,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct SavedClock {
    /// When the document was written, in milliseconds since 1970, by the clock below.
    written: i64,
    /// By how many nanoseconds the appliance's clock was ahead of it.
    ahead: u64,
    held: bool,
}

/// Writes the state down.
///
/// # Errors
///
/// If it cannot be put in JSON, which no state of a site has done yet.
pub(crate) fn save(site: &Site, time: &Time) -> io::Result<Value> {
    // All fields are named, so that a new one is not forgotten here.
    let Site {
        product,
        catalog: _,
        router: _,
        store,
        live,
        history,
        journal,
        accounts,
        rng,
        switches,
        btapi: _,
        // That of the server.
        origin: _,
        tokens_issued,
        refused_for_rate,
        // It is looked up again what is due.
        next_event: _,
        openapi: _,
    } = site;
    let now = time.now().steady;
    let state = State {
        format: FORMAT.to_owned(),
        version: VERSION,
        product: product.as_str().to_owned(),
        clock: SavedClock {
            written: time.base().as_millisecond(),
            ahead: nanos(time.ahead()),
            held: time.held(),
        },
        switches: *switches,
        rng: rng.state(),
        tokens_issued: *tokens_issued,
        refused_for_rate: *refused_for_rate,
        accounts: accounts.iter().map(|account| account.save(now)).collect(),
        store: store.save(),
        live: Some(live.clone()),
        history: history.clone(),
        journal: journal.clone(),
    };
    serde_json::to_value(state).map_err(io::Error::other)
}

/// Puts a site into the state that was written down. If that cannot be, nothing is changed.
///
/// # Errors
///
/// With what is wrong with the document, and where.
pub(crate) fn load(site: &mut Site, time: &Time, document: &Value) -> io::Result<()> {
    let State {
        format: _,
        version: _,
        product,
        clock,
        switches,
        rng,
        tokens_issued,
        refused_for_rate,
        accounts,
        store,
        live,
        history,
        journal,
    } = read(document).map_err(invalid)?;
    if product != site.product.as_str() {
        let own = site.product.as_str();
        return Err(invalid(format!("it is the state of a site of `{product}`, and this is one of `{own}`")));
    }
    let written = Timestamp::from_millisecond(clock.written)
        .ok_or_else(|| invalid(format!("clock.written: {} is no time", clock.written)))?;
    let store = Store::load(store, |description| shell_jumps::revive(site, description))
        .map_err(|error| invalid(format!("store.{error}")))?;
    for (index, account) in accounts.iter().enumerate() {
        if !store.has(ACCOUNTS, 0, account.id) {
            let id = account.id;
            return Err(invalid(format!("accounts[{index}].id: there is no account {id} in {ACCOUNTS}")));
        }
    }
    let held = clock.held.then_some(written);
    time.set(Duration::from_nanos(clock.ahead), held);
    let since = u64::try_from(time.base().as_millisecond().saturating_sub(clock.written)).unwrap_or_default();
    let then = time.now().steady.saturating_sub(Duration::from_millis(since));
    site.accounts = accounts.into_iter().map(|account| Account::load(account, then)).collect();
    site.store = store;
    if let Some(live) = live {
        site.live = live;
    }
    site.history = history;
    site.journal = journal;
    site.rng = Rng::new(rng);
    site.switches = switches;
    site.tokens_issued = tokens_issued;
    site.refused_for_rate = refused_for_rate;
    course::wake(site);
    Ok(())
}

fn read(document: &Value) -> Result<State, String> {
    let format = document.get("format").and_then(Value::as_str);
    if format != Some(FORMAT) {
        return Err(format!("it is no saved state of a simulator: its `format` is not `{FORMAT}`"));
    }
    match document.get("version").and_then(Value::as_u64) {
        Some(VERSION) => {}
        Some(other) => {
            return Err(format!("it is of version {other}, and this program reads version {VERSION}"));
        }
        None => return Err("it has no `version`".to_owned()),
    }
    serde_path_to_error::deserialize(document).map_err(|error| {
        // The message of serde may quote what it has found; the place says enough.
        let place = error.path().to_string();
        let kind = error.into_inner();
        let what = if kind.is_data() { shape(&kind.to_string()) } else { "it cannot be read".to_owned() };
        format!("{place}: {what}")
    })
}

/// Takes the values out of serde's words: they may be secrets.
fn shape(message: &str) -> String {
    match message.split_once(", expected ") {
        Some((_, expected)) if message.starts_with("invalid ") => format!("expected {expected}"),
        _ => message.to_owned(),
    }
}

fn invalid(what: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}
