//! Files, and several threads.

use std::cell::Cell;
use std::io::{self, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::*;

/// Gives a few bytes at a time, is interrupted now and then, and may break.
struct Slow<'a> {
    rest: &'a [u8],
    count: usize,
    breaks: bool,
}

impl Read for Slow<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.count += 1;
        if self.count.is_multiple_of(3) {
            return Err(io::ErrorKind::Interrupted.into());
        }
        if self.rest.is_empty() && self.breaks {
            return Err(io::Error::other("gone"));
        }
        let length = self.rest.len().min(buffer.len()).min(1 + self.count % 700);
        buffer[..length].copy_from_slice(&self.rest[..length]);
        self.rest = &self.rest[length..];
        Ok(length)
    }
}

/// Counts what is read of it.
struct Counted<'a> {
    rest: &'a [u8],
    read: &'a Cell<usize>,
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.rest.read(buffer)?;
        self.read.set(self.read.get() + length);
        Ok(length)
    }
}

/// A session whose number is not to be 7.
struct Fragile;

impl FromElement for Fragile {
    fn from_element(element: Element<'_>) -> Result<Self> {
        assert_ne!(element.attribute("lsid"), Some("7"));
        Ok(Self)
    }
}

fn list(count: usize) -> String {
    let session = |number: usize| {
        let name = "n".repeat(number * 37 % 3000);
        format!("<session lsid='{number}'><primary_customer>{name}</primary_customer></session>\n")
    };
    format!("<session_list>{}</session_list>", (0..count).map(session).collect::<String>())
}

#[test]
fn the_order_stays_with_any_number_of_workers() {
    let xml = list(800);
    for workers in 0..5 {
        for slow in [false, true] {
            let read: Box<dyn Read> = match slow {
                false => Box::new(xml.as_bytes()),
                true => Box::new(Slow { rest: xml.as_bytes(), count: 0, breaks: false }),
            };
            let mut items = Items::<_, Session>::new(read, SESSIONS).parallel(workers);
            for (number, item) in items.by_ref().enumerate() {
                assert_eq!(item.unwrap().lsid, number.to_string());
            }
            assert_eq!(items.ending().unwrap().items, 800);
        }
    }
}

#[test]
fn workers_end_when_nobody_listens_any_more() {
    let xml = list(800);
    for taken in [0, 1, 300] {
        let items = Items::<_, Session>::new(xml.as_bytes(), SESSIONS).parallel(3);
        assert_eq!(items.take(taken).count(), taken);
    }
}

#[test]
fn a_file_that_cannot_be_read_is_told_behind_what_was_whole() {
    let xml = list(500);
    for workers in [1, 2] {
        let rest = &xml.as_bytes()[..xml.len() - 20];
        let mut items =
            Items::<_, Session>::new(Slow { rest, count: 0, breaks: true }, SESSIONS).parallel(workers);
        let read: Vec<_> = items.by_ref().collect();
        let (last, whole) = read.split_last().unwrap();
        assert_eq!(last.as_ref().unwrap_err().kind(), ErrorKind::Io);
        assert_eq!((whole.len(), whole.iter().filter(|item| item.is_err()).count()), (499, 0));
        assert!(items.next().is_none() && items.ending().is_none());
    }
}

#[test]
fn an_item_that_is_not_as_expected_does_not_hinder_the_others() {
    let xml = "<session_list><session lsid='1'/><session/><session lsid='3'><session_details>\n<event timestamp='soon'/>\
               </session_details></session><session lsid='4'/></session_list>";
    let outcome = in_every_way::<Session>(SESSIONS, &Limits::default(), xml.as_bytes());
    let lsids: Vec<_> = outcome.items.iter().map(|session| session.lsid.as_str()).collect();
    assert_eq!(lsids, ["1", "4"]);
    let errors: Vec<_> = outcome.errors.iter().map(|(_, words)| words.as_str()).collect();
    assert_eq!(
        errors,
        [
            "the document is not what was expected: the attribute `lsid` is missing in `/session_list/session[2]` at byte 33",
            "the document is not what was expected: the attribute `timestamp` is not a whole number in \
             `/session_list/session[3]/session_details/event` at byte 79"
        ]
    );
    assert_eq!(outcome.ending.unwrap().items, 4);
}

#[test]
fn long_items_are_not_read_far_ahead() {
    let session =
        format!("<session lsid='1'><primary_customer>{}</primary_customer></session>", "n".repeat(200 << 10));
    let xml = format!("<session_list>{}</session_list>", session.repeat(40));
    let read = Cell::new(0);
    let source = Counted { rest: xml.as_bytes(), read: &read };
    let items = Items::<_, Session>::new(source, SESSIONS).parallel(2);
    // Two for each worker, the one that is here, and the beginning of another.
    let most = items.enumerate().map(|(number, _)| read.get() - number * session.len()).max();
    assert!(most.unwrap() < 6 * session.len(), "{most:?}");
}

#[test]
fn behind_a_panic_of_a_worker_nothing_comes() {
    let xml = list(800);
    let mut items = Items::<_, Fragile>::new(xml.as_bytes(), SESSIONS).parallel(2);
    catch_unwind(AssertUnwindSafe(|| items.by_ref().count())).unwrap_err();
    assert!(items.next().is_none() && items.ending().is_none());
}
