//! The names of what other things point to: Jumpoints, Jump Groups, policies, users.

use std::collections::BTreeMap;

use super::cell;
use super::fetch::{self, Thing};
use crate::failure::{Failure, Result};
use crate::net::Net;
use crate::path::ResourcePath;
use crate::suggest::closest;

/// The field that says whose Jump Group is meant.
pub(crate) const GROUP_TYPE: &str = "jump_group_type";

/// The kind of Jump Groups that a field without a value means.
pub(crate) const SHARED: &str = "shared";

/// What a reference points to.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) enum Target {
    /// A Jumpoint.
    Jumpoint,
    /// A shared Jump Group.
    JumpGroup,
    /// A user, whose personal Jump Group is meant.
    User,
    /// A Jump Policy.
    JumpPolicy,
    /// A session policy.
    SessionPolicy,
}

impl Target {
    /// Returns what a field points to, as far as names are written for it.
    pub(crate) fn of_field(name: &str) -> Option<Self> {
        match name {
            "jumpoint_id" => Some(Self::Jumpoint),
            "jump_group_id" => Some(Self::JumpGroup),
            "jump_policy_id" => Some(Self::JumpPolicy),
            "session_policy_id" | "attended_session_policy_id" | "unattended_session_policy_id" => {
                Some(Self::SessionPolicy)
            }
            _ => None,
        }
    }

    /// Returns what this reference of a thing with such a Jump Group points to.
    pub(crate) fn with_group_type(self, group_type: &str) -> Self {
        if self == Self::JumpGroup && group_type == "personal" { Self::User } else { self }
    }

    fn path(self) -> &'static str {
        match self {
            Self::Jumpoint => "jumpoint",
            Self::JumpGroup => "jump-group",
            Self::User => "user",
            Self::JumpPolicy => "jump-policy",
            Self::SessionPolicy => "session-policy",
        }
    }

    /// The fields that name it: the one that is written first.
    fn fields(self) -> [&'static str; 2] {
        match self {
            Self::Jumpoint | Self::JumpGroup => ["name", "code_name"],
            Self::User => ["username", "email_address"],
            Self::JumpPolicy | Self::SessionPolicy => ["code_name", "display_name"],
        }
    }

    fn as_str(self) -> &'static str {
        match self {
            Self::Jumpoint => "Jumpoint",
            Self::JumpGroup => "Jump Group",
            Self::User => "user",
            Self::JumpPolicy => "Jump Policy",
            Self::SessionPolicy => "session policy",
        }
    }
}

/// What is known by name.
#[derive(Debug, Default)]
pub(crate) struct Names {
    tables: BTreeMap<Target, Vec<Named>>,
}

#[derive(Debug)]
struct Named {
    id: i64,
    names: [String; 2],
}

impl Names {
    /// Fetches the names of some targets.
    pub(crate) async fn load(net: &Net, targets: impl IntoIterator<Item = Target>) -> Result<Self> {
        let mut names = Self::default();
        for target in targets {
            names.add(net, target).await?;
        }
        Ok(names)
    }

    /// Fetches the names of a target, unless they are known.
    pub(crate) async fn add(&mut self, net: &Net, target: Target) -> Result<()> {
        if !self.tables.contains_key(&target) {
            let things = fetch::all(net, &ResourcePath::parse(target.path())?, &[]).await?;
            self.put(target, &things);
        }
        Ok(())
    }

    fn put(&mut self, target: Target, things: &[Thing]) {
        let named = things.iter().filter_map(|thing| {
            let names = target.fields().map(|field| fetch::text(thing, field).to_owned());
            Some(Named { id: fetch::id(thing)?, names })
        });
        self.tables.insert(target, named.collect());
    }

