//! Events as nearly all are, read in one pass: reports hold millions of them. Whatever is unusual is
//! left to the reader that keeps what it does not know; where this one gives a value, it is the
//! same, which a test demands of arbitrary elements.

use bt_sra_core::Timestamp;

use super::{Actor, Event, EventData, EventValue};
use crate::element::{Piece, is_blank, trimmed};
use crate::{Element, Extra, Scalar as _};

/// For how many names with values room is made at once.
const RESERVED: usize = 16;

/// Reads an event with nothing unusual in it.
pub(super) fn event(element: Element<'_>) -> Option<Event> {
    let (mut timestamp, mut event_type) = (None, None);
    for (name, value) in element.plain_attributes() {
        match name? {
            "timestamp" => timestamp = Some(Timestamp::from_text(value)?),
            "event_type" if !trimmed(value).is_empty() => event_type = Some(trimmed(value).into()),
            _ => return None,
        }
    }
    let mut event = Event {
        timestamp: timestamp?,
        event_type: event_type?,
        performed_by: None,
        destination: None,
        body: None,
        encoded_body: None,
        data: EventData::default(),
        filename: None,
        filesize: None,
        files: Vec::new(),
        system_information: None,
        extra: Extra::default(),
    };
    for piece in element.pieces() {
        let child = match piece {
            Piece::Element(child) => child,
            Piece::Text(text) if is_blank(text) => continue,
            Piece::Text(_) => return None,
        };
        match child.name() {
            "performed_by" => put(&mut event.performed_by, actor(child)?)?,
            "destination" => put(&mut event.destination, actor(child)?)?,
            "body" if child.attribute_count() == 0 => put(&mut event.body, child.only_text()?.into())?,
            "data" => data(child, &mut event.data.0)?,
            _ => return None,
        }
    }
    Some(event)
}

/// Fills a place, unless it is filled.
fn put<T>(place: &mut Option<T>, value: T) -> Option<()> {
    match place {
        None => {
            *place = Some(value);
            Some(())
        }
        Some(_) => None,
    }
}

fn actor(element: Element<'_>) -> Option<Actor> {
    let (mut kind, mut gsnumber) = (None, None);
    for (name, value) in element.plain_attributes() {
        let value = trimmed(value);
        match name? {
            _ if value.is_empty() => return None,
            "type" => kind = Some(value.into()),
            "gsnumber" => gsnumber = Some(value.into()),
            _ => return None,
        }
    }
    // One without an attribute and a text is none at all.
    if kind.is_none() && gsnumber.is_none() {
        return None;
    }
    Some(Actor { kind, gsnumber, name: element.only_text()?.into(), extra: Extra::default() })
}

fn data(element: Element<'_>, pairs: &mut Vec<EventValue>) -> Option<()> {
    if element.attribute_count() > 0 {
        return None;
    }
    // Texts and elements come in turn.
    pairs.reserve_exact((element.most_children() / 2).min(RESERVED));
    for piece in element.pieces() {
        let child = match piece {
            Piece::Element(child) if child.name() == "value" && child.is_leaf() => child,
            Piece::Text(text) if is_blank(text) => continue,
            _ => return None,
        };
        let (mut name, mut value) = (None, None);
        for (attribute, text) in child.plain_attributes() {
            match attribute? {
                "name" => name = Some(text),
                "value" => value = Some(text),
                _ => return None,
            }
        }
        pairs.push(EventValue { name: name?.into(), value: value?.into() });
    }
    Some(())
}
