//! `ArchiveListing`: which archives there are of a day (RS).

use bt_sra_core::Result;
use serde::{Deserialize, Serialize};

use super::Item;
use crate::{Element, Extra, Fields, FromElement, LooseTime, Time};

/// An archive that can be fetched.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", tag = "type")]
#[non_exhaustive]
pub enum ListedArchive {
    /// What was so at a point in time.
    State(StateArchive),
    /// What changed in a span of time.
    Event(EventArchive),
}

impl ListedArchive {
    /// Returns which one of the day it is among those of its type, from 1.
    #[must_use]
    pub fn index(&self) -> u64 {
        match self {
            Self::State(archive) => archive.index,
            Self::Event(archive) => archive.index,
        }
    }

    /// Returns the word that a request has for its type.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::State(_) => "state",
            Self::Event(_) => "event",
        }
    }
}

impl FromElement for ListedArchive {
    fn from_element(element: Element<'_>) -> Result<Self> {
        match element.name() {
            "state_archive" => StateArchive::from_element(element).map(Self::State),
            "event_archive" => EventArchive::from_element(element).map(Self::Event),
            _ => Err(element.error("an unknown sort of archive")),
        }
    }
}

impl Item for ListedArchive {
    const ROOT: &'static str = "archives";
    const NAMES: &'static [&'static str] = &["state_archive", "event_archive"];
}

/// An archive of what was so at a point in time.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StateArchive {
    /// At what time.
    pub time: Time,
    /// Which one of the day, from 1.
    pub index: u64,
    /// What else the element holds: there is one part more whose name is not known.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for StateArchive {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self { time: fields.needs_time("time")?, index: fields.needs("index")?, extra: fields.extra() })
    }
}

/// An archive of what changed in a span of time.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct EventArchive {
    /// From when.
    pub start_time: Time,
    /// Until when; the name is inferred.
    pub end_time: Option<LooseTime>,
    /// Which one of the day, from 1.
    pub index: u64,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for EventArchive {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            start_time: fields.needs_time("start_time")?,
            end_time: fields.loose_time("end_time"),
            index: fields.needs("index")?,
            extra: fields.extra(),
        })
    }
}
