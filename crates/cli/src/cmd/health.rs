//! `btapi health [--watch]`

use std::time::Duration;

use bt_sra::command::Health;
use bt_sra::{Clock as _, SystemClock, Timestamp};
use serde::Serialize;
use serde_json::value::to_raw_value;

use super::Context;
use super::bulk::span;
use crate::args::{self, Format, HealthApi};
use crate::failure::{Exit, Failure, Result, chain, plain};
use crate::interrupt;
use crate::net::{self, Needs, Net};
use crate::output::{self, Plan};
use crate::shape::Shape;

/// The shortest interval of `--watch`: more often would be a burden.
const SHORTEST: Duration = Duration::from_secs(1);

/// Tells the health of the appliance, once or until somebody stops it.
pub(super) fn run(context: &Context<'_>, arguments: &args::Health) -> Result<()> {
    let interval = span::read("--interval", &arguments.interval)?;
    if interval < SHORTEST {
        return Err(Failure::usage("--interval: is shorter than 1s"));
    }
    let sync_within =
        arguments.sync_within.as_deref().map(|text| span::read("--sync-within", text)).transpose()?;
    let api = arguments.api.unwrap_or_else(|| match context.settings.get("BT_CLIENT_ID") {
        Some(_) => HealthApi::Xml,
        None => HealthApi::Plain,
    });
    let timeout = span::read("--timeout", &arguments.timeout)?;
    if timeout.is_zero() {
        return Err(Failure::usage("--timeout: is no time at all"));
    }
    if context.globals.raw {
        return Err(Failure::usage(
            "--raw: the answers of three APIs are one here; see `btapi command check_health --raw`",
        ));
    }
    let asks_failover = arguments.role.is_some() || sync_within.is_some();
    if api == HealthApi::Plain && asks_failover {
        return Err(Failure::usage("--role and --sync-within: not told by the plain address")
            .with_hint("set BT_CLIENT_ID and BT_CLIENT_SECRET, or leave out --api plain"));
    }
    let watch = Watch {
        api,
        role: arguments.role.clone(),
        sync_within,
        timeout,
        plan: Plan::new(context.globals, Format::Table, Shape::UNKNOWN)?,
        is_dated: arguments.watch,
    };
    let needs = if api == HealthApi::Plain { Needs::Host } else { Needs::Credentials };
    let ended = net::run_with(&context.settings, needs, async |net| {
        let mut last = watch.look(net).await;
        // Whether or not somebody reads it: the exit code says the same.
        let mut printed = watch.print(&last);
        if arguments.watch && printed.is_ok() {
            net.keep_signals();
            loop {
                tokio::select! {
                    () = SystemClock.sleep(interval) => {}
                    _ = interrupt::stop() => break,
                }
                let look = tokio::select! {
                    look = watch.look(net) => look,
                    _ = interrupt::stop() => break,
                };
                if look.text() != last.text() {
                    printed = watch.print(&look);
                }
                last = look;
                if printed.is_err() {
                    break;
                }
            }
        }
        match (printed, last.state) {
            (Err(failure @ Failure::Said { .. }), _) => Err(failure),
            (_, State::Ok) => Ok(()),
            (_, state) => Err(Failure::Status(state as u8)),
        }
    });
    // What else fails leaves the health unknown: 1 and 2 say something of it.
    ended.map_err(|failure| failure.with_exit(State::Unknown as u8))
}

/// What monitoring programs tell apart, with the exit codes that they know.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
#[repr(u8)]
enum State {
    Ok = 0,
    Warning = 1,
    Critical = 2,
    Unknown = 3,
}

/// What a look has shown.
#[derive(Debug, Serialize)]
struct Look {
    time: Timestamp,
    state: State,
    /// What is not as it should be.
    problems: Vec<String>,
    #[serde(flatten)]
    health: Option<Health>,
}

struct Watch {
    api: HealthApi,
    role: Option<String>,
    sync_within: Option<Duration>,
    timeout: Duration,
    plan: Plan,
    /// Whether each line says when it was.
    is_dated: bool,
}

impl Watch {
    async fn look(&self, net: &Net) -> Look {
        let asked = ask(net, self.api, self.timeout.min(net.timeout())).await;
        let time = SystemClock.now();
        match asked {
            Ok(health) => self.judge(health, time),
            Err(error) => Look { time, state: State::Unknown, problems: vec![chain(&error)], health: None },
        }
    }

