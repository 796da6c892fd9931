//! Events: of a session, and of the chat of a team.

mod usual;

use std::borrow::Cow;

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use bt_sra_core::{Result, Timestamp};
use serde::{Deserialize, Serialize};

use super::{ActorType, EventType, SystemInformation};
use crate::{Element, Extra, Fields, FromElement, GsNumber, Str};

/// Something that happened.
///
/// What it says beyond the names is in [`Event::data`]; [views](super::views) of it are typed by
/// what the event is: [`Event::file_transfer`], [`Event::member_added`] and so on.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Event {
    /// When it happened.
    pub timestamp: Timestamp,
    /// What happened.
    pub event_type: EventType,
    /// Who did it; none at the start and the end of a session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub performed_by: Option<Actor>,
    /// To whom it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub destination: Option<Actor>,
    /// What was written, with all its white space; see [`Event::text`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Box<str>>,
    /// What was written, in base64, if it has characters that XML does not allow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoded_body: Option<Box<str>>,
    /// Names and values.
    #[serde(default, skip_serializing_if = "EventData::is_empty")]
    pub data: EventData,
    /// The file, as older appliances write it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filename: Option<Box<str>>,
    /// Bytes of the file, as older appliances write it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filesize: Option<u64>,
    /// The files that were offered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<EventFile>,
    /// Facts about a computer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub system_information: Option<Box<SystemInformation>>,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl Event {
    /// Returns what was written, decoded if need be; nothing if it cannot be decoded. Bytes that are
    /// no UTF-8 become replacement characters.
    #[must_use]
    pub fn text(&self) -> Option<Cow<'_, str>> {
        if let Some(body) = &self.body {
            return Some(Cow::Borrowed(body));
        }
        let encoded: Vec<u8> =
            self.encoded_body.as_ref()?.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
        let bytes = BASE64.decode(encoded).ok()?;
        Some(Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()))
    }
}

impl FromElement for Event {
    fn from_element(element: Element<'_>) -> Result<Self> {
        match usual::event(element) {
            Some(event) => Ok(event),
            None => Self::of_any(element),
        }
    }
}

impl Event {
    /// Reads an event with whatever is in it.
    pub(super) fn of_any(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            timestamp: fields.needs_attribute("timestamp")?,
            event_type: fields.needs_attribute("event_type")?,
            performed_by: fields.element_unless_empty("performed_by")?,
            destination: fields.element_unless_empty("destination")?,
            body: fields.child("body")?,
            encoded_body: fields.child("encoded_body")?,
            data: EventData::of(&mut fields),
            filename: fields.shown("filename"),
            filesize: fields.guess("filesize"),
            files: fields.list("files", "file")?.unwrap_or_default(),
            system_information: fields.element("system_information")?.map(Box::new),
            extra: fields.extra(),
        })
    }
}

/// Who took part in an event.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Actor {
    /// What sort of participant it is.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ActorType>,
    /// Leads to the customer or representative of the session; `0` is the system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gsnumber: Option<GsNumber>,
    /// The name.
    pub name: Str,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for Actor {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            kind: fields.attribute("type")?,
            gsnumber: fields.attribute("gsnumber")?,
            name: fields.text().as_ref().into(),
            extra: fields.extra(),
        })
    }
}

/// What an event says: names with values, in the order of the document. A name may come again.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct EventData(Vec<EventValue>);

/// A name with a value.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct EventValue {
    /// The name.
    pub name: Str,
    /// The value.
    pub value: Str,
}

impl EventData {
    /// Returns the first value of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(found, _)| *found == name).map(|(_, value)| value)
    }

    /// Walks over all values of a name.
    pub fn get_all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.iter().filter(move |(found, _)| *found == name).map(|(_, value)| value)
    }

    /// Walks over names and values.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        self.0.iter().map(|pair| (pair.name.as_str(), pair.value.as_str()))
    }

    /// Returns how many values there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes all elements `data`. One that holds more than names and values is kept whole, too.
    fn of(fields: &mut Fields<'_>) -> Self {
        let mut pairs = Vec::new();
        while let Some(data) = fields.take("data") {
            let mut is_whole = data.attribute_count() == 0 && data.is_textless();
            for child in data.children() {
                let (name, value) = (child.attribute("name"), child.attribute("value"));
                is_whole &=
                    child.attribute_count() == 2 && child.children().next().is_none() && child.is_textless();
                match (name, value) {
                    (Some(name), Some(value)) if child.name() == "value" => {
                        pairs.push(EventValue { name: name.into(), value: value.into() });
                    }
                    _ => is_whole = false,
                }
            }
            if !is_whole {
                fields.keep(data);
            }
        }
        Self(pairs)
    }
}

impl<'a> FromIterator<(&'a str, &'a str)> for EventData {
    fn from_iter<I: IntoIterator<Item = (&'a str, &'a str)>>(pairs: I) -> Self {
        let pair = |(name, value): (&str, &str)| EventValue { name: name.into(), value: value.into() };
        Self(pairs.into_iter().map(pair).collect())
    }
}

/// A file that was offered.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct EventFile {
    /// Its name.
    pub filename: Option<Str>,
    /// Its length in bytes.
    pub filesize: Option<u64>,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for EventFile {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            filename: fields.shown("filename"),
            filesize: fields.guess("filesize"),
            extra: fields.extra(),
        })
    }
}

/// Takes base64 with padding and without.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);
