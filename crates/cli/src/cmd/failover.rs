//! `btapi failover status` and `btapi failover swap`

use std::fmt::Write as _;
use std::time::Duration;

use bt_sra::command::model::command::{FailoverRole, HealthCheck};
use bt_sra::command::{Health, NewFailoverRole};
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};

use super::Context;
use super::bulk::span;
use crate::args::{Format, Swap};
use crate::failure::{Exit, Failure, Result, chain, plain};
use crate::net::{self, Net};
use crate::output::{self, Plan, note};
use crate::progress::Unit;
use crate::shape::Shape;

/// The exit code when time is up: that of `timeout`.
const TIME_IS_UP: u8 = 124;

/// How often is looked whether the parts have changed.
const PAUSE: Duration = Duration::from_secs(15);

/// Prints the part of the appliance in its failover pair.
pub(super) fn status(context: &Context<'_>) -> Result<()> {
    let plan = Plan::reading(context.globals, Shape::UNKNOWN)?;
    refuse_raw(context)?;
    net::run(&context.settings, async |net| {
        let health = Health::from(look(net).await?);
        let value = to_raw_value(&health).map_err(|error| Failure::new(Exit::Other, error.to_string()))?;
        plan.value(&value)
    })
}

/// Lets the appliance and its peer change their parts, or says what that would mean.
pub(super) fn swap(context: &Context<'_>, arguments: &Swap) -> Result<()> {
    let timeout = span::read("--timeout", &arguments.timeout)?;
    refuse_raw(context)?;
    let plan = Plan::new(context.globals, Format::Json, Shape::UNKNOWN)?;
    net::run(&context.settings, async |net| {
        let before = look(net).await?;
        let steps = Steps::new(&before, arguments)?;
        if arguments.plan {
            if plan.is_default() {
                output::write(steps.text(&before).as_bytes())?;
            } else {
                plan.value(&steps.json(before)?)?;
            }
            return if steps.problem.is_some() { Err(Failure::Status(Exit::Invalid as u8)) } else { Ok(()) };
        }
        if let Some(problem) = &steps.problem {
            return Err(Failure::new(
                Exit::Invalid,
                format!("failover swap: {problem}; nothing was changed"),
            )
            .with_hint("`btapi failover swap --plan` says more"));
        }
        let mut call = net.command().set_failover_role(steps.role).with_deadline(net.timeout());
        if steps.syncs {
            call = call.data_sync_first();
        }
        let done = call.send().await.map_err(Failure::of_change)?;
        note(&format!("the appliance says: {}", done.message));
        let after = wait(net, &before, timeout, &arguments.timeout).await?;
        if after.appliance.id != before.appliance.id {
            let (peer, role) = (plain(&after.appliance.hostname), &after.failover_role);
            note(&format!("the site is now at the peer, {peer}, which is the {role}"));
        }
        let value = to_raw_value(&Health::from(after))
            .map_err(|error| Failure::new(Exit::Other, error.to_string()))?;
        plan.value(&value).map_err(|failure| failure.with_hint(super::LOST))
    })
}

async fn look(net: &Net) -> Result<HealthCheck> {
    net.command().check_health().with_deadline(net.timeout()).send().await.map_err(Failure::from)
}

/// Waits until the parts have changed. The appliance may answer anything meanwhile.
async fn wait(net: &Net, before: &HealthCheck, timeout: Duration, text: &str) -> Result<HealthCheck> {
    net.progress().begin("waiting for the appliances to change their parts", Unit::Time);
    let until = net.command().until_failover_swap(before);
    until.every(PAUSE).with_deadline(timeout).send().await.map_err(|error| {
        let failure = if error.kind() == bt_sra::ErrorKind::Timeout {
            Failure::coded(TIME_IS_UP, format!("failover swap: not done within {text}: {}", chain(&error)))
        } else {
            Failure::from(error)
        };
        failure.with_hint("the swap may go on; `btapi failover status` tells how far it is")
    })
}

/// Refuses what has no meaning where several answers become one.
fn refuse_raw(context: &Context<'_>) -> Result<()> {
    match context.globals.raw {
        true => Err(Failure::usage("--raw: see `btapi command check_health --raw`")),
        false => Ok(()),
    }
}

/// What a swap would be.
#[derive(Debug, Serialize)]
struct Steps {
    #[serde(skip)]
    role: NewFailoverRole,
    /// The part that this appliance is to have.
    expected: FailoverRole,
    /// Whether the data are synchronized first.
    syncs: bool,
    /// Why it cannot be.
    problem: Option<String>,
    warnings: Vec<String>,
}

