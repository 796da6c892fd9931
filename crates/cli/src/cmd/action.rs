//! `btapi command ACTION [NAME=VALUE]…`

mod check;

use std::io::IsTerminal as _;

use bt_sra::Product;
use bt_sra::command::{Action, actions::AnyAnswer};
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};

use super::Context;
use crate::args::{ActionCall, Format};
use crate::failure::{Exit, Failure, Result, plain};
use crate::input;
use crate::net;
use crate::output::{self, Plan};
use crate::shape::Shape;
use crate::suggest::closest;

/// Calls an action, and prints the document that answers it.
pub(super) fn run(context: &Context<'_>, arguments: &ActionCall) -> Result<()> {
    let name = arguments.name.as_str();
    let action = Action::find(name);
    let parameters = parameters(context, arguments)?;
    let product = context.settings.product(context.globals)?;
    match action {
        Some(action) => {
            allow(action, product)?;
            check::all(action, product, &parameters)?;
        }
        None => note_unknown(name)?,
    }
    let default = if std::io::stdout().is_terminal() { Format::Table } else { Format::Json };
    let plan = Plan::new(context.globals, default, Shape::UNKNOWN)?;
    let acts = action.is_none_or(|action| !action.reads());
    let fail = if acts { Failure::of_change } else { Failure::from };
    net::run(&context.settings, async |net| {
        let call = net.command().action(name).with_deadline(net.timeout());
        let call = parameters.into_iter().fold(call, |call, (name, value)| call.param(name, value));
        if plan.is_raw() {
            let document = call.document().await.map_err(fail)?;
            return output::write(&document).map_err(|failure| lost(failure, acts));
        }
        let answer = call.send().await.map_err(fail)?;
        let value = document(&answer, action).map_err(|failure| unsure(failure, acts))?;
        print(&value, &plan).map_err(|failure| lost(failure, acts))
    })
}

/// Says of an answer that is not understood that the work may be done.
fn unsure(failure: Failure, acts: bool) -> Failure {
    if acts { failure.with_hint(super::UNSURE) } else { failure }
}

/// Returns what is inside of a document, if it is the one that answers the action.
fn document(answer: &AnyAnswer, action: Option<&Action>) -> Result<Value> {
    let unprintable = |error: serde_json::Error| Failure::new(Exit::Other, error.to_string());
    let (name, inner) = match answer {
        AnyAnswer::Known(reply) => {
            // An object with the name of the document as its only member.
            let value = serde_json::to_value(reply).map_err(unprintable)?;
            let Value::Object(members) = value else { return Ok(value) };
            members.into_iter().next().unwrap_or_default()
        }
        AnyAnswer::Other(tree) => (tree.name.clone(), serde_json::to_value(tree).map_err(unprintable)?),
        _ => return Err(Failure::new(Exit::Unreadable, "the answer is of a kind that is not known")),
    };
    match action {
        Some(action) if action.root != name => {
            let (action, expected, name) = (action.name, action.root, plain(&name));
            let message = format!("{action}: the answer is a document `{name}`, and not `{expected}`");
            Err(Failure::new(Exit::Unreadable, message).with_hint("--raw prints what can be read of it"))
        }
        _ => Ok(inner),
    }
}

/// Says of an output that failed that the work is done.
fn lost(failure: Failure, acts: bool) -> Failure {
    if acts { failure.with_hint(super::LOST) } else { failure }
}

/// Reads the parameters: from the command line, and with -k from standard input.
fn parameters(context: &Context<'_>, arguments: &ActionCall) -> Result<Vec<(String, String)>> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for word in &arguments.parameters {
        let Some((name, value)) = word.split_once('=').filter(|(name, _)| !name.is_empty()) else {
            return Err(Failure::usage(format!("`{}` is no parameter; write NAME=VALUE", plain(word)))
                .with_hint("options stand before the action if it is one that btapi does not know"));
        };
        pairs.push((name.to_owned(), value.to_owned()));
    }
    if context.globals.kv_in {
        pairs.extend(input::pairs()?.into_iter().map(|pair| (pair.key, pair.value.text)));
    }
    for (place, (name, _)) in pairs.iter().enumerate() {
        if name == "action" {
            return Err(Failure::usage("`action` stands behind `command`, without a name"));
        }
        if pairs.iter().take(place).any(|(before, _)| before == name) {
            return Err(Failure::usage(format!("`{}` is given twice", plain(name))));
        }
    }
    Ok(pairs)
}

/// Refuses what the product lacks, if it is known which it is.
fn allow(action: &Action, product: Option<Product>) -> Result<()> {
    match (action.only, product) {
        (Some(only), Some(product)) if only != product => {
            Err(Failure::usage(format!("`{}` is an action of {only}, and not of {product}", action.name)))
        }
        _ => Ok(()),
    }
}

fn note_unknown(name: &str) -> Result<()> {
    if name.is_empty() || name == "help" {
        return Err(Failure::usage("which action? `btapi command` lists them"));
    }
    let names = || bt_sra::command::ACTIONS.iter().map(|action| action.name);
    if let Some(known) = names().find(|known| known.eq_ignore_ascii_case(name)) {
        return Err(Failure::usage(format!("there is no action `{}`, but `{known}`", plain(name))));
    }
    let guess =
        closest(name, names()).map_or_else(String::new, |guess| format!(" (did you mean `{guess}`?)"));
    output::note(&format!("the action `{name}` is not known here{guess}; sent as it is, and once"));
    Ok(())
}

/// The members of documents that are the items of a list.
const LISTS: [&str; 6] =
    ["appliances", "clients", "connected_clients", "custom_attributes", "reps", "support_teams"];

/// Prints a document: whole, or in formats for lists the items of its list.
fn print(inner: &Value, plan: &Plan) -> Result<()> {
    let unprintable = |error: serde_json::Error| Failure::new(Exit::Other, error.to_string());
    let list = LISTS.iter().find_map(|name| inner.get(name)?.as_array());
    let takes_items = matches!(plan.format(), Format::Ndjson | Format::Csv | Format::Table);
    match list.filter(|_| takes_items && !plan.has_query()) {
        Some(items) => {
            let items: Vec<Box<RawValue>> =
                items.iter().map(to_raw_value).collect::<Result<_, _>>().map_err(unprintable)?;
            print_items(&items, plan)
        }
        None => plan.value(&to_raw_value(inner).map_err(unprintable)?),
    }
}

fn print_items(items: &[Box<RawValue>], plan: &Plan) -> Result<()> {
    let items: Vec<&RawValue> = items.iter().map(|item| &**item).collect();
    let mut writer = plan.list(output::width(std::env::var("COLUMNS").ok().as_deref()));
    let text = writer.page(&items)?;
    let end = writer.end()?;
    output::write(format!("{text}{end}").as_bytes())
}
