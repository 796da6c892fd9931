//! The items of a report, as they come.

use std::collections::HashSet;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bt_sra_core::{Error, Result, Sleep};
use bt_sra_transport::Body;
use bt_sra_xml_model::report::Item;
use bt_sra_xml_model::{Head, ItemReader, Limits, List, Lsid, NoData, Refusal};
use bytes::{Buf, Bytes};
use futures_core::Stream;
use http::{Response, StatusCode};

use crate::asking::{Ask, Asking};
use crate::distinct::{Before, Keyed};
use crate::parts::{Part, Parts};
use crate::plan::Remedy;
use crate::{Plan, Sessions, Window};

/// How long is waited before a half is asked for, or the same again; twice as long before the second
/// time.
const PAUSE: Duration = Duration::from_secs(2);

/// How many batches of sessions may be refused one after the other until it is for no single session:
/// to find one among [many](crate::LSIDS_AT_ONCE) takes fewer.
const REFUSED: u32 = 20;

/// The items of a report, one at a time, while they come: nothing is read before it is asked for, and
/// what is held is a piece of the answer as it came and the item that is read, which the
/// [limits](crate::Report::with_limits) bound. With a plan, there is also what it
/// [remembers](Plan::remembered).
/// Made by [`Report::stream`](crate::Report::stream).
///
/// Also a [`Stream`].
pub struct ReportStream<T> {
    going: Going<T>,
    state: State<T>,
    progress: Progress,
    head: Option<Head>,
    refusal: Option<Refusal>,
    window: Option<Window>,
    /// What is asked for, or failed last.
    current: Option<Part>,
    /// Sessions that were asked for and have not come in this answer yet.
    awaited: HashSet<Lsid>,
    missing: Vec<Lsid>,
    /// How many batches of sessions were refused, one after the other.
    refused: u32,
}

/// How far a report has come.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Progress {
    /// Items that were given.
    pub items: u64,
    /// Items that had come before and were left out.
    pub repeated: u64,
    /// Bytes of XML that were read.
    pub bytes: u64,
    /// Answers that have begun.
    pub answers: u64,
    /// Answers that were read to their end.
    pub finished: u64,
    /// Windows that failed, and were cut into halves or asked for again.
    pub failed: u64,
    /// Items that were forgotten for want of [room](Plan::remembered): if they come again, they are given
    /// again.
    pub forgotten: u64,
}

/// What a stream goes by.
pub(crate) struct Going<T> {
    /// Why nothing can be sent.
    pub(crate) fault: Option<Error>,
    pub(crate) asking: Asking,
    pub(crate) parts: Parts,
    pub(crate) list: List,
    pub(crate) limits: Limits,
    pub(crate) no_data: NoData,
    pub(crate) plan: Option<Plan>,
    pub(crate) before: Option<(Keyed<T>, Before)>,
    /// Of which session an item is, where there is one for each.
    pub(crate) lsid: Option<fn(&T) -> &Lsid>,
}

type Opening = Pin<Box<dyn Future<Output = Result<Response<Body>>> + Send>>;

enum State<T> {
    New,
    /// Nothing is asked for.
    Idle,
    Resting(Sleep, Part),
    Opening(Opening, Part),
    Reading(Box<Reading<T>>),
    Over,
}

/// An answer that is read.
struct Reading<T> {
    part: Part,
    status: StatusCode,
    body: Body,
    /// What has come and is not read yet.
    piece: Bytes,
    reader: ItemReader<T>,
}

/// What comes of a look at an answer.
enum Read<T> {
    Item(T),
    /// An item that is not what was expected; others may follow.
    Wrong(Error),
    /// Nothing more can be read.
    Failed(Error),
    End,
}

impl<T: Item> ReportStream<T> {
    pub(crate) fn new(going: Going<T>) -> Self {
        Self {
            going,
            state: State::New,
            progress: Progress::default(),
            head: None,
            refusal: None,
            window: None,
            current: None,
            awaited: HashSet::new(),
            missing: Vec::new(),
            refused: 0,
        }
    }