    fn judge(&self, health: Health, time: Timestamp) -> Look {
        let mut problems = Vec::new();
        if let Some(wanted) = &self.role
            && let found = health.failover_role.as_ref().map_or("unknown", |role| role.as_str())
            && found != wanted
        {
            problems.push(format!("the part in failover is {}, and not {wanted}", plain(found)));
        }
        if let Some(within) = self.sync_within {
            match health.last_data_sync {
                None => problems.push("no data sync is told of".to_owned()),
                Some(last) => {
                    let ago = time.saturating_duration_since(last);
                    if ago > within {
                        problems.push(format!("the last data sync was {} ago", span::write(ago)));
                    }
                }
            }
        }
        let mut state = if problems.is_empty() { State::Ok } else { State::Warning };
        if !health.healthy {
            state = State::Critical;
            let said = health.message.as_deref().map(plain).filter(|text| !text.trim().is_empty());
            problems.insert(0, said.unwrap_or_else(|| "the appliance is not healthy".to_owned()));
        }
        Look { time, state, problems, health: Some(health) }
    }

    fn print(&self, look: &Look) -> Result<()> {
        if self.plan.is_default() {
            let date = if self.is_dated { format!("{} ", look.time) } else { String::new() };
            return output::write(format!("{date}{}\n", look.text()).as_bytes());
        }
        let value = to_raw_value(look).map_err(|error| Failure::new(Exit::Other, error.to_string()))?;
        self.plan.value(&value)
    }
}

impl Look {
    /// A line for people and for monitoring programs, the same as long as nothing changes.
    fn text(&self) -> String {
        let word = match self.state {
            State::Ok => "OK",
            State::Warning => "WARNING",
            State::Critical => "CRITICAL",
            State::Unknown => "UNKNOWN",
        };
        let mut said = self.problems.clone();
        if let Some(health) = &self.health {
            let mut facts: Vec<String> = Vec::new();
            facts.extend(health.hostname.clone());
            facts.extend(health.version.as_ref().map(|version| format!("version {version}")));
            facts.extend(health.failover_role.as_ref().map(|role| format!("failover {role}")));
            facts.extend(health.last_data_sync.map(|time| format!("last data sync {time}")));
            if facts.is_empty() {
                facts.extend(health.message.clone().filter(|_| health.healthy));
            }
            said.push(facts.join(", "));
        }
        said.retain(|text| !text.is_empty());
        // Behind a bar, monitoring programs look for figures.
        let said = plain(&said.join("; ")).replace('|', "/");
        if said.is_empty() { word.to_owned() } else { format!("{word}: {said}") }
    }
}

async fn ask(net: &Net, api: HealthApi, timeout: Duration) -> Result<Health, bt_sra::Error> {
    let command = net.command();
    match api {
        HealthApi::Xml => command.check_health().with_deadline(timeout).send().await.map(Health::from),
        HealthApi::V2 => net.command_v2().health().with_deadline(timeout).send().await.map(Health::from),
        HealthApi::Plain => command.plain_health().with_deadline(timeout).send().await.map(Health::from),
    }
}

#[cfg(test)]
mod tests {
    use bt_sra::command::model::{command::HealthCheck, read};

    use super::*;

    fn look(role: Option<&str>, sync_within: Option<u64>, success: u8) -> Look {
        let xml = format!(
            "<health_check><appliance id='00112233445566778899aabbccddeeff'>node-1</appliance>\
             <version>24.1.2 (7)</version><success>{success}</success><error_message>Disk</error_message>\
             <failover_role>primary</failover_role><last_data_sync_time ts='1700000000'/></health_check>"
        );
        let watch = Watch {
            api: HealthApi::Xml,
            role: role.map(str::to_owned),
            sync_within: sync_within.map(Duration::from_secs),
            timeout: Duration::from_secs(1),
            plan: Plan::new(&args::Globals::default(), Format::Table, Shape::UNKNOWN).unwrap(),
            is_dated: false,
        };
        let health = read::<HealthCheck>(xml.as_bytes()).unwrap();
        watch.judge(health.into(), Timestamp::from_second(1_700_003_600).unwrap())
    }

    #[track_caller]
    fn check(look: &Look, state: State, text: &str) {
        assert_eq!((look.state, look.text().as_str()), (state, text));
    }

    #[test]
    fn a_look_is_judged_by_health_first_and_then_by_what_was_asked_for() {
        let facts = "node-1, version 24.1.2, failover primary, last data sync 2023-11-14T22:13:20+00:00";
        check(&look(None, None, 1), State::Ok, &format!("OK: {facts}"));
        check(&look(Some("primary"), Some(3600), 1), State::Ok, &format!("OK: {facts}"));
        check(
            &look(Some("backup"), Some(60), 1),
            State::Warning,
            &format!(
                "WARNING: the part in failover is primary, and not backup; the last data sync was 60 min ago; {facts}"
            ),
        );
        check(
            &look(Some("backup"), None, 0),
            State::Critical,
            &format!("CRITICAL: Disk; the part in failover is primary, and not backup; {facts}"),
        );
    }
}
