//! Sessions, with all that happens in them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A session that runs, or is over.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Session {
    /// 32 hexadecimal digits.
    pub(crate) lsid: String,
    /// Counts the sessions since the simulator started.
    #[serde(default)]
    pub(crate) number: u64,
    pub(crate) started: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) ended: Option<i64>,
    /// Where the session waits for somebody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) queue: Option<Queue>,
    /// Where it waited last, while it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) waited: Option<Queue>,
    /// Whose it is: of somebody who is in it, or of a queue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) owner: Option<Queue>,
    /// Whoever has ever been in it.
    pub(crate) members: Vec<Member>,
    pub(crate) customer: Customer,
    /// What a PRA session goes to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) jump_item: Option<JumpItem>,
    /// Values by code name, `external_key` among them.
    pub(crate) attributes: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) priority: Option<i64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) skills: Vec<String>,
    pub(crate) events: Vec<Event>,
}

/// Where a session waits.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Queue {
    General,
    Rep(i64),
    Team(i64),
    /// The code name of an issue.
    Issue(String),
}

/// Somebody of the site in a session.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Member {
    pub(crate) user: i64,
    pub(crate) since: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) left: Option<i64>,
}

/// The customer of a session, or the machine that it goes to.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Customer {
    pub(crate) name: String,
    pub(crate) ip: String,
    pub(crate) system: String,
    pub(crate) computer: String,
    /// Whether there is no client, but a program that chats.
    #[serde(default)]
    pub(crate) is_virtual: bool,
    pub(crate) present: bool,
    pub(crate) since: i64,
}

/// A Jump Item or a Jump Client.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct JumpItem {
    /// Its resource: `/jump-item/shell-jump`.
    pub(crate) table: String,
    pub(crate) id: i64,
}

/// Something that has happened in a session.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Event {
    pub(crate) at: i64,
    pub(crate) what: What,
    pub(crate) by: Party,
    /// The API account that did it in somebody's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) account: Option<i64>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) text: String,
}

/// The kinds of events.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum What {
    Started,
    Joined,
    Left,
    CustomerJoined,
    CustomerLeft,
    Transferred,
    Chat,
    Attributes,
    Ended,
}

/// Who does something.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Party {
    System,
    Customer,
    User(i64),
}

/// A message in the chat of a team.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Line {
    pub(crate) at: i64,
    pub(crate) by: Party,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) to: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) account: Option<i64>,
    pub(crate) body: String,
}

/// A presentation that somebody gives (RS).
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Presentation {
    pub(crate) user: i64,
    pub(crate) since: i64,
    /// How many people attend.
    pub(crate) attendees: i64,
}

/// A custom field of sessions.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Field {
    pub(crate) code_name: String,
    pub(crate) display_name: String,
}

/// Something that customers can have trouble with.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Issue {
    pub(crate) id: i64,
    pub(crate) code_name: String,
    pub(crate) title: String,
    pub(crate) team: i64,
}

impl Queue {
    /// As requests name it.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::General => "general".to_owned(),
            Self::Rep(id) => format!("rep:{id}"),
            Self::Team(id) => format!("team:{id}"),
            Self::Issue(name) => format!("issue:{name}"),
        }
    }
}

impl Session {
    /// Whether somebody is in the session now.
    pub(crate) fn has(&self, user: i64) -> bool {
        self.members.iter().any(|member| member.user == user && member.left.is_none())
    }

    /// Who is in it now.
    pub(crate) fn present(&self) -> impl Iterator<Item = i64> {
        self.members.iter().filter(|member| member.left.is_none()).map(|member| member.user)
    }
}
