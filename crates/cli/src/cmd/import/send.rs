//! Sends what is to be done, several requests at a time, as fast as the rate limit allows.

use std::cell::RefCell;
use std::collections::{HashMap, VecDeque};
use std::pin::pin;
use std::time::Duration;

use bt_sra::{Clock as _, ErrorKind, SystemClock};
use bt_sra_catalog::Method;
use bytes::Bytes;
use http::StatusCode;
use serde_json::Value;

use super::existing::look_up;
use super::journal::{Done, Journal};
use super::outcome::{Outcomes, Report};
use super::plan::{Action, Plan, line};
use crate::args::Import;
use crate::cmd::bulk::fetch::{self, Thing};
use crate::cmd::bulk::span;
use crate::cmd::bulk::wanted::Wanted;
use crate::cmd::bulk::work::{Work, together};
use crate::failure::{Failure, Result, chain};
use crate::interrupt;
use crate::net::{Call, Net};
use crate::output;
use crate::progress::Unit;

/// How many requests are under way at most: enough to use up 20 a second at the usual delays.
const ABREAST: usize = 20;

/// How many creations are announced to the journal at a time.
const ANNOUNCED: usize = 20;

/// How long a request of which no answer came may still be under way somewhere.
const SETTLE: Duration = Duration::from_secs(5);

/// How often a creation is tried when it is not known what came of it.
const TRIES: usize = 3;

/// The longest sleep between two looks at whether to stop.
const NAP: Duration = Duration::from_millis(500);

/// Does what the plan says. Stops at what makes going on senseless, and when somebody asks for it.
pub(super) async fn run(
    net: &Net,
    plan: Plan,
    arguments: &Import,
    journal: &mut Journal,
    outcomes: Outcomes,
    unsure: HashMap<u64, i64>,
) -> Report {
    // What may exist already comes last: by then it is settled whether it does.
    let (late, soon): (Vec<_>, Vec<_>) = plan.rows.into_iter().partition(|(wanted, action)| {
        matches!(action, Action::Create(_)) && unsure.contains_key(&wanted.line)
    });
    let queue: VecDeque<_> = soon.into_iter().chain(late).collect();
    net.keep_signals();
    net.progress().begin("import", Unit::Items);
    net.progress().expect(u64::try_from(queue.len()).ok());
    let state = State { queue, announced: HashMap::new(), journal, outcomes, halt: None };
    let sender = Sender { net, arguments, unsure, state: RefCell::new(state) };
    let works: Vec<Work<'_>> = (0..ABREAST).map(|_| Box::pin(sender.work()) as Work<'_>).collect();
    {
        let mut works = pin!(together(works));
        let mut asked = false;
        loop {
            tokio::select! {
                () = &mut works => break,
                code = interrupt::stop() => {
                    sender.halt(Failure::coded(code, "stopped"));
                    // Who asks twice does not want to wait for answers.
                    if std::mem::replace(&mut asked, true) {
                        break;
                    }
                    output::note("stopping as soon as the answers under way are there");
                }
            }
        }
    }
    let State { outcomes, halt, .. } = sender.state.into_inner();
    Report::done(outcomes, halt)
}

struct Sender<'a> {
    net: &'a Net,
    arguments: &'a Import,
    unsure: HashMap<u64, i64>,
    /// Never borrowed across an await.
    state: RefCell<State<'a>>,
}

struct State<'a> {
    queue: VecDeque<(Wanted, Action)>,
    /// The lines that the journal knows to be under way.
    announced: HashMap<u64, ()>,
    journal: &'a mut Journal,
    outcomes: Outcomes,
    halt: Option<Failure>,
}

/// What to make of an error.
enum Verdict {
    /// The row is refused.
    Refused(String),
    /// The same again, after a while.
    Later(Duration),
    /// Nobody knows if it was done.
    Unsure(Failure),
    /// Nothing else would go better.
    Halt(Failure),
}