    /// Finds the id of what is called `text`: by name, by code name, as `#ID`, or at last by name
    /// in other capitals.
    pub(crate) fn find(&self, target: Target, text: &str) -> Result<i64, String> {
        let table = self.tables.get(&target).map(Vec::as_slice).unwrap_or_default();
        let kind = target.as_str();
        let ids = |is_meant: &dyn Fn(&Named) -> bool| -> Vec<i64> {
            table.iter().filter(|named| is_meant(named)).map(|named| named.id).collect()
        };
        let tries: [&dyn Fn(&Named) -> bool; 4] = [
            &|named| named.names.first().is_some_and(|name| name == text),
            &|named| named.names.last().is_some_and(|name| name == text),
            &|named| text.strip_prefix('#').is_some_and(|id| id == named.id.to_string()),
            &|named| named.names.iter().any(|name| name.to_lowercase() == text.to_lowercase()),
        ];
        for is_meant in tries {
            match ids(is_meant).as_slice() {
                [] => {}
                [id] => return Ok(*id),
                several => {
                    let ids: Vec<String> = several.iter().map(|id| format!("#{id}")).collect();
                    let ids = ids.join(", ");
                    return Err(format!("several of kind {kind} are called `{text}`; write one of {ids}"));
                }
            }
        }
        let known = table.iter().flat_map(|named| &named.names);
        let known = known.filter(|name| !name.is_empty() && !text.starts_with('#'));
        let guess = closest(text, known.map(String::as_str))
            .map_or_else(String::new, |guess| format!(" (did you mean `{guess}`?)"));
        Err(format!("there is no {kind} called `{text}`{guess}"))
    }

    /// Returns how to write the reference to `id` so that [`find`](Self::find) finds it.
    pub(crate) fn name(&self, target: Target, id: i64) -> String {
        let table = self.tables.get(&target).map(Vec::as_slice).unwrap_or_default();
        let named = table.iter().find(|named| named.id == id);
        let names = named.into_iter().flat_map(|named| &named.names).filter(|name| !name.is_empty());
        names
            .filter(|name| {
                name.trim() == name.as_str() && !name.starts_with('<') && *name != cell::PRINTED_NULL
            })
            .find(|name| self.find(target, name) == Ok(id))
            .cloned()
            .unwrap_or_else(|| format!("#{id}"))
    }

    /// Finds the Jump Groups that were named on the command line.
    pub(crate) fn groups(&self, names: &[String]) -> Result<Vec<i64>> {
        let find = |name: &String| self.find(Target::JumpGroup, name);
        names
            .iter()
            .map(find)
            .collect::<Result<_, String>>()
            .map_err(|why| Failure::usage(format!("--jump-group: {why}")))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn names() -> Names {
        let thing = |id: i64, name: &str, code: &str| {
            let value = json!({ "id": id, "name": name, "code_name": code });
            value.as_object().cloned().unwrap()
        };
        let mut names = Names::default();
        let things = [
            thing(1, "Web", "web"),
            thing(2, "Twin", "a"),
            thing(3, "Twin", "b"),
            thing(4, "#1", "hash"),
            thing(5, "Odd", "Web"),
            thing(6, "Twin", ""),
            // As nothing is written.
            thing(7, "null", ""),
        ];
        names.put(Target::JumpGroup, &things);
        names
    }

    #[track_caller]
    fn check(text: &str, expected: Result<i64, &str>) {
        assert_eq!(names().find(Target::JumpGroup, text), expected.map_err(str::to_owned));
    }

    #[test]
    fn names_win_over_code_names_and_those_over_ids() {
        check("Web", Ok(1));
        check("a", Ok(2));
        check("#1", Ok(4));
        check("#3", Ok(3));
        check("ODD", Ok(5));
    }

    #[test]
    fn unknown_and_ambiguous_names_are_told_apart() {
        check("Weeb", Err("there is no Jump Group called `Weeb` (did you mean `Web`?)"));
        check("#9", Err("there is no Jump Group called `#9`"));
        check("Twin", Err("several of kind Jump Group are called `Twin`; write one of #2, #3, #6"));
    }

    #[test]
    fn what_is_written_is_found_again() {
        let names = names();
        for id in 1..=7 {
            assert_eq!(names.find(Target::JumpGroup, &names.name(Target::JumpGroup, id)), Ok(id));
        }
        assert_eq!(names.name(Target::JumpGroup, 3), "b");
        assert_eq!(names.name(Target::JumpGroup, 6), "#6");
        assert_eq!(names.name(Target::JumpGroup, 7), "#7");
        assert_eq!(names.name(Target::JumpGroup, 99), "#99");
    }
}
