//! A line of the log: `Nov  3 09:05:01 tenant BG[812]: 1427:01:02:event=login;when=…`.

use super::SyslogStamp;

const MONTHS: [&[u8]; 12] =
    [b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec"];

/// What stands before the message of a line.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Head<'a> {
    pub(super) stamp: SyslogStamp,
    pub(super) tenant: &'a [u8],
}

/// A part of a record.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Part<'a> {
    pub(super) pid: u32,
    pub(super) number: u32,
    /// Which part, from 1, of how many.
    pub(super) part: u8,
    pub(super) parts: u8,
    pub(super) payload: &'a [u8],
}

/// Takes a line apart: what stands before, and the part of a record if it is one.
pub(super) fn read(line: &[u8]) -> (Option<Head<'_>>, Option<Part<'_>>) {
    let Some((head, rest)) = head(line) else { return (None, None) };
    (Some(head), part(rest))
}

/// Returns the time of the first record that tells it whole.
pub(super) fn first_time(head: &[u8]) -> Option<i64> {
    head.split(|byte| *byte == b'\n').find_map(|line| {
        let payload = read(line).1?.payload;
        let mut rest = payload;
        while let Some(at) = rest.windows(5).position(|window| window == b"when=") {
            let starts = at == 0 || rest.get(at.wrapping_sub(1)) == Some(&b';');
            rest = rest.get(at + 5..)?;
            // Without an end it may be cut.
            let end = rest.iter().position(|byte| *byte == b';')?;
            let value = std::str::from_utf8(rest.get(..end)?).ok().and_then(|text| text.trim().parse().ok());
            if starts && value.is_some() {
                return value;
            }
        }
        None
    })
}

fn head(line: &[u8]) -> Option<(Head<'_>, &[u8])> {
    let (month, rest) = line.split_at_checked(3)?;
    let month = MONTHS.iter().position(|name| *name == month)?;
    let (day, rest) = number(blank(rest)?)?;
    let (hour, rest) = number(blank(rest)?)?;
    let (minute, rest) = number(rest.strip_prefix(b":")?)?;
    let (second, rest) = number(rest.strip_prefix(b":")?)?;
    let rest = blank(rest)?;
    let end = rest.iter().position(|byte| *byte == b' ')?;
    let (tenant, rest) = rest.split_at_checked(end)?;
    let small = |number: u32, least: u8, most: u8| {
        u8::try_from(number).ok().filter(|number| (least..=most).contains(number))
    };
    let stamp = SyslogStamp {
        month: u8::try_from(month + 1).ok()?,
        day: small(day, 1, 31)?,
        hour: small(hour, 0, 23)?,
        minute: small(minute, 0, 59)?,
        second: small(second, 0, 60)?,
    };
    Some((Head { stamp, tenant }, rest.trim_ascii_start()))
}

fn part(rest: &[u8]) -> Option<Part<'_>> {
    let (pid, rest) = number(rest.strip_prefix(b"BG[")?)?;
    let rest = rest.strip_prefix(b"]:")?.trim_ascii_start();
    let (site, rest) = number(rest)?;
    let (part, rest) = number(rest.strip_prefix(b":")?)?;
    let (parts, rest) = number(rest.strip_prefix(b":")?)?;
    let payload = rest.strip_prefix(b":")?;
    let (part, parts) = (u8::try_from(part).ok()?, u8::try_from(parts).ok()?);
    (part >= 1 && part <= parts).then_some(Part { pid, number: site, part, parts, payload })
}

/// Takes white space away, of which there must be some.
fn blank(text: &[u8]) -> Option<&[u8]> {
    text.first().filter(|byte| **byte == b' ').map(|_| text.trim_ascii_start())
}

/// Takes a number of ten digits at most away.
fn number(text: &[u8]) -> Option<(u32, &[u8])> {
    let end = text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    let number = std::str::from_utf8(digits).ok()?.parse().ok()?;
    Some((number, rest))
}
