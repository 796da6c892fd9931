//! Outbound events: what an appliance tells of sessions as they happen.

use std::fmt;

use bt_sra_core::{Error, ErrorKind, Result, Timestamp};
use serde::{Serialize, Serializer};

use crate::Fields;

/// An outbound event.
///
/// The three standard variables are in every event; what else there is depends on the event and the
/// version of the appliance. What has a member here was seen in receivers that others run; nothing
/// of the rest is lost.
///
/// ```
/// use bt_sra_webhook::{Event, EventKind};
///
/// let body = b"event=support_conference_member_added&version=1&timestamp=1767225600\
///     &lsid=00112233445566778899aabbccddeeff&type=representative&name=Mira&session.custom.floor=3";
/// let event = Event::parse(None, body)?;
/// assert_eq!(event.kind, EventKind::MemberAdded);
/// assert_eq!(event.timestamp.unwrap().to_string(), "2026-01-01T00:00:00+00:00");
/// assert_eq!(event.member_name(), Some("Mira"));
/// assert_eq!(event.rest.get("session.custom.floor"), Some("3"));
/// # Ok::<(), bt_sra_core::Error>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// What has happened.
    pub kind: EventKind,
    /// The version of the schema of variables, in a form that no source tells.
    pub version: Option<String>,
    /// When it happened, by the clock of the appliance. A value that is no time stays in `rest`.
    pub timestamp: Option<Timestamp>,
    /// The appliance; perhaps only where the address of the recipient says it.
    pub appliance_id: Option<String>,
    /// The session.
    pub lsid: Option<String>,
    /// The external key of the session.
    pub external_key: Option<String>,
    /// Who has joined or left: `customer` or `representative`.
    pub member_type: Option<String>,
    /// The name of who has joined or left, in one of two forms; see [`member_name`](Self::member_name).
    pub name: Option<String>,
    /// The same, in the other.
    pub display_name: Option<String>,
    /// The username of a representative.
    pub username: Option<String>,
    /// The id of a representative.
    pub user_id: Option<String>,
    /// Presumably the queue that owns the session.
    pub conference_id: Option<String>,
    /// Its name.
    pub conference_name: Option<String>,
    /// All else, in the order in which it came.
    pub rest: Fields,
}

impl Event {
    /// Reads the body of an event.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`] if it is neither a form nor a JSON object, or names no event.
    pub fn parse(content_type: Option<&str>, body: &[u8]) -> Result<Self> {
        Self::from_fields(Fields::parse(content_type, body)?)
    }

    /// Makes an event of its fields.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`] if they name no event.
    pub fn from_fields(mut fields: Fields) -> Result<Self> {
        let Some(kind) = fields.take_some("event") else {
            return Err(Error::new(ErrorKind::Decode, "the body names no `event`"));
        };
        let seconds = fields.get("timestamp").and_then(|text| text.trim().parse().ok());
        let timestamp = seconds.and_then(Timestamp::from_second);
        if timestamp.is_some() {
            fields.take("timestamp");
        }
        Ok(Self {
            kind: EventKind::from(kind),
            version: fields.take_some("version"),
            timestamp,
            appliance_id: fields.take_some("appliance_id"),
            lsid: fields.take_some("lsid"),
            external_key: fields.take_some("external_key"),
            member_type: fields.take_some("type"),
            name: fields.take_some("name"),
            display_name: fields.take_some("display_name"),
            username: fields.take_some("username"),
            user_id: fields.take_some("user_id"),
            conference_id: fields.take_some("conference_id"),
            conference_name: fields.take_some("conference_name"),
            rest: fields,
        })
    }

    /// Returns the name of who has joined or left; versions call it differently.
    #[must_use]
    pub fn member_name(&self) -> Option<&str> {
        self.display_name.as_deref().or(self.name.as_deref())
    }
}

/// Defines the kinds of events once: variant, wire name, meaning.
macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $wire:literal,)*) => {
        /// What has happened. Others than these may come: the one for a chat message among them,
        /// whose name no source tells.
        #[derive(Clone, Debug, Eq, Hash, PartialEq)]
        #[non_exhaustive]
        pub enum EventKind {
            $($(#[$doc])* $variant,)*
            /// Any other.
            Other(String),
        }

        impl EventKind {
            /// Returns its name on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::Other(name) => name,
                }
            }
        }

        impl From<String> for EventKind {
            fn from(name: String) -> Self {
                match name.as_str() {
                    $($wire => Self::$variant,)*
                    _ => Self::Other(name),
                }
            }
        }

        #[cfg(test)]
        const KNOWN: &[&str] = &[$($wire),*];
    };
}

kinds! {
    /// A session begins.
    Begin = "support_conference_begin",
    /// A session ends.
    End = "support_conference_end",
    /// A session has another owner.
    OwnerChanged = "support_conference_owner_changed",
    /// Somebody joins a session.
    MemberAdded = "support_conference_member_added",
    /// Somebody leaves a session.
    MemberDeparted = "support_conference_member_departed",
    /// A customer has answered the questions at the end of a session.
    CustomerSurvey = "support_conference_customer_exit_survey_completed",
    /// A representative has answered the questions at the end of a session.
    RepSurvey = "support_conference_rep_exit_survey_completed",
}

impl fmt::Display for EventKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for EventKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    #[track_caller]
    #[expect(clippy::needless_pass_by_value, reason = "written in place")]
    fn check(body: &str, expected: Expect) {
        expected.assert_eq(&match Event::parse(None, body.as_bytes()) {
            Ok(event) => format!("{event:#?}\n"),
            Err(error) => error.to_string(),
        });
    }

    #[test]
    fn known_variables_have_types_and_the_rest_is_kept() {
        check(
            "event=support_conference_begin&version=2&timestamp=1767225600&lsid=aa&lsid=bb&external_key=&x=1",
            expect![[r#"
                Event {
                    kind: Begin,
                    version: Some(
                        "2",
                    ),
                    timestamp: Some(
                        Timestamp(2026-01-01T00:00:00+00:00),
                    ),
                    appliance_id: None,
                    lsid: Some(
                        "aa",
                    ),
                    external_key: None,
                    member_type: None,
                    name: None,
                    display_name: None,
                    username: None,
                    user_id: None,
                    conference_id: None,
                    conference_name: None,
                    rest: Fields(
                        [
                            (
                                "lsid",
                                "bb",
                            ),
                            (
                                "x",
                                "1",
                            ),
                        ],
                    ),
                }
            "#]],
        );
    }

    #[test]
    fn what_names_no_event_is_none() {
        check("", expect!["the body names no `event`"]);
        check("event=&timestamp=1", expect!["the body names no `event`"]);
        check("{\"Event\":\"x\"}", expect!["the body names no `event`"]);
    }

    #[test]
    fn events_nobody_has_heard_of_are_events() {
        let event = Event::parse(None, br#"{"event":"chat","timestamp":"soon","user_id":5}"#).unwrap();
        assert_eq!(event.kind, EventKind::Other("chat".to_owned()));
        assert_eq!((event.timestamp, event.rest.get("timestamp")), (None, Some("soon")));
        assert_eq!(event.user_id.as_deref(), Some("5"));
        for name in KNOWN {
            let kind = EventKind::from((*name).to_owned());
            assert!(!matches!(kind, EventKind::Other(_)));
            assert_eq!(kind.to_string(), *name);
        }
    }
}
