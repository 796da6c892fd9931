//! What is to be done with each row.

use std::collections::HashMap;

use serde_json::Value;

use super::existing::Existing;
use super::intention;
use super::outcome::{Outcomes, Report};
use crate::args::{Import, OnExisting};
use crate::cmd::bulk::fetch::{self, Thing};
use crate::cmd::bulk::kind::Access;
use crate::cmd::bulk::names::GROUP_TYPE;
use crate::cmd::bulk::problems::Problems;
use crate::cmd::bulk::wanted::Wanted;
use crate::failure::plain;
use crate::output;
use crate::vocabulary::Vocabulary;

/// What is to be done with a row.
#[derive(Debug)]
pub(super) enum Action {
    /// Create it with these fields.
    Create(Thing),
    /// Change these fields of the thing with this id.
    Update(i64, Thing),
    /// Nothing: the thing with this id is so.
    Unchanged(i64),
    /// Nothing: the thing with this id exists.
    Skip(i64),
    /// Nothing: it cannot be.
    Refuse(String),
}

/// All rows, with what is to be done.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) rows: Vec<(Wanted, Action)>,
}

impl Plan {
    /// Compares what is wanted with what is there. `unsure` are the lines that an earlier run may
    /// have created.
    pub(super) fn make(
        wanted: Vec<Wanted>,
        existing: &Existing,
        vocabulary: &Vocabulary,
        arguments: &Import,
        unsure: &HashMap<u64, i64>,
        problems: &mut Problems,
    ) -> Self {
        let mut rows = Vec::with_capacity(wanted.len());
        for wanted in wanted {
            let found = wanted.key(arguments.key).map(|key| existing.get(&key)).unwrap_or_default();
            let action = match found {
                [] => create(&wanted, vocabulary, arguments, problems),
                [thing] => {
                    let ours = unsure.contains_key(&wanted.line);
                    on_existing(&wanted, thing, if ours { OnExisting::Update } else { arguments.on_existing })
                }
                several => {
                    let ids: Vec<String> =
                        several.iter().filter_map(fetch::id).map(|id| id.to_string()).collect();
                    let by = arguments.key.as_str();
                    Action::Refuse(format!(
                        "several items have that {by}: {}; use --match id",
                        ids.join(", ")
                    ))
                }
            };
            rows.push((wanted, action));
        }
        Self { rows }
    }

    /// Returns the first row that cannot be.
    pub(super) fn first_refusal(&self) -> Option<(u64, &str)> {
        self.rows.iter().find_map(|(wanted, action)| match action {
            Action::Refuse(why) => Some((wanted.line, why.as_str())),
            _ => None,
        })
    }

    /// Tells what would be done.
    pub(super) fn tell(self, mut outcomes: Outcomes) -> Report {
        for (wanted, action) in &self.rows {
            if outcomes.is_verbose() {
                output::complain(&format!("{}\n", line(wanted, action)));
            }
            outcomes.plan(wanted.line, action);
        }
        Report::planned(outcomes)
    }
}

/// Says what is to be done with a row.
pub(super) fn line(wanted: &Wanted, action: &Action) -> String {
    let name = plain(fetch::text(&wanted.fields, "name"));
    let detail = match action {
        Action::Create(_) => String::new(),
        Action::Update(id, changes) => {
            let fields: Vec<&str> = changes.keys().map(String::as_str).collect();
            format!(" (id {id}: {})", fields.join(", "))
        }
        Action::Unchanged(id) | Action::Skip(id) => format!(" (id {id})"),
        Action::Refuse(why) => format!(": {}", plain(why)),
    };
    format!("line {}: {} {} `{name}`{detail}", wanted.line, intention(action), wanted.kind.name)
}

fn create(wanted: &Wanted, vocabulary: &Vocabulary, arguments: &Import, problems: &mut Problems) -> Action {
    if arguments.key == crate::args::Match::Id {
        return Action::Refuse(
            "there is nothing with that id; rows without one are created by --match name".to_owned(),
        );
    }
    if wanted.kind.access == Access::Update {
        return Action::Refuse(format!(
            "there is no such {}, and the API cannot create it",
            wanted.kind.name
        ));
    }
    let missing = wanted.kind.missing(&wanted.kind.objects(vocabulary), &wanted.fields);
    for field in &missing {
        let column = field.strip_suffix("_id").unwrap_or(field);
        problems.add(wanted.line, format!("{column}: is missing, and the item does not exist yet"));
    }
    let mut fields = wanted.fields.clone();
    // A new thing has null there anyway.
    fields.retain(|_, value| !value.is_null());
    Action::Create(fields)
}

fn on_existing(wanted: &Wanted, thing: &Thing, rule: OnExisting) -> Action {
    let Some(id) = fetch::id(thing) else {
        return Action::Refuse("the appliance shows it without an id".to_owned());
    };
    match rule {
        OnExisting::Skip => return Action::Skip(id),
        OnExisting::Fail => return Action::Refuse(format!("exists already with the id {id}")),
        OnExisting::Update => {}
    }
    let mut changes = Thing::new();
    for (name, value) in &wanted.fields {
        if !is_same(thing.get(name), value) {
            changes.insert(name.clone(), value.clone());
        }
    }
    // A Jump Group is named by two fields, which go together.
    if changes.contains_key("jump_group_id") || changes.contains_key(GROUP_TYPE) {
        for name in ["jump_group_id", GROUP_TYPE] {
            if let Some(value) = wanted.fields.get(name) {
                changes.insert(name.to_owned(), value.clone());
            }
        }
    }
    if changes.is_empty() { Action::Unchanged(id) } else { Action::Update(id, changes) }
}

/// Returns whether a field is as wanted. No text and the empty text are the same.
fn is_same(shown: Option<&Value>, wanted: &Value) -> bool {
    let is_nothing = |value: &Value| value.is_null() || value.as_str() == Some("");
    match shown {
        Some(shown) => shown == wanted || is_nothing(shown) && is_nothing(wanted),
        None => is_nothing(wanted),
    }
}
