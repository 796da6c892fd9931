//! `btapi wait RESOURCE [ID] --until CONDITION`

use std::time::Duration;

use bt_sra::{Clock as _, SystemClock};
use bt_sra_catalog::Method;
use serde_json::Value;
use serde_json::value::RawValue;

use super::Context;
use super::bulk::fetch::Thing;
use super::bulk::span;
use super::presence::Presence;
use super::target::Target;
use crate::args::{Format, Wait};
use crate::failure::{Exit, Failure, Result, chain, plain};
use crate::net::{self, Call, Net};
use crate::output::{self, Plan};
use crate::progress::Unit;
use crate::{interrupt, json};

/// The exit code when time is up: that of `timeout`.
const TIME_IS_UP: u8 = 124;

/// The shortest interval: with less, the requests of an hour are used up before the hour is over.
const SHORTEST: Duration = Duration::from_millis(250);

/// The first interval, and what it grows to, when none is given.
const FIRST: Duration = Duration::from_secs(2);
const LONGEST: Duration = Duration::from_secs(15);

/// Waits until a thing is as it should be, and prints it.
pub(super) fn run(context: &Context<'_>, arguments: &Wait) -> Result<()> {
    let condition = Condition::read(&arguments.until)?;
    let timeout = span::read("--timeout", &arguments.timeout)?;
    let interval = arguments.interval.as_deref().map(|text| span::read("--interval", text)).transpose()?;
    if interval.is_some_and(|interval| interval < SHORTEST) {
        return Err(Failure::usage("--interval: is shorter than 0.25s")
            .with_hint("an API account has 15000 requests an hour, and every look is one"));
    }
    let id = arguments.id.as_deref();
    let target = Target::find(&context.vocabulary, &arguments.resource, id, Method::Get)?;
    if id.is_none() && target.found.answers_list() {
        let resource = &arguments.resource;
        return Err(Failure::usage(format!("which one of {resource}? the id is missing")));
    }
    condition.check(&target)?;
    let plan = Plan::new(context.globals, Format::Json, target.found.answer())?;
    target.note_if_unknown(&context.vocabulary, Method::Get);
    let call = Call::new(Method::Get, &target.path);
    let timeout_text = arguments.timeout.trim().to_owned();
    let until = arguments.until.clone();
    let watch = Watch { call, condition, until, timeout, timeout_text, interval };
    let thing = net::run(&context.settings, async |net| {
        net.keep_signals();
        net.progress().begin(&format!("waiting for {}: {}", target.path, arguments.until.trim()), Unit::Time);
        tokio::select! {
            seen = watch.run(net) => seen,
            code = interrupt::stop() => Err(Failure::coded(code, format!("{}: stopped waiting", target.path))),
        }
    })?;
    match thing {
        Some(thing) => plan.value(&thing),
        None => Ok(()),
    }
}

/// What is waited for.
#[derive(Debug, Eq, PartialEq)]
enum Condition {
    Connected,
    Finished,
    Exists,
    Gone,
    Field { path: Vec<String>, value: String, is_equal: bool },
}

impl Condition {
    fn read(text: &str) -> Result<Self> {
        let (name, value, is_equal) = match (text.split_once("!="), text.split_once('=')) {
            (Some((name, value)), Some((shorter, _))) if name.len() < shorter.len() + 1 => {
                (name, value, false)
            }
            (_, Some((name, value))) => (name, value, true),
            (_, None) => {
                return match text {
                    "connected" | "online" => Ok(Self::Connected),
                    "finished" => Ok(Self::Finished),
                    "exists" => Ok(Self::Exists),
                    "gone" => Ok(Self::Gone),
                    _ => Err(Failure::usage(format!("--until: `{text}` is no condition"))
                        .with_hint("write connected, finished, exists, gone, FIELD=VALUE or FIELD!=VALUE")),
                };
            }
        };
        let name = name.trim().replace("__", ".");
        let path: Vec<String> = name.split('.').map(str::to_owned).collect();
        if path.iter().any(String::is_empty) {
            return Err(Failure::usage(format!("--until: `{text}` names no field")));
        }
        Ok(Self::Field { path, value: value.to_owned(), is_equal })
    }