    /// Returns the next item, or none at the end. No data is an end as any other, see
    /// [`ReportStream::said_no_data`].
    ///
    /// Cancel safe: a dropped call loses nothing.
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidRequest`](bt_sra_core::ErrorKind::InvalidRequest) if nothing can be sent;
    /// - [`ErrorKind::Appliance`](bt_sra_core::ErrorKind::Appliance) with the appliance's words if it
    ///   refuses, at once or in the midst of items;
    /// - [`ErrorKind::Interrupted`](bt_sra_core::ErrorKind::Interrupted) or
    ///   [`ErrorKind::Timeout`](bt_sra_core::ErrorKind::Timeout) if the answer breaks off, behind all
    ///   items that were whole;
    /// - [`ErrorKind::Decode`](bt_sra_core::ErrorKind::Decode) for what is no such document, with the
    ///   place. If it is only an item, the next call gives the next item: see
    ///   [`ReportStream::is_over`];
    /// - any other kind but `Io`.
    pub async fn try_next(&mut self) -> Result<Option<T>> {
        poll_fn(|context| self.poll_item(context)).await.transpose()
    }

    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T>>> {
        loop {
            match &mut self.state {
                State::Over => return Poll::Ready(None),
                State::New => {
                    let going = &mut self.going;
                    let now = going.asking.pipeline.clock().now();
                    let begun = going.fault.take().map_or(Ok(()), Err);
                    if let Err(error) = begun.and_then(|()| going.parts.begin(going.plan.as_ref(), now)) {
                        self.state = State::Over;
                        return Poll::Ready(Some(Err(self.going.asking.named(error))));
                    }
                    self.state = State::Idle;
                }
                State::Idle => {
                    let going = &mut self.going;
                    let longest = going.plan.as_ref().map(|plan| plan.longest);
                    match going.parts.next(longest) {
                        None => self.state = State::Over,
                        Some(part) => self.open(part),
                    }
                }
                State::Resting(sleep, _) => {
                    ready!(sleep.as_mut().poll(context));
                    if let State::Resting(_, part) = std::mem::replace(&mut self.state, State::Over) {
                        self.open(part);
                    }
                }
                State::Opening(opening, _) => {
                    let opened = ready!(opening.as_mut().poll(context));
                    let State::Opening(_, part) = std::mem::replace(&mut self.state, State::Over) else {
                        continue;
                    };
                    match opened {
                        Ok(response) => self.begin(part, response),
                        Err(error) => {
                            if let Err(error) = self.go_on(part, error) {
                                return Poll::Ready(Some(Err(error)));
                            }
                        }
                    }
                }
                State::Reading(reading) => match ready!(reading.poll(context, &mut self.progress)) {
                    Read::Item(item) => {
                        if let Some(lsid) = self.going.lsid {
                            self.awaited.remove(lsid(&item));
                        }
                        if let Some((key, before)) = &mut self.going.before
                            && !before.is_new(&key(&item))
                        {
                            self.progress.repeated += 1;
                            continue;
                        }
                        self.progress.items += 1;
                        return Poll::Ready(Some(Ok(item)));
                    }
                    Read::Wrong(error) => return Poll::Ready(Some(Err(self.going.asking.named(error)))),
                    Read::End => {
                        self.progress.finished += 1;
                        self.refused = 0;
                        if let Some(part) = self.leave() {
                            let missing = part.ask.lsids().iter().filter(|lsid| self.awaited.contains(*lsid));
                            self.missing.extend(missing.cloned());
                        }
                        self.current = None;
                        self.state = State::Idle;
                    }
                    Read::Failed(error) => {
                        let Some(part) = self.leave() else { continue };
                        let error = self.going.asking.named(error);
                        if let Err(error) = self.go_on(part, error) {
                            return Poll::Ready(Some(Err(error)));
                        }
                    }
                },
            }
        }
    }

    fn open(&mut self, part: Part) {
        if let Ask::Window(window) = &part.ask {
            self.window = Some(*window);
        }
        self.current = Some(part.clone());
        let sent = self.going.asking.clone().send(part.ask.clone());
        self.state = State::Opening(Box::pin(sent), part);
    }

    fn begin(&mut self, part: Part, response: Response<Body>) {
        self.progress.answers += 1;
        let going = &mut self.going;
        if let Some((_, before)) = &mut going.before {
            before.begin(part.stretch);
        }
        self.awaited.clear();
        if going.lsid.is_some() {
            self.awaited.extend(part.ask.lsids().iter().cloned());
        }
        let reader = ItemReader::with(going.list, going.limits.clone(), going.no_data.clone());
        let (status, body) = (response.status(), response.into_body());
        self.state = State::Reading(Box::new(Reading { part, status, body, piece: Bytes::new(), reader }));
    }

    /// Keeps what an answer said beside its items, and returns what it was about.
    fn leave(&mut self) -> Option<Part> {
        let State::Reading(reading) = std::mem::replace(&mut self.state, State::Over) else { return None };
        self.head = reading.reader.head().cloned();
        self.refusal = reading.reader.refusal().cloned();
        Some(reading.part)
    }

    /// Asks for halves of what failed, or for the same again, if the plan says so.
    fn go_on(&mut self, mut part: Part, error: Error) -> Result<()> {
        self.state = State::Over;
        let going = &mut self.going;
        let Some(plan) = &going.plan else { return Err(error) };
        if going.before.as_ref().is_some_and(|(_, before)| !before.is_whole()) {
            return Err(error);
        }
        let parts = &mut going.parts;
        let (mut pause, is_halved) = match plan.remedy(&error) {
            Remedy::None => return Err(error),
            Remedy::Later(pause) => (pause, false),
            Remedy::Less => (Duration::ZERO, parts.halve(&part, plan, part.is_refused)),
            Remedy::PerhapsLess if !part.ask.lsids().is_empty() => return self.halve_refused(&part, error),
            Remedy::PerhapsLess => {
                let may_help = plan.halves_refusals && !part.is_refused && self.progress.finished > 0;
                if !may_help || !parts.halve(&part, plan, true) {
                    return Err(error);
                }
                (Duration::ZERO, true)
            }
        };
        if is_halved {
            let Some(half) = parts.next(None) else { return Err(error) };
            part = half;
        } else if part.repeats < plan.repeats {
            part.repeats += 1;
        } else {
            return Err(error);
        }
        // An appliance that could not do it is not asked for more at once.
        pause = pause.max(PAUSE.saturating_mul(part.repeats.max(1)));
        self.current = Some(part.clone());
        self.state = State::Resting(going.asking.pipeline.clock().sleep(pause), part);
        self.progress.failed += 1;
        Ok(())
    }

    /// Looks for the session for which a batch is refused, and leaves it out: if the refusal is about
    /// the identifiers, or others were answered.
    fn halve_refused(&mut self, part: &Part, error: Error) -> Result<()> {
        let Some(plan) = &self.going.plan else { return Err(error) };
        let said = error.appliance_message().unwrap_or_default().to_lowercase();
        let lsids = part.ask.lsids();
        let was_answered = self.progress.finished > 0;
        if self.refused == REFUSED || !(was_answered || said.contains("lsid")) {
            return Err(error);
        }
        if !self.going.parts.halve(part, plan, true) {
            // One alone that was never among others is what the whole report is about.
            if !was_answered && self.refused == 0 {
                return Err(error);
            }
            self.missing.extend(lsids.iter().cloned());
        }
        self.refused += 1;
        self.progress.failed += 1;
        self.current = None;
        self.state = State::Idle;
        Ok(())
    }
}

impl<T> ReportStream<T> {
    /// Returns the sessions that were asked for by their identifiers, and have not come though their
    /// answers are over; with a [plan](crate::Report::planned), also those that were refused while others
    /// were not. Known of the methods `access_sessions` and `support_sessions` only.
    ///
    /// Whether an appliance leaves out what it does not know or refuses the whole batch, no source tells.
    #[must_use]
    pub fn missing(&self) -> &[Lsid] {
        &self.missing
    }

    /// Returns what is left: the window or the sessions from those on that were asked for last and have
    /// not come to an end. After an error it is what to ask for to go on, and some of it may have come
    /// already. None at the end, and where neither is asked for.
    #[must_use]
    pub fn rest(&self) -> Option<Sessions> {
        self.going.parts.left(self.current.as_ref())
    }

    /// Returns how far it has come.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let forgotten = self.going.before.as_ref().map_or(0, |(_, before)| before.forgotten());
        Progress { forgotten, ..self.progress }
    }

    /// Returns the window that was asked for last: with a plan, how far it has come in time, and after an
    /// error which one failed. See also [`ReportStream::rest`].
    #[must_use]
    pub fn window(&self) -> Option<Window> {
        self.window
    }

    /// Returns whether nothing comes any more. After an error it tells whether it was about one item
    /// only.
    #[must_use]
    pub fn is_over(&self) -> bool {
        matches!(self.state, State::Over)
    }

    /// Returns the root of the answer that is read, or that was read last, and what stands beside its
    /// items, as far as it has come.
    #[must_use]
    pub fn head(&self) -> Option<&Head> {
        match &self.state {
            State::Reading(reading) => reading.reader.head(),
            _ => self.head.as_ref(),
        }
    }

    /// Returns what the appliance said in place of items, even if it means that there is no data.
    #[must_use]
    pub fn refusal(&self) -> Option<&Refusal> {
        match &self.state {
            State::Reading(reading) => reading.reader.refusal(),
            _ => self.refusal.as_ref(),
        }
    }

    /// Returns the words of the appliance with which it said that there is no data, if the report is
    /// over, had no items, and was not simply empty.
    #[must_use]
    pub fn said_no_data(&self) -> Option<&Refusal> {
        let is_empty = self.is_over() && self.progress.items == 0;
        self.refusal.as_ref().filter(|refusal| is_empty && self.going.no_data.says(&refusal.message))
    }
}

impl<T: Item> Reading<T> {
    fn poll(&mut self, context: &mut Context<'_>, progress: &mut Progress) -> Poll<Read<T>> {
        loop {
            let mut input = &self.piece[..];
            let before = input.len();
            let next = self.reader.next_item(&mut input);
            let taken = before - input.len();
            self.piece.advance(taken);
            match next {
                Ok(Some(item)) => return Poll::Ready(Read::Item(item)),
                Ok(None) => {}
                Err(error) => {
                    let error = error.with_status(self.status);
                    let is_last = self.reader.is_over();
                    return Poll::Ready(if is_last { Read::Failed(error) } else { Read::Wrong(error) });
                }
            }
            match ready!(Pin::new(&mut self.body).poll_next(context)) {
                Some(Ok(piece)) => {
                    progress.bytes = progress.bytes.saturating_add(u64_of(piece.len()));
                    self.piece = piece;
                }
                Some(Err(error)) => return Poll::Ready(Read::Failed(error)),
                None => {
                    return Poll::Ready(match self.reader.finish() {
                        Ok(_) => Read::End,
                        Err(error) => Read::Failed(error.with_status(self.status)),
                    });
                }
            }
        }
    }
}

fn u64_of(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

impl<T: Item> Stream for ReportStream<T> {
    type Item = Result<T>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<T>>> {
        self.poll_item(context)
    }
}

impl<T> fmt::Debug for ReportStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReportStream")
            .field("report", &self.going.asking.name)
            .field("progress", &self.progress)
            .finish_non_exhaustive()
    }
}