impl Sender<'_> {
    /// Takes one row after the other.
    async fn work(&self) {
        while let Some((wanted, action)) = self.next() {
            let done = self.carry_out(&wanted, &action).await;
            match done {
                Ok(done) => self.record(&wanted, &action, done),
                Err(failure) => self.halt(failure),
            }
            self.net.progress().add(1);
        }
    }

    fn next(&self) -> Option<(Wanted, Action)> {
        let mut state = self.state.borrow_mut();
        if state.halt.is_some() {
            return None;
        }
        let (wanted, action) = state.queue.pop_front()?;
        if matches!(action, Action::Create(_)) && state.announced.remove(&wanted.line).is_none() {
            let creates = |row: &&(Wanted, Action)| matches!(row.1, Action::Create(_));
            let mut lines = vec![wanted.line];
            lines.extend(state.queue.iter().filter(creates).take(ANNOUNCED - 1).map(|row| row.0.line));
            state.announced.extend(lines.iter().skip(1).map(|line| (*line, ())));
            if let Err(failure) = state.journal.announce(&lines) {
                state.halt.get_or_insert(failure);
                return None;
            }
        }
        Some((wanted, action))
    }

    fn record(&self, wanted: &Wanted, action: &Action, done: Done) {
        let mut state = self.state.borrow_mut();
        if state.outcomes.is_verbose() {
            match &done {
                Done::Refused(why) => {
                    let refused = Action::Refuse(why.clone());
                    output::complain(&format!("{}\n", line(wanted, &refused)));
                }
                Done::Well(..) => output::complain(&format!("{}\n", line(wanted, action))),
            }
        }
        if self.arguments.stop_on_error
            && let Done::Refused(why) = &done
        {
            let what = format!("line {}: refused: {why}", wanted.line);
            state.halt.get_or_insert(Failure::invalid(what));
        }
        state.outcomes.add(wanted.line, done.clone());
        if let Err(failure) = state.journal.record(wanted.line, done) {
            state.halt.get_or_insert(failure);
        }
    }

    fn halt(&self, failure: Failure) {
        self.state.borrow_mut().halt.get_or_insert(failure);
    }

    fn is_halted(&self) -> bool {
        self.state.borrow().halt.is_some()
    }

    async fn carry_out(&self, wanted: &Wanted, action: &Action) -> Result<Done> {
        match action {
            Action::Create(fields) => self.create(wanted, fields).await,
            Action::Update(id, changes) => self.update(wanted, *id, changes).await,
            Action::Unchanged(id) => {
                let ours = self.unsure.contains_key(&wanted.line);
                Ok(Done::Well(if ours { "created" } else { "unchanged" }, Some(*id)))
            }
            Action::Skip(id) => Ok(Done::Well("skipped", Some(*id))),
            Action::Refuse(why) => Ok(Done::Refused(why.clone())),
        }
    }

    async fn update(&self, wanted: &Wanted, id: i64, changes: &Thing) -> Result<Done> {
        let call = Call::new(Method::Patch, &wanted.kind.path_of(id)?).body(Some(body(changes)));
        loop {
            let Err(error) = self.net.attempt(call.clone()).await else {
                return Ok(Done::Well("updated", Some(id)));
            };
            let status = error.status();
            match judge(error, &call) {
                Verdict::Refused(why) => return Ok(Done::Refused(why)),
                Verdict::Later(wait) => self.wait(wait).await?,
                // To set fields twice is the same as once, and that has been tried.
                Verdict::Unsure(failure) => return give_up(status, failure, &call),
                Verdict::Halt(failure) => return Err(failure),
            }
        }
    }

    async fn create(&self, wanted: &Wanted, fields: &Thing) -> Result<Done> {
        if let Some(at) = self.unsure.get(&wanted.line)
            && let Some(done) = self.look(wanted, *at).await?
        {
            return Ok(done);
        }
        let call = Call::new(Method::Post, &wanted.kind.path()?).body(Some(body(fields)));
        let mut tries = 0;
        loop {
            tries += 1;
            let error = match self.net.attempt(call.clone()).await {
                Ok(answer) => {
                    let thing: Option<Thing> = serde_json::from_slice(&answer.body).ok();
                    return Ok(Done::Well("created", thing.as_ref().and_then(fetch::id)));
                }
                Err(error) => error,
            };
            let status = error.status();
            match judge(error, &call) {
                Verdict::Refused(why) => return Ok(Done::Refused(why)),
                Verdict::Later(wait) => {
                    tries -= 1;
                    self.wait(wait).await?;
                }
                Verdict::Unsure(failure) => {
                    if let Some(done) = self.look(wanted, SystemClock.now().as_millisecond()).await? {
                        return Ok(done);
                    }
                    if tries >= TRIES {
                        return give_up(status, failure, &call);
                    }
                }
                Verdict::Halt(failure) => return Err(failure),
            }
        }
    }

    /// Looks if a row that was sent at a time has been created.
    async fn look(&self, wanted: &Wanted, sent: i64) -> Result<Option<Done>> {
        let passed = SystemClock.now().as_millisecond().saturating_sub(sent);
        let passed = Duration::from_millis(u64::try_from(passed).unwrap_or(0));
        self.wait(SETTLE.saturating_sub(passed)).await?;
        let found = look_up(self.net, wanted, self.arguments.key).await?;
        Ok(found.first().map(|thing| Done::Well("created", fetch::id(thing))))
    }

    /// Sleeps, unless everything stops.
    async fn wait(&self, span: Duration) -> Result<()> {
        let end = SystemClock.monotonic().saturating_add(span);
        loop {
            let left = end.saturating_sub(SystemClock.monotonic());
            if left.is_zero() {
                return Ok(());
            }
            if self.is_halted() {
                // Said already.
                return Err(Failure::coded(1, "stopped"));
            }
            SystemClock.sleep(left.min(NAP)).await;
        }
    }
}

