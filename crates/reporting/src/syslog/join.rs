//! Puts the parts of records together.

use std::collections::HashMap;
use std::collections::VecDeque;

use super::line::{self, Head, Part};
use super::record::SyslogFields;
use super::{SyslogLimits, SyslogRecord, SyslogStamp, Visit};

/// What tells a record from those that are written at the same time.
type Key = (u32, u32, Vec<u8>);

/// A record whose parts come.
struct Partial {
    /// When it began, counted in lines.
    begun: u64,
    stamp: SyslogStamp,
    parts: Vec<Option<Vec<u8>>>,
    bytes: usize,
    is_complete: bool,
}

/// The records of a log, as its lines bring them.
pub(super) struct Join {
    most: usize,
    most_bytes: usize,
    open: HashMap<Key, Partial>,
    /// Which is the oldest; those that are complete by now are still in here.
    order: VecDeque<(u64, Key)>,
    bytes: usize,
    count: u64,
    /// The year and the month of the record before.
    last: Option<(i16, u8)>,
}

impl Join {
    pub(super) fn new(limits: &SyslogLimits) -> Self {
        Self {
            most: limits.open.max(1),
            most_bytes: limits.open_bytes,
            open: HashMap::new(),
            order: VecDeque::new(),
            bytes: 0,
            count: 0,
            last: None,
        }
    }

    /// Takes a line; false if it is enough.
    pub(super) fn line(&mut self, line: &[u8], is_whole: bool, visit: &mut Visit<'_>) -> bool {
        if line.is_empty() {
            return true;
        }
        match line::read(line) {
            (Some(head), Some(part)) => self.part(head, part, is_whole, visit),
            (head, _) => {
                let mut record = blank(line, is_whole);
                record.stamp = head.map(|head| head.stamp);
                record.tenant = head.map(|head| String::from_utf8_lossy(head.tenant).into_owned());
                self.tell(record, visit)
            }
        }
    }

    /// Tells what has waited in vain; false if it is enough.
    pub(super) fn end(&mut self, visit: &mut Visit<'_>) -> bool {
        while let Some((begun, key)) = self.order.pop_front() {
            if !self.give_up(begun, &key, visit) {
                return false;
            }
        }
        true
    }

    fn part(&mut self, head: Head<'_>, part: Part<'_>, is_whole: bool, visit: &mut Visit<'_>) -> bool {
        let key = (part.pid, part.number, head.tenant.to_vec());
        let place = usize::from(part.part) - 1;
        let is_another = self.open.get(&key).is_some_and(|open| {
            open.parts.len() != usize::from(part.parts) || open.parts.get(place).is_some_and(Option::is_some)
        });
        if is_another {
            // The process has begun another record; of this one nothing will come any more.
            let begun = self.open.get(&key).map_or(0, |open| open.begun);
            if !self.give_up(begun, &key, visit) {
                return false;
            }
        }
        if part.parts == 1 {
            let record = made(&key, head.stamp, part.payload, is_whole);
            return self.tell(record, visit);
        }
        self.count += 1;
        let (count, order) = (self.count, &mut self.order);
        let open = self.open.entry(key.clone()).or_insert_with(|| {
            order.push_back((count, key.clone()));
            Partial {
                begun: count,
                stamp: head.stamp,
                parts: vec![None; usize::from(part.parts)],
                bytes: 0,
                is_complete: true,
            }
        });
        if let Some(slot) = open.parts.get_mut(place) {
            *slot = Some(part.payload.to_vec());
        }
        open.bytes += part.payload.len();
        open.is_complete &= is_whole;
        self.bytes += part.payload.len();
        if open.parts.iter().all(Option::is_some) {
            return self.take(&key).is_none_or(|record| self.tell(record, visit));
        }
        while self.open.len() > self.most || self.bytes > self.most_bytes {
            let Some((begun, key)) = self.order.pop_front() else { break };
            if !self.give_up(begun, &key, visit) {
                return false;
            }
        }
        // What is complete must not fill the list of those that are not.
        if self.order.len() > 2 * self.most + 64 {
            let open = &self.open;
            self.order.retain(|(begun, key)| open.get(key).is_some_and(|open| open.begun == *begun));
        }
        true
    }

    /// Tells a record as it is, if it still waits.
    fn give_up(&mut self, begun: u64, key: &Key, visit: &mut Visit<'_>) -> bool {
        if self.open.get(key).is_none_or(|open| open.begun != begun) {
            return true;
        }
        self.take(key).is_none_or(|record| self.tell(record, visit))
    }

    fn take(&mut self, key: &Key) -> Option<SyslogRecord> {
        let open = self.open.remove(key)?;
        self.bytes = self.bytes.saturating_sub(open.bytes);
        let is_complete = open.is_complete && open.parts.iter().all(Option::is_some);
        let payload: Vec<u8> = open.parts.into_iter().flatten().flatten().collect();
        Some(made(key, open.stamp, &payload, is_complete))
    }

    /// Tells a record, with its year.
    fn tell(&mut self, mut record: SyslogRecord, visit: &mut Visit<'_>) -> bool {
        let when = record.when.map(|when| when.to_string());
        let own = when.as_deref().and_then(|text| {
            let year = text.get(..4)?.parse::<i16>().ok()?;
            Some((year, text.get(5..7)?.parse::<u8>().ok()?))
        });
        let month = record.stamp.map(|stamp| stamp.month);
        if let (Some((year, of)), Some(month)) = (own.or(self.last), month) {
            // Around the turn of the year the stamp and its neighbor are on both sides of it.
            record.year = Some(match (of, month) {
                (1, 12) => year.saturating_sub(1),
                (12, 1) => year.saturating_add(1),
                _ => year,
            });
            self.last = record.year.map(|year| (year, month));
        }
        visit(record)
    }
}

fn made(key: &Key, stamp: SyslogStamp, payload: &[u8], is_complete: bool) -> SyslogRecord {
    let (pid, number, tenant) = key;
    let mut record = blank(payload, is_complete);
    record.stamp = Some(stamp);
    record.tenant = Some(String::from_utf8_lossy(tenant).into_owned());
    record.pid = Some(*pid);
    record.number = Some(*number);
    record.read();
    record
}

fn blank(raw: &[u8], is_complete: bool) -> SyslogRecord {
    SyslogRecord {
        when: None,
        event: None,
        site: None,
        who: None,
        who_ip: None,
        fields: SyslogFields::default(),
        stamp: None,
        year: None,
        tenant: None,
        pid: None,
        number: None,
        is_complete,
        raw: String::from_utf8_lossy(raw).into_owned(),
    }
}