impl Steps {
    fn new(before: &HealthCheck, arguments: &Swap) -> Result<Self> {
        let mut warnings = Vec::new();
        let mut problem = None;
        if !before.success {
            let said = before.error_message.as_deref().map(|text| format!(": {}", plain(text)));
            warnings.push(format!("the appliance is not healthy{}", said.unwrap_or_default()));
        }
        if before.last_data_sync_time.is_none() && before.failover_role == FailoverRole::Primary {
            warnings.push("no data sync is told of, so perhaps there is no peer".to_owned());
        }
        let (role, expected) = match &before.failover_role {
            FailoverRole::Primary if arguments.force => {
                (NewFailoverRole::BackupByForce, FailoverRole::Backup)
            }
            FailoverRole::Primary => (NewFailoverRole::Backup, FailoverRole::Backup),
            FailoverRole::Backup => {
                if arguments.force {
                    return Err(Failure::usage("--force: only a primary steps back by force"));
                }
                (NewFailoverRole::Primary, FailoverRole::Primary)
            }
            other => {
                problem = Some(format!("the part in failover is `{other}`: there is no pair to swap"));
                (NewFailoverRole::Primary, FailoverRole::Primary)
            }
        };
        // A peer that cannot be reached cannot be synchronized with.
        let syncs = !arguments.no_data_sync && !arguments.force;
        if !syncs {
            warnings
                .push("without a data sync, what is newer on the old primary is lost to the new".to_owned());
        }
        if arguments.force {
            warnings.push("if the peer cannot be reached, nobody serves afterwards".to_owned());
        }
        Ok(Self { role, expected, syncs, problem, warnings })
    }

    /// The plan for programs.
    fn json(&self, before: HealthCheck) -> Result<Box<RawValue>> {
        let plan = serde_json::json!({ "possible": self.problem.is_none(), "plan": self, "health": Health::from(before) });
        to_raw_value(&plan).map_err(|error| Failure::new(Exit::Other, error.to_string()))
    }

    fn text(&self, before: &HealthCheck) -> String {
        let mut text = String::new();
        let host = plain(&before.appliance.hostname);
        let _ = writeln!(text, "Appliance:       {host} ({})", before.appliance.id);
        let _ = writeln!(text, "Part now:        {}", before.failover_role);
        let last = before.last_data_sync_time.as_ref().map_or("none".to_owned(), ToString::to_string);
        let status = before.last_data_sync_status.as_deref().map(|text| format!(" ({})", plain(text)));
        let _ = writeln!(text, "Last data sync:  {last}{}", status.unwrap_or_default());
        if let Some(problem) = &self.problem {
            let _ = writeln!(text, "\nIt cannot be done: {problem}.");
            return text;
        }
        let _ = writeln!(text, "\nWhat would be done:");
        let mut number = 0;
        let mut step = |line: &str| {
            number += 1;
            let _ = writeln!(text, "  {number}. {line}");
        };
        if self.syncs {
            step("the data are synchronized; all users of the primary are disconnected");
        }
        let other = if self.expected == FailoverRole::Backup { "primary" } else { "backup" };
        step(&format!("this appliance becomes the {}, and its peer the {other}", self.expected));
        step("that is waited for");
        for warning in &self.warnings {
            let _ = writeln!(text, "\nWarning: {warning}.");
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use bt_sra::command::model::read;
    use expect_test::{Expect, expect};

    use super::*;

    fn health(role: &str, success: u8, sync: &str) -> HealthCheck {
        let xml = format!(
            "<health_check><appliance id='00112233445566778899aabbccddeeff'>node-1</appliance>\
             <version>24.1.2</version><success>{success}</success><error_message>Disk</error_message>\
             <failover_role>{role}</failover_role>{sync}</health_check>"
        );
        read(xml.as_bytes()).unwrap()
    }

    fn swap(no_data_sync: bool, force: bool) -> Swap {
        Swap { plan: true, no_data_sync, force, timeout: "1h".to_owned() }
    }

    #[track_caller]
    #[expect(clippy::needless_pass_by_value, reason = "written in place")]
    fn check(health: &HealthCheck, arguments: &Swap, expected: Expect) {
        expected.assert_eq(&Steps::new(health, arguments).unwrap().text(health));
    }

    const SYNC: &str =
        "<last_data_sync_time ts='1700000000'/><last_data_sync_status>Success</last_data_sync_status>";

    #[test]
    fn a_plan_says_what_would_be_done_and_what_is_to_be_feared() {
        check(
            &health("primary", 1, SYNC),
            &swap(false, false),
            expect![[r#"
                Appliance:       node-1 (00112233445566778899aabbccddeeff)
                Part now:        primary
                Last data sync:  2023-11-14T22:13:20+00:00 (Success)

                What would be done:
                  1. the data are synchronized; all users of the primary are disconnected
                  2. this appliance becomes the backup, and its peer the primary
                  3. that is waited for
            "#]],
        );
        check(
            &health("primary", 0, ""),
            &swap(true, true),
            expect![[r#"
                Appliance:       node-1 (00112233445566778899aabbccddeeff)
                Part now:        primary
                Last data sync:  none

                What would be done:
                  1. this appliance becomes the backup, and its peer the primary
                  2. that is waited for

                Warning: the appliance is not healthy: Disk.

                Warning: no data sync is told of, so perhaps there is no peer.

                Warning: without a data sync, what is newer on the old primary is lost to the new.

                Warning: if the peer cannot be reached, nobody serves afterwards.
            "#]],
        );
        check(
            &health("none", 1, ""),
            &swap(false, false),
            expect![[r#"
                Appliance:       node-1 (00112233445566778899aabbccddeeff)
                Part now:        none
                Last data sync:  none

                It cannot be done: the part in failover is `none`: there is no pair to swap.
            "#]],
        );
        assert_eq!(
            Steps::new(&health("backup", 1, SYNC), &swap(false, true)).unwrap_err().exit_code(),
            2,
            "only a primary"
        );
    }
}