fn body(fields: &Thing) -> Bytes {
    Bytes::from(Value::Object(fields.clone()).to_string())
}

/// Ends a row of which it is not known what came of it, however often it was tried.
fn give_up(status: Option<StatusCode>, failure: Failure, call: &Call) -> Result<Done> {
    match status {
        // An appliance that fails at this row may well take the others.
        Some(StatusCode::INTERNAL_SERVER_ERROR) => Ok(Done::Refused(text(&failure, call))),
        _ => Err(failure),
    }
}

fn judge(error: bt_sra::Error, call: &Call) -> Verdict {
    let status = error.status().map(|status| status.as_u16());
    let acted = error.may_have_acted();
    // Nobody has to look whether it was done: the next run does.
    let failed = |error: bt_sra::Error| Failure::from(error.with_operation(call.name()));
    match (error.kind(), status) {
        (ErrorKind::RateLimited, _) => {
            let wait = error.retry_after().unwrap_or(Duration::from_secs(5)).max(Duration::from_secs(1));
            if wait > Duration::from_secs(10) {
                output::note(&format!("the rate limit is used up; going on in about {}", span::write(wait)));
            }
            Verdict::Later(wait)
        }
        (ErrorKind::Appliance, Some(403)) => Verdict::Halt(failed(error)),
        (ErrorKind::Appliance, Some(400..=499)) | (ErrorKind::InvalidRequest, _) => {
            let text = chain(&error);
            let name = error.operation().map(|name| format!("{name}: "));
            let bare = name.and_then(|name| text.strip_prefix(&name).map(str::to_owned));
            Verdict::Refused(bare.unwrap_or(text))
        }
        (ErrorKind::Appliance, _) => Verdict::Unsure(failed(error)),
        _ if acted => Verdict::Unsure(failed(error)),
        _ => Verdict::Halt(failed(error)),
    }
}

/// Returns what a failure says, in one line.
fn text(failure: &Failure, call: &Call) -> String {
    let Failure::Said { message, .. } = failure else { return failure.report() };
    message.strip_prefix(&format!("{}: ", call.name())).unwrap_or(message).to_owned()
}
