//! `btapi key QUEUE`

use bt_sra::Product;
use bt_sra::command::{Priority, Queue, Rep};
use serde_json::value::to_raw_value;

use super::Context;
use super::bulk::span;
use crate::args::Key;
use crate::failure::{Exit, Failure, Result, plain};
use crate::net;
use crate::output::{self, Plan};
use crate::shape::Shape;

/// Makes a session key, and prints it.
pub(super) fn run(context: &Context<'_>, arguments: &Key) -> Result<()> {
    if context.settings.product(context.globals)? == Some(Product::Pra) {
        return Err(Failure::usage("session keys are of Remote Support only"));
    }
    let queue = queue(&arguments.queue)?;
    let ttl = arguments.ttl.as_deref().map(|text| span::read("--ttl", text)).transpose()?;
    if ttl.is_some_and(|ttl| ttl.as_secs() == 0) {
        return Err(Failure::usage("--ttl: is shorter than 1s"));
    }
    let mut custom = Vec::new();
    for word in &arguments.custom {
        let pair = word.split_once('=').filter(|(name, _)| !name.is_empty());
        let Some((name, value)) = pair else {
            return Err(Failure::usage(format!("--custom: `{}` is not CODE_NAME=VALUE", plain(word))));
        };
        custom.push((name, value));
    }
    let plan = Plan::reading(context.globals, Shape::UNKNOWN)?;
    net::run(&context.settings, async |net| {
        let mut call = net.command().generate_session_key(&queue).with_deadline(net.timeout());
        if let Some(ttl) = ttl {
            call = call.ttl(ttl);
        }
        if let Some(key) = &arguments.external_key {
            call = call.external_key(key);
        }
        for (name, value) in custom {
            call = call.custom(name, value);
        }
        if let Some(priority) = arguments.priority.as_deref() {
            call = call.priority(match priority {
                "high" => Priority::High,
                "low" => Priority::Low,
                _ => Priority::Medium,
            });
        }
        if !arguments.skills.is_empty() {
            call = call.skills(&arguments.skills);
        }
        if let Some(site) = &arguments.site {
            call = call.url_hostname(site);
        }
        if plan.is_raw() {
            let document = call.document().await.map_err(Failure::of_change)?;
            return output::write(&document).map_err(|failure| failure.with_hint(super::LOST));
        }
        let key = call.send().await.map_err(Failure::of_change)?;
        let value = to_raw_value(&key).map_err(|error| Failure::new(Exit::Other, error.to_string()))?;
        plan.value(&value).map_err(|failure| failure.with_hint(super::LOST))
    })
}

/// Reads where the customer waits.
fn queue(text: &str) -> Result<Queue> {
    let fail = || {
        Failure::usage(format!("`{}` is no queue", plain(text)))
            .with_hint("write general, rep:ID, rep_username:NAME, team:ID or issue:CODE_NAME")
    };
    let id = |text: &str| text.parse::<i64>().ok().filter(|id| *id > 0).ok_or_else(fail);
    if text == "general" {
        return Ok(Queue::General);
    }
    match text.split_once(':').filter(|(_, rest)| !rest.is_empty()).ok_or_else(fail)? {
        ("rep", rest) => id(rest).map(|id| Queue::Rep(Rep::Id(id.into()))),
        ("rep_username", name) => Ok(Queue::Rep(Rep::Username(name.to_owned()))),
        ("team", rest) => id(rest).map(|id| Queue::Team(id.into())),
        ("issue", code_name) => Ok(Queue::Issue(code_name.to_owned())),
        ("embassy", rest) => id(rest).map(Queue::Embassy),
        _ => Err(fail()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queues_are_written_as_the_api_writes_them() {
        for text in ["general", "rep:7", "rep_username:mira:x", "team:7", "issue:printer", "embassy:3"] {
            assert_eq!(queue(text).unwrap().to_string(), text);
        }
        for text in ["", "General", "rep:", "rep:x", "rep:-1", "team", "user:1", "all"] {
            assert_eq!(queue(text).unwrap_err().exit_code(), 2, "{text}");
        }
    }
}
