//! `btapi jump-client prune`: first a plan that people read, then what the plan says and no more.

mod apply;
mod judge;
mod plan;

use super::Context;
use crate::args::Prune;
use crate::cmd::bulk::formula::guard;
use crate::failure::{Exit, Failure, Result, plain};
use crate::output::Plan;
use crate::shape::Shape;

/// The collection.
const CLIENTS: &str = "jump-client";

/// Writes a plan, or carries one out.
pub(super) fn run(context: &Context<'_>, arguments: &Prune) -> Result<()> {
    match (&arguments.apply, &arguments.plan) {
        (Some(file), _) => apply::run(context, file.as_ref()),
        (None, Some(file)) => plan::run(context, arguments, file.as_ref()),
        (None, None) => Err(Failure::usage("either --plan or --apply is needed")),
    }
}

/// Prints counts.
fn print(context: &Context<'_>, counts: &[(&str, usize)]) -> Result<()> {
    let summary: serde_json::Map<String, serde_json::Value> =
        counts.iter().map(|(name, count)| ((*name).to_owned(), (*count).into())).collect();
    let raw = serde_json::value::to_raw_value(&summary)
        .map_err(|error| Failure::new(Exit::Other, error.to_string()))?;
    Plan::new(context.globals, crate::args::Format::Json, Shape::UNKNOWN)?.value(&raw)
}

/// The columns of a plan.
const COLUMNS: [&str; 14] = [
    "reason",
    "id",
    "name",
    "hostname",
    "fqdn",
    "operating_system",
    "jump_group_type",
    "jump_group",
    "tag",
    super::presence::CONNECTED,
    super::presence::DISCONNECTED,
    "days_offline",
    KEPT,
    SITE,
];

/// The column with the id of the Jump Client that stays, where a duplicate is planned.
const KEPT: &str = "kept_id";

/// The column with the site.
const SITE: &str = "site";

/// Returns a text of a client as a plan shows it. Anybody may have named the machines: nothing in it
/// hides a line from who looks at the plan in a terminal, or becomes a formula in a spreadsheet.
fn shown(text: &str) -> String {
    guard(&plain(text))
}
