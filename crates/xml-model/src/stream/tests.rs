//! Lists item by item: every construct in every piece, what is broken, and what is hostile.

use std::fmt::Debug;

use bt_sra_core::{ErrorKind, Result};
use serde::{Deserialize, Serialize};

use super::*;
use crate::{Answer, Document, Element, Extra, Fields, FromElement, Limits, Refusal, Tree, answer};

mod broken;
mod constructs;
mod hostile;
mod random;
mod refusals;
mod survives;
mod threads;

const SESSIONS: List = List::of(&["session_list"], &["session"]);

/// As much of a session as the tests need.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
struct Session {
    lsid: String,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    events: Vec<Event>,
    #[serde(default)]
    extra: Extra,
}

#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
struct Event {
    timestamp: i64,
    body: Option<String>,
    #[serde(default)]
    extra: Extra,
}

impl FromElement for Session {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            lsid: fields.needs_attribute("lsid")?,
            name: fields.child("primary_customer")?,
            events: fields.list("session_details", "event")?.unwrap_or_default(),
            extra: fields.extra(),
        })
    }
}

impl FromElement for Event {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            timestamp: fields.needs_attribute("timestamp")?,
            body: fields.child("body")?,
            extra: fields.extra(),
        })
    }
}

/// The same list, read at once.
#[derive(Clone, Debug, PartialEq)]
struct Whole {
    sessions: Vec<Session>,
    extra: Extra,
}

impl Document for Whole {
    const ROOT: &'static str = "session_list";

    fn from_root(root: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(root);
        Ok(Self { sessions: fields.elements("session")?, extra: fields.extra() })
    }
}

/// All that comes out of a list.
#[derive(Clone, Debug, PartialEq)]
struct Outcome<T> {
    items: Vec<T>,
    /// Kind and words of all errors.
    errors: Vec<(ErrorKind, String)>,
    head: Option<Head>,
    refusal: Option<Refusal>,
    ending: Option<Ending>,
}

/// Feeds pieces that end where `cuts` say.
fn feed<T: FromElement>(
    mut reader: ItemReader<T>,
    xml: &[u8],
    cuts: impl Iterator<Item = usize>,
) -> Outcome<T> {
    let (mut items, mut errors, mut from) = (Vec::new(), Vec::new(), 0);
    for to in cuts.chain([xml.len()]) {
        let mut piece = &xml[from..to];
        from = to;
        loop {
            match reader.next_item(&mut piece) {
                Ok(Some(item)) => items.push(item),
                Ok(None) => break,
                Err(error) => errors.push((error.kind(), error.to_string())),
            }
        }
        assert!(piece.is_empty(), "all is taken");
    }
    let ending = match reader.finish() {
        Ok(ending) => Some(ending),
        Err(error) => {
            // Once told, an error is not to be told again.
            if !reader.is_over() {
                errors.push((error.kind(), error.to_string()));
            }
            None
        }
    };
    let ending = ending.filter(|_| !reader.is_over());
    Outcome { items, errors, head: reader.head().cloned(), refusal: reader.refusal().cloned(), ending }
}

fn reader<T: FromElement>(list: List, limits: &Limits) -> ItemReader<T> {
    ItemReader::with(list, limits.clone(), NoData::default())
}

/// Reads in one piece.
fn at_once<T: FromElement>(list: List, limits: &Limits, xml: &[u8]) -> Outcome<T> {
    feed(reader(list, limits), xml, [].into_iter())
}

/// Reads in pieces of every length up to 64, in each pair of pieces, and from a file by one thread
/// and by two, and finds no difference.
#[track_caller]
fn in_every_way<T>(list: List, limits: &Limits, xml: &[u8]) -> Outcome<T>
where
    T: Clone + Debug + FromElement + PartialEq + Send + 'static,
{
    let expect = at_once::<T>(list, limits, xml);
    for size in 1..=64 {
        let outcome = feed(reader(list, limits), xml, (size..xml.len()).step_by(size));
        assert_eq!(outcome, expect, "in pieces of {size}");
    }
    for cut in 1..xml.len() {
        assert_eq!(feed(reader(list, limits), xml, [cut].into_iter()), expect, "cut at {cut}");
    }
    for workers in [1, 2] {
        let items = Items::<_, T>::with(xml, list, limits.clone(), NoData::default());
        let mut items = items.parallel(workers);
        let (mut read, mut errors) = (Vec::new(), Vec::new());
        for item in items.by_ref() {
            match item {
                Ok(item) => read.push(item),
                Err(error) => errors.push((error.kind(), error.to_string())),
            }
        }
        assert!(items.next().is_none(), "it has ended");
        let (head, refusal) = (items.head().cloned(), items.refusal().cloned());
        let ending = items.ending().cloned();
        assert_eq!(Outcome { items: read, errors, head, refusal, ending }, expect, "{workers} workers");
    }
    expect
}

/// Checks that a list is read as it is when read at once.
#[track_caller]
fn same_as_whole(xml: &str) -> Outcome<Session> {
    let outcome = in_every_way::<Session>(SESSIONS, &Limits::default(), xml.as_bytes());
    match answer::<Whole>(xml.as_bytes(), &Limits::default()).unwrap() {
        Answer::Data(whole) => {
            assert_eq!(outcome.items, whole.sessions);
            assert_eq!(outcome.errors, []);
            let head = outcome.head.as_ref().unwrap();
            assert_eq!(Extra::from(head.rest.clone()), whole.extra);
            assert_eq!(head.root, "session_list");
            let (items, bytes) = (whole.sessions.len() as u64, xml.len() as u64);
            assert_eq!(outcome.ending, Some(Ending { items, bytes, no_data: None }));
        }
        Answer::Refusal(refusal) => assert_eq!(outcome.refusal, Some(refusal)),
    }
    outcome
}