    /// Refuses what can never become true.
    fn check(&self, target: &Target) -> Result<()> {
        let shape = target.found.answer();
        let objects = shape.objects();
        if !target.found.is_known() || objects.is_empty() {
            return Ok(());
        }
        let has = |name: &str| objects.iter().any(|object| object.field(name).is_some());
        let path = &target.path;
        match self {
            Self::Connected if !has("connected") && !has("last_connect_timestamp") => {
                Err(Failure::usage(format!("{path}: nothing tells if it is connected")))
            }
            Self::Finished if !has("finished_timestamp") => {
                Err(Failure::usage(format!("{path}: nothing tells if it is finished")))
            }
            Self::Field { path: names, .. } => {
                let Some(first) = names.first().filter(|name| !has(name)) else { return Ok(()) };
                let known = objects.iter().flat_map(|object| object.fields).map(|field| field.name);
                let guess = crate::suggest::closest(first, known)
                    .map_or_else(String::new, |guess| format!(" (did you mean `{guess}`?)"));
                output::note(&format!(
                    "{path}: the field `{first}` is not known here{guess}; waiting for it"
                ));
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Judges what is there; nothing if nothing is.
    fn holds(&self, thing: Option<&Value>) -> bool {
        let object = thing.and_then(Value::as_object);
        match self {
            Self::Exists => thing.is_some(),
            Self::Gone => thing.is_none(),
            Self::Connected => object.is_some_and(is_connected),
            Self::Finished => {
                object.and_then(|thing| thing.get("finished_timestamp")).is_some_and(is_something)
            }
            Self::Field { path, value, is_equal } => {
                let Some(thing) = thing else { return false };
                let found = path.iter().try_fold(thing, |value, name| match value {
                    Value::Array(items) => items.get(name.parse::<usize>().ok()?),
                    value => value.get(name),
                });
                found.map_or(value.is_empty(), |found| says(found, value)) == *is_equal
            }
        }
    }
}

fn is_something(value: &Value) -> bool {
    !value.is_null() && value.as_str() != Some("")
}

/// A Jumpoint says so itself; for a Jump Client it follows from its times.
fn is_connected(thing: &Thing) -> bool {
    match thing.get("connected") {
        Some(connected) => connected == &Value::Bool(true),
        None => Presence::of(thing) == Presence::Connected,
    }
}

/// Returns whether a value is what somebody has typed.
fn says(value: &Value, text: &str) -> bool {
    match value {
        Value::String(found) => found == text,
        Value::Null => text.is_empty() || text == "null",
        Value::Bool(found) => text.eq_ignore_ascii_case(if *found { "true" } else { "false" }),
        other => serde_json::from_str::<Value>(text).is_ok_and(|typed| typed == *other),
    }
}

/// A wait under way.
struct Watch {
    call: Call,
    condition: Condition,
    /// The condition as it was written.
    until: String,
    timeout: Duration,
    timeout_text: String,
    interval: Option<Duration>,
}

/// What a look has shown.
enum Look {
    /// The thing, or that there is none.
    Seen(Option<Box<RawValue>>),
    /// Nothing, for a reason that may pass.
    Missed(String),
}

impl Watch {
    async fn run(&self, net: &Net) -> Result<Option<Box<RawValue>>> {
        let end = SystemClock.monotonic().saturating_add(self.timeout);
        let mut pause = self.interval.unwrap_or(FIRST);
        let mut missed = None;
        loop {
            let left = end.saturating_sub(SystemClock.monotonic());
            // A look may be under way when time is up; it is not waited for.
            let look = tokio::select! {
                biased;
                look = self.look(net) => Some(look?),
                () = SystemClock.sleep(left) => None,
            };
            match look {
                Some(Look::Seen(raw)) => {
                    missed = None;
                    let thing: Option<Value> =
                        raw.as_deref().and_then(|raw| serde_json::from_str(raw.get()).ok());
                    if self.condition.holds(thing.as_ref()) {
                        return Ok(raw);
                    }
                    if raw.is_none() && self.condition != Condition::Exists {
                        let name = self.call.name();
                        return Err(Failure::new(Exit::NotFound, format!("{name}: there is nothing")));
                    }
                }
                // The same again is not told again.
                Some(Look::Missed(why)) if missed.as_ref() != Some(&why) => {
                    output::note(&format!("{why}; trying again"));
                    missed = Some(why);
                }
                _ => {}
            }
            let left = end.saturating_sub(SystemClock.monotonic());
            if left.is_zero() {
                return Err(self.time_is_up(missed));
            }
            SystemClock.sleep(pause.min(left)).await;
            if self.interval.is_none() {
                pause = (pause * 3 / 2).min(LONGEST);
            }
        }
    }

    async fn look(&self, net: &Net) -> Result<Look> {
        let error = match net.attempt(self.call.clone()).await {
            Ok(answer) => {
                let raw: Box<RawValue> = serde_json::from_slice(&answer.body).map_err(|_| {
                    Failure::new(Exit::Unreadable, format!("{}: the answer is not JSON", answer.name))
                })?;
                if json::is_too_deep(raw.get()) {
                    let what = format!("{}: the answer is nested too deep", answer.name);
                    return Err(Failure::new(Exit::Unreadable, what));
                }
                return Ok(Look::Seen(Some(raw)));
            }
            Err(error) => error,
        };
        match error.status().map(|status| status.as_u16()) {
            Some(404) => Ok(Look::Seen(None)),
            _ if error.is_transient() => Ok(Look::Missed(plain(&chain(&error)))),
            _ => Err(self.call.fail()(error)),
        }
    }

    fn time_is_up(&self, missed: Option<String>) -> Failure {
        let (until, waited) = (plain(&self.until), &self.timeout_text);
        let mut what = format!("{}: not `{until}` within {waited}", self.call.name());
        if let Some(missed) = missed {
            what.push_str(&format!("; the last look failed: {missed}"));
        }
        Failure::coded(TIME_IS_UP, what)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(condition: &str, thing: Value, expected: bool) {
        let condition = Condition::read(condition).unwrap();
        assert_eq!(condition.holds(Some(&thing)), expected, "{condition:?} {thing}");
    }

    #[test]
    fn fields_are_compared_as_they_are_written() {
        check("tag=web", json!({ "tag": "web" }), true);
        check("tag!=web", json!({ "tag": "lab" }), true);
        check("tag!=web", json!({ "tag": "web" }), false);
        check("port=22", json!({ "port": 22 }), true);
        check("enabled=True", json!({ "enabled": true }), true);
        check("a.b=1", json!({ "a": { "b": 1 } }), true);
        check("a__0__b=1", json!({ "a": [{ "b": 1 }] }), true);
        check("url=https://x/?a=b", json!({ "url": "https://x/?a=b" }), true);
        check("note=a!=b", json!({ "note": "a!=b" }), true);
        check("tag=", json!({ "tag": null }), true);
        check("tag=", json!({}), true);
        check("tag!=", json!({ "tag": "x" }), true);
    }

    #[test]
    fn words_stand_for_what_a_thing_shows() {
        check("connected", json!({ "connected": false }), false);
        check("connected", json!({ "connected": true }), true);
        check("connected", json!({ "last_connect_timestamp": "2026-01-01T00:00:00+00:00" }), true);
        check("finished", json!({ "finished_timestamp": null }), false);
        check("finished", json!({ "finished_timestamp": "2026-01-01T00:00:00+00:00" }), true);
        assert!(Condition::Gone.holds(None) && !Condition::Gone.holds(Some(&json!({}))));
        assert!(!Condition::Exists.holds(None) && Condition::Exists.holds(Some(&json!({}))));
        for wrong in ["ready", "=5", "a..b=1", ""] {
            assert_eq!(Condition::read(wrong).unwrap_err().exit_code(), 2, "{wrong}");
        }
    }
}
